// How soon after a click the first result is there, cold and warm, and in how much memory, beside PGlite alone.
// Measures `build/` as it is. Each figure is the median of several browsers, all in one run; only their ratios count.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../lib/launch-chromium';
import { serveFolder } from '../lib/serve-folder';
import { buildBarePages } from './build-bare-pages';
import { rendererMemory } from './renderer-memory';

const ROUNDS = 5;
const COURSE = path.resolve('build');
const BARE = path.resolve('.cache', 'bare-pages');
const PATIENCE_MS = 120_000;

/** The first may take this share of the time that the second takes. */
const LIMITS = [
  { name: 'trusted, cold', than: 'PGlite alone, initdb', most: 1 / 5 },
  { name: 'PostgreSQL alone, snapshot', than: 'PGlite alone, initdb', most: 1 / 2 },
] as const;

/** Where to click, and what is there once the result is; both in the page. */
interface Click {
  readonly button: string;
  readonly result: string;
}

/** Clicks, without moving the mouse there first, and waits for the result. @returns milliseconds */
function clickToResult(page: Page, { button, result }: Click): Promise<number> {
  return page.evaluate(
    ([selector, wanted, patience]) =>
      new Promise<number>((resolve, reject) => {
        const started = performance.now();
        new MutationObserver((_changes, observer) => {
          if (!document.querySelector(wanted)) return;
          observer.disconnect();
          resolve(performance.now() - started);
        }).observe(document.body, { subtree: true, childList: true, attributes: true });
        setTimeout(() => {
          reject(new Error(`${wanted} did not come.`));
        }, patience);
        document.querySelector<HTMLElement>(selector)?.click();
      }),
    [button, result, PATIENCE_MS] as const,
  );
}

/** Marks the cell with this code, so that selectors find it. */
async function mark(page: Page, code: string): Promise<Click> {
  await page
    .locator('[data-state]')
    .filter({ hasText: code })
    .first()
    .evaluate((cell) => {
      cell.id = 'measured';
    });
  return { button: '#measured button', result: '#measured[data-state="ran"] :is(table, pre)' };
}

/** A reader who asks their browser to save data gets nothing of PostgreSQL before they want it. */
async function saveData(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
}

interface Sample {
  readonly ms: number;
  readonly memory: number;
}
const samples = new Map<string, Sample[]>();
function note(name: string, ms: number): void {
  samples.set(name, [...(samples.get(name) ?? []), { ms, memory: rendererMemory() }]);
}

/** Measures in a browser that has seen nothing yet. */
async function inFreshBrowser(address: string, measure: (page: Page) => Promise<void>, lean = false): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    if (lean) await saveData(page);
    await page.goto(address, { waitUntil: 'networkidle' });
    await measure(page);
  } finally {
    await browser.close();
  }
}

const TRUSTED = { lesson: '/learn/reading-rows/', code: 'SELECT name, born_on' };
const UNTRUSTED = { lesson: '/learn/how-this-course-works/', code: 'SELECT nmae' };
const BARE_CLICK: Click = { button: 'button', result: 'body[data-answer="42"]' };

async function round(course: string, bare: string): Promise<void> {
  await inFreshBrowser(
    course + TRUSTED.lesson,
    async (page) => {
      const click = await mark(page, TRUSTED.code);
      note('trusted, cold', await clickToResult(page, click));
      // The result of the run before has to go before the next one can come.
      note('trusted, warm, pg-mem', await rerun(page, click));
    },
    true,
  );
  await inFreshBrowser(course + UNTRUSTED.lesson, async (page) => {
    const click = await mark(page, UNTRUSTED.code);
    note('untrusted, cold', await clickToResult(page, click));
    note('untrusted, warm', await rerun(page, click));
  });
  await inFreshBrowser(`${bare}/snapshot.html`, async (page) => {
    note('PostgreSQL alone, snapshot', await clickToResult(page, BARE_CLICK));
  });
  await inFreshBrowser(`${bare}/initdb.html`, async (page) => {
    note('PGlite alone, initdb', await clickToResult(page, BARE_CLICK));
  });
}

/** The time of a further run: from the click until the state has been busy and is `ran` again. */
function rerun(page: Page, { button }: Click): Promise<number> {
  return page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        const cell = document.querySelector<HTMLElement>('#measured');
        const started = performance.now();
        let busy = false;
        const observer = new MutationObserver(() => {
          const state = cell?.dataset['state'];
          busy ||= state === 'busy';
          if (!busy || state !== 'ran') return;
          observer.disconnect();
          resolve(performance.now() - started);
        });
        if (cell) observer.observe(cell, { attributes: true });
        document.querySelector<HTMLElement>(selector)?.click();
      }),
    button,
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function medianOf(name: string): number {
  return median((samples.get(name) ?? []).map(({ ms }) => ms));
}

function printTable(): void {
  const base = medianOf('PGlite alone, initdb');
  console.log(
    `\n${'click to result'.padEnd(28)}${['median', 'least', 'most', 'ratio', 'memory'].map((h) => h.padStart(10)).join('')}`,
  );
  for (const [name, all] of samples) {
    const times = all.map(({ ms }) => ms);
    const cells = [
      `${median(times).toFixed(0)} ms`,
      `${Math.min(...times).toFixed(0)} ms`,
      `${Math.max(...times).toFixed(0)} ms`,
      (median(times) / base).toFixed(3),
      `${(median(all.map(({ memory }) => memory)) / 1e6).toFixed(0)} MB`,
    ];
    console.log(name.padEnd(28) + cells.map((cell) => cell.padStart(10)).join(''));
  }
}

async function main(): Promise<void> {
  if (!existsSync(path.join(COURSE, 'index.html'))) throw new Error('There is no build. Run `npm run build` first.');
  await buildBarePages(process.cwd(), BARE);
  const [course, bare] = await Promise.all([serveFolder(COURSE), serveFolder(BARE)]);
  for (let i = 0; i < ROUNDS; i++) {
    await round(course.url, bare.url);
    console.log(`round ${i + 1} of ${ROUNDS}`);
  }
  await Promise.all([course.close(), bare.close()]);
  printTable();
  for (const { name, than, most } of LIMITS) {
    const ratio = medianOf(name) / medianOf(than);
    const ok = ratio <= most;
    console.log(`${ok ? 'ok  ' : 'FAIL'}  ${name} / ${than}: ${ratio.toFixed(3)} (at most ${most.toFixed(3)})`);
    if (!ok) process.exitCode = 1;
  }
}

void main();
