// PostgreSQL has the last word: after the first run it loads, and confirms or replaces what pg-mem answered.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CellDriver, CourseSite, PHONE, type Visit } from './course-site';

const TRUSTED = 'SELECT name FROM athletes ORDER BY name;';

let site: CourseSite;
let visit: Visit | null = null;
beforeAll(async () => {
  site = await CourseSite.open();
});
afterEach(async () => {
  await visit?.page.context().close();
  visit = null;
});
afterAll(async () => {
  await site.close();
});

/** Opens a lesson. @param prepare runs before the page's own code does */
async function open(
  address: string,
  exercise: string,
  prepare?: (page: Page) => Promise<unknown>,
): Promise<CellDriver> {
  visit = await site.visit('/', PHONE);
  const { page } = visit;
  await prepare?.(page);
  await site.goTo(page, address);
  return CellDriver.exercise(page, exercise);
}

const openSql = (prepare?: (page: Page) => Promise<unknown>): Promise<CellDriver> =>
  open('/learn/reading-rows/', 'reading-active-athletes', prepare);

const LARGE_FILES = '**/postgres/**/{pglite.wasm,files.bin,cluster.bin}';

/** A reader who asks their browser to save data. */
async function saveData(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
}

describe('a run', () => {
  test('is answered by pg-mem, and confirmed once PostgreSQL is there; nothing is loaded before', async () => {
    const requests: string[] = [];
    const cell = await openSql((page) => {
      page.context().on('request', (request) => requests.push(new URL(request.url()).pathname));
      return Promise.resolve();
    });
    const large = (): string[] => requests.filter((path) => path.includes('/postgres/'));
    expect(large()).toEqual([]);
    await cell.fill(TRUSTED);
    await cell.run();
    expect(await cell.text()).toContain('pg-mem');
    await cell.root.getByText('PostgreSQL confirms it.').waitFor();
    const names = large().map((path) => path.split('/').at(-1) ?? '');
    expect(names).toEqual([...new Set(names)]);
    expect(names).toEqual(expect.arrayContaining(['pglite.wasm', 'files.bin', 'cluster.bin']));
    expect(names).not.toContain('initdb.wasm');

    await cell.run();
    expect(await cell.text()).not.toContain('pg-mem');
  });

  test('is replaced when PostgreSQL answers otherwise, and what it replaced can be read', async () => {
    const cell = await open('/learn/sql-expressions/', 'kysely-athletes-per-club');
    // Dates pass through it on their way out of pg-mem, which shares its realm with the program, and PostgreSQL does not.
    await cell.fill(
      `import { db } from './db';
Date.prototype.toISOString = () => '1900-01-01T00:00:00.000Z';
const rows = await db.selectFrom('athletes').select('born_on').where('name', '=', 'Ida Solberg').execute();
console.log(rows[0]?.born_on);`.replace('./db', 'athleticu'),
    );
    await cell.run();
    await cell.root.getByText('PostgreSQL answers otherwise. This is its answer.').waitFor();
    const status = await cell.root.getByRole('status').first().innerText();
    expect(status).toContain('PostgreSQL answers otherwise than pg-mem did.');
    expect(await cell.root.locator('[data-state="ran"]').getByText('1994-02-11').count()).toBeGreaterThan(0);
    await cell.root.getByText('What pg-mem had answered').click();
    expect(await cell.root.locator('details[open]').first().innerText()).toContain('1900-01-01');
  });

  test('that PostgreSQL gives in another order says which orders are right, also with an ORDER BY', async () => {
    const cell = await openSql();
    await cell.fill('SELECT name FROM athletes ORDER BY active;');
    await cell.run();
    await cell.root
      .getByText('PostgreSQL gives the rows in another order. Where ORDER BY does not settle it, any order is right.')
      .waitFor();
  });

  test('shows how much of PostgreSQL has arrived while somebody waits for it', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const cell = await openSql((page) =>
      page.context().route('**/pglite.wasm', async (route) => {
        await held;
        await route.continue();
      }),
    );
    await cell.fill('SELECT count(*) / 2.0 FROM athletes;');
    await cell.button('Run').tap();
    const bar = cell.root.getByRole('progressbar');
    await bar.waitFor();
    expect(Number(await bar.getAttribute('value'))).toBeGreaterThan(0);
    expect(Number(await bar.getAttribute('value'))).toBeLessThan(1);
    expect(await cell.text()).toMatch(/\d %/);
    release();
    expect(await cell.settled()).toBe('ran');
    expect(await bar.count()).toBe(0);
  });

  test('that PostgreSQL cannot confirm says so', async () => {
    const cell = await openSql((page) => page.context().route(LARGE_FILES, (route) => route.abort()));
    await cell.fill(TRUSTED);
    await cell.run();
    await cell.root.getByText('PostgreSQL itself has not confirmed it.').waitFor();
    expect(await cell.text()).toContain('Are you offline?');
  });
});

describe('who saves data', () => {
  test('is asked before PostgreSQL loads', async () => {
    const requests: string[] = [];
    const cell = await openSql(async (page) => {
      await saveData(page);
      page.context().on('request', (request) => requests.push(request.url()));
    });
    await cell.fill(TRUSTED);
    await cell.run();
    const ask = cell.button(/^Ask PostgreSQL/);
    await ask.waitFor();
    expect(requests.filter((url) => url.includes('/postgres/'))).toEqual([]);
    await ask.tap();
    await cell.root.getByText('PostgreSQL confirms it.').waitFor();
  });
});

describe('a verdict', () => {
  const SOLUTION = 'SELECT name FROM athletes WHERE active;';

  test('is confirmed', async () => {
    const cell = await openSql();
    await cell.fill(SOLUTION);
    expect(await cell.check()).toBe('passed');
    await cell.root.getByText('PostgreSQL confirms it.').waitFor();
    expect(await cell.root.getAttribute('data-status')).toBe('passed');
  });

  test('stands, and is marked, where PostgreSQL cannot be loaded', async () => {
    const cell = await openSql((page) => page.context().route(LARGE_FILES, (route) => route.abort()));
    await cell.fill(SOLUTION);
    expect(await cell.check()).toBe('passed');
    await cell.root.getByText('PostgreSQL itself has not confirmed it.').waitFor();
    expect(await cell.root.getAttribute('data-status')).toBe('passed');
  });
});
