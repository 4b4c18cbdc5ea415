// What each layer did in a run of a Python program: the commit of the map's lesson, from the objects to the server.
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CourseSite, type Visit } from './course-site';

const LESSON = '/learn/sqlalchemy-map/';
/** A line of the lesson's program that is in no snippet before it. */
const COMMITTED = 'print("committed")';

/** A row of the table of the trace. */
interface Row {
  readonly title: string;
  /** The column in which the row has its mark. */
  readonly lane: string;
}

let site: CourseSite;
let visit: Visit;
let page: Page;
let trace: Locator;
let rows: readonly Row[];
// One run for all looks: Python takes long to start, and reading a trace changes nothing in it.
beforeAll(async () => {
  site = await CourseSite.open();
  visit = await site.visit(LESSON);
  page = visit.page;
  const cell = page.locator('[data-state]').filter({ hasText: COMMITTED }).first();
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  trace = cell.getByRole('group', { name: 'What each layer did' });
  await trace.waitFor();
  rows = await trace.locator('tbody tr').evaluateAll((all) =>
    all.map((row) => {
      const header = row.closest('table')?.tHead?.rows[0];
      const lanes = [...row.children].slice(1, -3);
      const at = lanes.findIndex((cell) => cell.textContent !== '');
      const title = row.querySelector('button')?.textContent ?? '';
      return { title, lane: header?.children[at + 1]?.textContent ?? '' };
    }),
  );
});
afterAll(() => site.close());

const step = (): Locator => trace.getByRole('group', { name: 'The chosen step' });
const button = (at: number): Locator => trace.locator('tbody tr').nth(at).getByRole('button');

/** Where a step with this title stands, at or after another. @throws when there is none */
function find(title: string, from = 0): number {
  const at = rows.findIndex((row, index) => index >= from && row.title === title);
  if (at < 0) throw new Error(`No step "${title}" from step ${String(from + 1)} on.`);
  return at;
}

/** What the page says of a step once it is chosen. */
async function chosen(at: number): Promise<string> {
  await button(at).click();
  return (await step().innerText()).replaceAll('\u00a0', ' ');
}

test('the trace stands open beside the result, with no disclosure around it', async () => {
  expect(await trace.isVisible()).toBe(true);
  expect(await trace.locator('xpath=ancestor-or-self::details').count()).toBe(0);
  const heading = `What each layer did (${String(rows.length)} steps)`;
  expect(await trace.getByText(heading, { exact: true }).isVisible()).toBe(true);
  expect(visit.errors).toEqual([]);
  expect(visit.foreignRequests).toEqual([]);
});

describe('the table of the trace', () => {
  test('has the flush, then the club’s INSERT, then that of both athletes', async () => {
    const flush = find('Session flushes');
    expect(rows[flush]?.lane).toBe('ORM');
    const club = find('Runs INSERT', flush);
    const athletes = find('Runs INSERT', club + 1);
    expect(rows.filter(({ title }) => title === 'Runs INSERT')).toHaveLength(2);
    expect([rows[club]?.lane, rows[athletes]?.lane]).toEqual(['Server', 'Server']);
    expect(await chosen(club)).toMatch(/INSERT INTO clubs .*'Fell & Field', 'Keswick'/s);
    expect(await chosen(athletes)).toMatch(/INSERT INTO athletes .*'Tove Dahl'.*'Arne Moe'/s);
  });

  test('has COMMIT last of what the server runs', () => {
    const served = rows.filter(({ lane }) => lane === 'Server').map(({ title }) => title);
    expect(served.slice(-4)).toEqual(['Runs BEGIN', 'Runs INSERT', 'Runs INSERT', 'Runs COMMIT']);
  });

  test('says what is done for the dialect, and does it before the session’s transaction', () => {
    const dialects = rows.filter(({ title }) => title.endsWith('(for the dialect)'));
    expect(dialects.length).toBeGreaterThan(0);
    const last = rows.findLastIndex(({ title }) => title.endsWith('(for the dialect)'));
    expect(last).toBeLessThan(find('Transaction begins'));
  });

  test('is followed with the arrow keys, from the flush to the server', async () => {
    const flush = find('Session flushes');
    const insert = find('Runs INSERT', flush);
    await button(flush).click();
    for (let at = flush; at < insert; at++) {
      expect(await button(at).getAttribute('aria-current')).toBe('step');
      await page.keyboard.press('ArrowDown');
    }
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Runs INSERT');
    expect(await step().innerText()).toContain(`${String(insert + 1)} of ${String(rows.length)}`);
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(rows[insert - 1]?.title);
  });
});

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 390],
  ['dark', 390],
] as const)('axe finds nothing, and the page is not too wide, %s at %d px', async (colorScheme, width) => {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 900 });
  await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  await page.evaluate(axe.source);
  for (const title of ['Objects are pending', 'Insert becomes SQL', 'Connection 1 is new', 'Runs INSERT']) {
    await button(find(title)).click();
    const violations = await page.evaluate(async () => {
      const { violations: found } = await window.axe.run('[aria-label="What each layer did"]');
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    });
    expect(violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});
