// What each layer did in a run of a TypeScript snippet: behind its disclosure, or open where it is the point.
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CourseSite, type Visit } from './course-site';

const LESSON = '/learn/sql-expressions/';
/** Snippets of the lesson, by a line that is in no snippet before it. */
const COMPILED = 'const { sql, parameters } = query.compile();';
const EXECUTED = 'console.log(await query.execute());';

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

/** Runs a snippet as the lesson has it, and unfolds its trace if need be. @returns the part of the report that holds it */
async function open(snippet: string, options: Parameters<CourseSite['visit']>[1] = {}): Promise<[Page, Locator]> {
  visit = await site.visit(LESSON, options);
  const { page } = visit;
  const cell = page.locator('[data-state]').filter({ hasText: snippet }).first();
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  if (snippet === COMPILED) {
    const folded = cell.locator('details').filter({ hasText: 'What each layer did' });
    await folded.locator('summary').click();
    return [page, folded];
  }
  const open = cell.getByRole('group', { name: 'What each layer did' });
  await open.waitFor();
  return [page, open];
}

const rows = (trace: Locator): Locator => trace.getByRole('row').filter({ has: trace.page().getByRole('button') });
const step = (trace: Locator): Locator => trace.getByRole('group', { name: 'The chosen step' });

async function titles(trace: Locator): Promise<readonly string[]> {
  return rows(trace).getByRole('button').allInnerTexts();
}

/** The lane of each row, as its cell in the lane's column names it. */
async function lanes(trace: Locator): Promise<readonly string[]> {
  return trace.locator('tbody tr').evaluateAll((all) =>
    all.map((row) => {
      const header = row.closest('table')?.tHead?.rows[0];
      const cells = [...row.children].slice(1, -3);
      const at = cells.findIndex((cell) => cell.textContent !== '');
      const column = header?.children[at + 1]?.textContent ?? '';
      return column === cells[at]?.textContent ? column : 'not in its column';
    }),
  );
}

test('a query that is only compiled goes no further than the compiler', async () => {
  const [, trace] = await open(COMPILED);
  expect(await trace.locator('summary').innerText()).toBe('What each layer did (5 steps)');
  expect(await titles(trace)).toEqual([
    'Program begins',
    'SelectQueryNode becomes SQL',
    'Prints',
    'Prints',
    'Program ends',
  ]);
  expect(await lanes(trace)).toEqual(['Your code', 'Compiler', 'Your code', 'Your code', 'Your code']);
  await rows(trace).getByRole('button', { name: 'SelectQueryNode becomes SQL' }).click();
  const shown = await step(trace).innerText();
  expect(shown).toContain('select "name", "city" from "clubs" where "city" = $1');
  expect(shown).toContain('$1 = Bergen');
  expect(visit?.errors).toEqual([]);
  expect(visit?.foreignRequests).toEqual([]);
});

describe('a query that is executed', () => {
  test('can be followed to the server and back with the keyboard', async () => {
    const [page, trace] = await open(EXECUTED);
    const all = await titles(trace);
    const server = all.indexOf('Runs a statement');
    expect(server).toBeGreaterThan(all.indexOf('Client sends a query'));
    await rows(trace).getByRole('button').first().focus();
    for (let i = 0; i < server; i++) await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Runs a statement');
    const table = step(trace).getByRole('table');
    expect(await table.innerText()).toContain('Harbour Harriers');
    expect(await rows(trace).nth(server).getByRole('button').getAttribute('aria-current')).toBe('step');

    // One of the steps takes the focus, so that Tab gets past them.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Previous');
    await page.keyboard.press('Enter');
    expect(await step(trace).locator('[aria-live]').innerText()).toContain('Client sends a query');
    await page.keyboard.press('End');
    expect(await step(trace).innerText()).toContain(`${String(all.length)} of ${String(all.length)}`);
    const next = step(trace).getByRole('button', { name: 'Next' });
    expect(await next.getAttribute('aria-disabled')).toBe('true');
  });

  test.each([1280, 390])('is a picture with a line from step to step at %d px', async (width) => {
    const [, trace] = await open(EXECUTED, { viewport: { width, height: 900 } });
    // Where there is no room for the lanes' names, each step says its own.
    const heading = trace.getByText('Compiler', { exact: true }).first();
    expect((await heading.boundingBox())?.width).toBeGreaterThan(width > 600 ? 20 : 0);
    expect(await trace.getByText('Expressions and compiler').first().isVisible()).toBe(width < 600);
    // Each row but the first has a line that comes from above, in the lane of the row before it.
    const broken = await rows(trace).evaluateAll((all) => {
      const laneOf = (row: Element | undefined): number =>
        [...(row?.children ?? [])].findIndex(
          (cell) => cell.querySelector('span')?.parentElement === cell && cell.tagName === 'TD',
        );
      return all.filter((row, step) => {
        if (step === 0) return false;
        const cell = row.children[laneOf(all[step - 1])];
        return cell === undefined || !getComputedStyle(cell).backgroundSize.startsWith('2px 14.4px');
      }).length;
    });
    expect(broken).toBe(0);
  });

  test('shows the state of the pool', async () => {
    const [, trace] = await open(EXECUTED);
    await rows(trace).getByRole('button', { name: 'Client is given back' }).first().click();
    expect(await step(trace).innerText()).toMatch(/In use\s+0\s+Idle\s+1\s+Waiting for one\s+0\s+At most\s+1 client/);
  });

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const)('axe finds nothing, and the page is not too wide, %s at %d px', async (colorScheme, width) => {
    const [page, trace] = await open(EXECUTED, { colorScheme, viewport: { width, height: 900 } });
    await page.evaluate(axe.source);
    for (const title of ['SelectQueryNode becomes SQL', 'Client is new', 'Runs a statement', 'Prints']) {
      await rows(trace).getByRole('button', { name: title }).first().click();
      const violations = await page.evaluate(async () => {
        const { violations: found } = await window.axe.run('[aria-label="What each layer did"]');
        return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
      });
      expect(violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});

test('SQL has no trace: it is one layer', async () => {
  visit = await site.visit('/learn/reading-rows/');
  const cell = visit.page.locator('[data-state]').first();
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  await visit.page.locator('[data-state="ran"]').waitFor();
  await cell
    .getByText(/\d rows?$/)
    .first()
    .waitFor();
  expect(await cell.getByText('What each layer did').count()).toBe(0);
});
