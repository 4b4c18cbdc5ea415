import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { serveFolder } from '../lib/serve-folder';

/** The scripts that a page transfers before anybody acts: their addresses, with their bytes after gzip. */
export interface PageScripts {
  /** What the page itself is made of. */
  readonly loaded: ReadonlyMap<string, number>;
  /** What it fetches for later: Docusaurus does so for the pages that links in sight lead to. */
  readonly fetchedAhead: ReadonlyMap<string, number>;
}

/** A page that asked for nothing this long, in milliseconds, asks for nothing more by itself. */
const QUIET_MS = 1_000;

async function weighPage(browser: Browser, url: string, folder: string): Promise<PageScripts> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const scripts = new Map<string, keyof PageScripts>();
  const note = (address: string, kind: keyof PageScripts): void => {
    const { pathname } = new URL(address);
    // What was fetched ahead and is then run comes over the net once.
    if (/\.m?js$/.test(pathname) && scripts.get(pathname) !== 'loaded') scripts.set(pathname, kind);
  };
  let lastRequest = Date.now();
  // Asked of the context, which hears of what workers load, too; but not of a worker's first script.
  context.on('request', (request) => {
    lastRequest = Date.now();
    note(request.url(), request.headers()['sec-purpose'] === 'prefetch' ? 'fetchedAhead' : 'loaded');
  });
  const page = await context.newPage();
  page.on('worker', (worker) => {
    note(worker.url(), 'loaded');
  });
  const response = await page.goto(url, { waitUntil: 'networkidle' });
  if (response?.status() !== 200) throw new Error(`${url} answers ${String(response?.status())}`);
  // On a busy machine the network may be idle because the scripts that came are still being read.
  await page.locator('html[data-has-hydrated="true"]').waitFor();
  lastRequest = Date.now();
  while (Date.now() - lastRequest < QUIET_MS) await page.waitForTimeout(QUIET_MS / 10);
  await context.close();

  const weigh = (kind: keyof PageScripts): Map<string, number> =>
    new Map(
      [...scripts.entries()]
        .filter(([, its]) => its === kind)
        // The bytes that were served are the file's.
        .map(([pathname]) => [pathname, gzipSync(readFileSync(path.join(folder, pathname)), { level: 9 }).length]),
    );
  return { loaded: weigh('loaded'), fetchedAhead: weigh('fetchedAhead') };
}

/**
 * Opens pages of a built site, each with an empty cache, touches nothing, and weighs the scripts that came.
 * @returns the scripts by the address of the page
 */
export async function weighScripts(
  browser: Browser,
  folder: string,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, PageScripts>> {
  const served = await serveFolder(folder);
  try {
    const pages = new Map<string, PageScripts>();
    for (const address of addresses) pages.set(address, await weighPage(browser, served.url + address, folder));
    return pages;
  } finally {
    await served.close();
  }
}
