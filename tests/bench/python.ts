// What Python costs in a page: bytes, time to the first result cold and warm, and a warm run beside bare Pyodide.
// Measures `build/` as it is, all in one run; only ratios and differences count.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright-core';
import { CellDriver } from '../e2e/course-site';
import { launchChromium } from '../lib/launch-chromium';
import { serveFolder } from '../lib/serve-folder';

const BUILD = path.resolve('build');
const LESSON = '/learn/sqlalchemy-map/';
const WARM_RUNS = 10;

/** What the first result in Python may take, in bytes over the wire. */
const MOST_BYTES = 11_000_000;
/** How much longer a warm run may take than the same in Pyodide alone, in milliseconds. */
const MOST_OVER_BARE_MS = 100;

const PLAIN = 'print(sum(n * n for n in range(1000)))';
const SQLALCHEMY =
  'from sqlalchemy import create_engine, text\n' +
  'with create_engine("postgresql+psycopg2://postgres@localhost/athleticu").connect() as connection:\n' +
  '    print(connection.scalars(text("SELECT name FROM clubs ORDER BY id")).first())';

/** Whatever a host compresses it does; what ends in .bin is compressed already. */
function overTheWire(file: string): number {
  return file.endsWith('.bin') ? statSync(file).size : gzipSync(readFileSync(file), { level: 9 }).length;
}

/** Collects the site's files that a page asks for from now on. */
function collectFiles(context: BrowserContext, origin: string): ReadonlySet<string> {
  const files = new Set<string>();
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin === origin && url.protocol !== 'blob:')
      files.add(path.join(BUILD, decodeURIComponent(url.pathname)));
  });
  return files;
}

interface Moment {
  readonly what: string;
  readonly ms: number;
}

/** Runs what stands in the cell. @returns what the page said on the way, and when; the last moment is the result's */
function clickRun(page: Page): Promise<Moment[]> {
  return page.evaluate(
    () =>
      new Promise<Moment[]>((resolve) => {
        const cell = document.querySelector<HTMLElement>('#measured');
        const started = performance.now();
        const moments: Moment[] = [];
        let busy = false;
        const observer = new MutationObserver(() => {
          const ms = performance.now() - started;
          const what = cell?.querySelector('[role="status"]')?.textContent ?? '';
          if (what !== '' && moments.at(-1)?.what !== what) moments.push({ what, ms });
          busy ||= cell?.dataset['state'] === 'busy';
          if (!busy || cell?.dataset['state'] !== 'ran') return;
          observer.disconnect();
          resolve([...moments, { what: 'result', ms }]);
        });
        if (cell) observer.observe(cell, { subtree: true, childList: true, characterData: true, attributes: true });
        [...(cell?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === 'Run')?.click();
      }),
  );
}

async function runProgram(page: Page, code: string): Promise<Moment[]> {
  const cell = new CellDriver(page, page.locator('#measured'));
  await cell.fill(code);
  return clickRun(page);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function warmRun(page: Page, code: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < WARM_RUNS; i++) times.push((await runProgram(page, code)).at(-1)?.ms ?? NaN);
  return median(times);
}

/** A page with nothing but Pyodide, from the same files. */
async function inPyodideAlone(context: BrowserContext, origin: string, module: string): Promise<number> {
  const page = await context.newPage();
  await page.route('**/bare', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto(`${origin}/bare`);
  const median10 = await page.evaluate(
    async ([address, code, runs]) => {
      const bytes = await fetch(new URL('library.bin', address)).then(({ body }) =>
        new Response(body?.pipeThrough(new DecompressionStream('gzip'))).blob(),
      );
      const { loadPyodide } = (await import(address)) as typeof import('pyodide');
      const pyodide = await loadPyodide({ stdLibURL: URL.createObjectURL(bytes) });
      const times: number[] = [];
      for (let i = 0; i < runs; i++) {
        const started = performance.now();
        pyodide.runPython(code);
        times.push(performance.now() - started);
      }
      return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? NaN;
    },
    [module, PLAIN, WARM_RUNS] as const,
  );
  await page.close();
  return median10;
}

function row(name: string, value: string): void {
  console.log(name.padEnd(58) + value.padStart(12));
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

async function main(): Promise<void> {
  const site = await serveFolder(BUILD);
  const browser = await launchChromium();
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  const visit = async (): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(site.url + LESSON, { waitUntil: 'networkidle' });
    await CellDriver.snippet(page, 'Python').root.evaluate((cell) => {
      cell.id = 'measured';
    });
    return page;
  };

  const first = await visit();
  const files = collectFiles(context, site.url);
  const cold = await runProgram(first, SQLALCHEMY);
  const sizes = [...files].map((file) => ({ file: path.relative(BUILD, file), bytes: overTheWire(file) }));
  await first.close();
  const second = await visit();
  const warm = await runProgram(second, SQLALCHEMY);
  const plain = await warmRun(second, PLAIN);
  const withSql = await warmRun(second, SQLALCHEMY);
  const module = [...files].find((file) => file.endsWith('pyodide.mjs')) ?? '';
  const bare = await inPyodideAlone(context, site.url, `${site.url}/${path.relative(BUILD, module)}`);
  await browser.close();
  await site.close();

  console.log('\nbytes until the first result (gz)');
  for (const { file, bytes } of sizes.sort((a, b) => b.bytes - a.bytes)) row(`  ${file}`, String(bytes));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  row('  all', String(total));
  console.log('\nwhere the time goes, from the click');
  for (const [name, moments] of [
    ['cold', cold],
    ['files in the browser’s cache', warm],
  ] as const) {
    for (const { what, ms: at } of moments) row(`  ${name}: ${what}`, ms(at));
  }
  console.log('\na run once Python is there (median)');
  row('  nothing but Python', ms(plain));
  row('  the same in Pyodide alone', ms(bare));
  row('  SQLAlchemy, PostgreSQL, the trace', ms(withSql));
  for (const [name, value, most] of [
    ['bytes until the first result', total, MOST_BYTES],
    ['milliseconds of a run over bare Pyodide', plain - bare, MOST_OVER_BARE_MS],
  ] as const) {
    const ok = value <= most;
    console.log(`${ok ? 'ok  ' : 'FAIL'}  ${name}: ${value.toFixed(0)} (at most ${most})`);
    if (!ok) process.exitCode = 1;
  }
}

void main();
