// A reader in front of psql: sessions typed by keyboard alone, keys of a terminal, statements that run away, runs elsewhere on
// the page in between, phones, and exercises whose answer is what was typed.
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PROGRESS_KEY } from '../../src/progress/progress-store';
import { ConsoleDriver } from './console-driver';
import { CellDriver, CourseSite, PHONE, type Visit } from './course-site';

declare global {
  interface Window {
    /** There once its source has run in the page. */
    readonly axe: typeof axe;
  }
}

const LESSON = '/learn/psql-first-session/';
const EXERCISE = 'psql-first-statement';
/** After this long what was typed has been stored, in milliseconds. */
const SAVED_MS = 1_500;

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

async function lesson(options: Parameters<CourseSite['visit']>[1] = {}): Promise<ConsoleDriver> {
  visit = await site.visit(LESSON, options);
  return new ConsoleDriver(visit.page, visit.page.locator('[data-psql]').first());
}

async function exercise(): Promise<{ psql: ConsoleDriver; cell: CellDriver }> {
  visit = await site.visit(LESSON);
  const { page } = visit;
  return {
    psql: new ConsoleDriver(page, page.locator(`[data-exercise="${EXERCISE}"]`)),
    cell: CellDriver.exercise(page, EXERCISE),
  };
}

/** The answer that the page has stored. */
async function draft(): Promise<string> {
  const stored = await visit?.page.evaluate((key) => localStorage.getItem(key), PROGRESS_KEY);
  const progress = JSON.parse(stored ?? '{}') as { exercises?: Record<string, { draft?: { code: string } }> };
  return progress.exercises?.[EXERCISE]?.draft?.code ?? '';
}

async function violations(page: Visit['page']): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const results = await window.axe.run();
    return results.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    );
  });
}

describe('a lesson', () => {
  test('shows the recorded session without a console, and loads none', async () => {
    const psql = await lesson();
    const recorded = psql.root.getByRole('group', { name: 'A recorded session with psql' });
    expect(await recorded.textContent()).toContain("athleticu=# SELECT 'it''s\nathleticu'# ^C\nathleticu=# \\q\n");
    expect(await recorded.locator('kbd').allTextContents()).toContain('FROM clubs');
    expect(await psql.console.count()).toBe(0);
    const loaded = await visit?.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(loaded?.filter((name) => /pglite|worker/.test(name))).toEqual([]);
  });

  test('a whole session by keyboard alone', async () => {
    const psql = await lesson();
    const { page } = psql;
    await psql.button('Open psql').focus();
    await page.keyboard.press('Enter');
    expect(await psql.prompt()).toBe('athleticu=#');
    expect(await psql.type('CREATE ROLE coach LOGIN;')).toContain('CREATE ROLE');
    expect(await psql.type('ALTER ROLE coach CREATEDB;')).toContain('ALTER ROLE');
    expect(await psql.type('\\c - coach')).toContain('as user "coach"');
    expect(await psql.prompt()).toBe('athleticu=>');
    expect(await psql.type('CREATE DATABASE club;')).toContain('CREATE DATABASE');
    expect(await psql.type('\\c club')).toContain('You are now connected to database "club" as user "coach".');
    expect(await psql.type('CREATE TABLE members (id integer PRIMARY KEY, name text);')).toContain('CREATE TABLE');
    expect(await psql.type('\\d members')).toMatch(
      /Table "public.members"[^]*"members_pkey" PRIMARY KEY, btree \(id\)/,
    );
    expect(await psql.type('SELECT nme FROM members;')).toMatch(/ERROR: {2}column "nme" does not exist\nLINE 1:/);
    await psql.type("INSERT INTO members VALUES (1, 'Ada);");
    expect(await psql.prompt()).toBe("club'>");
    await page.keyboard.type('half a line');
    await page.keyboard.press('Control+C');
    expect(await psql.prompt()).toBe('club=>');
    expect(await psql.text()).toContain("club'> half a line^C\n");
    await page.keyboard.type('\\q');
    await page.keyboard.press('Enter');
    await psql.console.getByText('psql has ended.').waitFor();
    // The line is gone; the focus is where one goes on.
    await page.keyboard.press('Enter');
    expect(await psql.prompt()).toBe('athleticu=#');
    expect(await psql.type('\\du coach')).not.toContain('Create DB');
    expect(visit?.errors).toEqual([]);
    expect(visit?.foreignRequests).toEqual([]);
  });

  test('Ctrl-C ends a statement that runs away, and nothing is lost', async () => {
    const psql = await lesson();
    const { page } = psql;
    await psql.open();
    await psql.type('CREATE TABLE mine AS SELECT 42 AS answer;');
    for (const statement of ['SELECT pg_sleep(1000);', 'SELECT count(*) FROM generate_series(1, 100000000000);']) {
      await page.keyboard.type(statement);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(1_000);
      expect(await psql.console.getAttribute('data-phase')).toBe('working');
      await page.keyboard.press('Control+C');
      await psql.ready();
      expect(await psql.text()).toMatch(/\^CCancel request sent\nERROR: {2}canceling statement due to user request\n$/);
    }
    expect(await psql.type('SELECT answer FROM mine;')).toContain('42');
    await page.keyboard.type('SELECT 1 AS again \\watch 0.3');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await psql.text()).match(/again/g)?.length, { timeout: 30_000 }).toBeGreaterThan(3);
    await psql.button('Ctrl-C').click();
    await psql.ready();
    await psql.input.focus();
    expect(await psql.type('SELECT 40 + 2;')).toContain('42');
  });

  test('runs and checks elsewhere on the page do not break it, nor it them', async () => {
    const { psql: answer, cell } = await exercise();
    const psql = new ConsoleDriver(answer.page, answer.page.locator('[data-psql]').first());
    await psql.open();
    await psql.type('CREATE TABLE mine AS SELECT 42 AS answer;');
    await psql.type('BEGIN;');
    expect(await cell.check()).toBe('failed');
    await psql.input.focus();
    expect(await psql.prompt()).toBe('athleticu=*#');
    expect(await psql.type('SELECT answer FROM mine;')).toContain('42');
    expect(await cell.run()).toBe('ran');
    await psql.input.focus();
    expect(await psql.type('COMMIT;')).toContain('COMMIT');
  });

  test('history, completion, pasting, a password, an editor', async () => {
    const psql = await lesson();
    const { page } = psql;
    await psql.open();
    const { keyboard } = page;
    await keyboard.type('SELECT * FROM clu');
    await keyboard.press('Tab');
    await page.waitForFunction(
      (field) => field instanceof HTMLInputElement && field.value.endsWith('clubs'),
      await psql.input.elementHandle(),
    );
    expect(await psql.type(' LIMIT 1;')).toContain('Harbour Harriers');
    await psql.type('\\echo one');
    await keyboard.press('ArrowUp');
    await keyboard.press('ArrowUp');
    expect(await psql.input.inputValue()).toBe('SELECT * FROM clubs LIMIT 1;');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    expect(await psql.input.inputValue()).toBe('');
    await keyboard.press('Control+R');
    await keyboard.type('limit');
    await keyboard.press('Enter');
    expect(await psql.input.inputValue()).toBe('SELECT * FROM clubs LIMIT 1;');
    expect(await psql.type('')).toContain('Harbour Harriers');

    await page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      '\\echo a\n\\echo b\nSELECT 40 +\n2 AS sum;\n\\echo re',
    );
    await keyboard.press('Control+V');
    await psql.ready();
    expect(await psql.text()).toMatch(/a\n.*b\n[^]*sum[^]*42/);
    expect(await psql.input.inputValue()).toBe('\\echo re');
    expect(await psql.type('st')).toContain('rest\n');

    await psql.type('\\password');
    expect(await psql.prompt()).toBe('Enter new password for user "postgres":');
    expect(await psql.input.getAttribute('type')).toBe('password');
    await psql.type('secret');
    await psql.type('secret');
    expect(await psql.text()).not.toContain('secret');

    await keyboard.type('\\e');
    await keyboard.press('Enter');
    const editor = page.getByRole('dialog').getByRole('textbox');
    await editor.fill("SELECT 'edited' AS text;");
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await psql.ready();
    expect(await psql.text()).toMatch(/edited\s*\n\(1 row\)/);

    await keyboard.press('Control+L');
    expect(await psql.text()).toBe('');
    await psql.type('\\echo copied');
    await psql.button('Copy').click();
    await psql.console.getByText('Copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('athleticu=# \\echo copied\ncopied\n');
    await psql.input.focus();
    await keyboard.press('Control+D');
    await psql.console.getByText('psql has ended.').waitFor();
    expect(await psql.text()).toMatch(/athleticu=# \\q\n$/);
  });

  test('Tab is never trapped', async () => {
    const psql = await lesson();
    const { page } = psql;
    await psql.open();
    const inInput = (): Promise<boolean> => psql.input.evaluate((field) => field === document.activeElement);
    // Nothing is typed.
    await page.keyboard.press('Tab');
    expect(await inInput()).toBe(false);
    await page.keyboard.press('Shift+Tab');
    expect(await inInput()).toBe(true);
    // Nothing is known of it.
    await page.keyboard.type('xyzzy');
    await page.keyboard.press('Tab');
    await page.waitForFunction((field) => field !== document.activeElement, await psql.input.elementHandle());
    // There are several possibilities: they are listed, and then it goes to them.
    await psql.input.fill('SELECT * FROM athletes WHERE a');
    await page.keyboard.press('Tab');
    await psql.button('active').waitFor();
    expect(await inInput()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await psql.button('active').evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await psql.input.inputValue()).toBe('SELECT * FROM athletes WHERE active ');
    expect(await inInput()).toBe(true);
    // After Escape it moves on, whatever stands there.
    await psql.input.fill('SEL');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await inInput()).toBe(false);
    expect(await psql.input.inputValue()).toBe('SEL');
  });

  test('types the lesson’s lines for whoever wants that', async () => {
    const psql = await lesson();
    await psql.open();
    await psql.button('Type it for me').click();
    await psql.ready();
    expect(await psql.text()).toBe('athleticu=# SELECT name\n');
    await psql.button('Type all of them').click();
    await psql.console.getByText('psql has ended.').waitFor();
    const recorded = psql.root.getByRole('group', { name: 'A recorded session with psql' });
    // A recorded session has no spaces at the ends of its lines.
    const text = (await psql.text()).replaceAll(/ +$/gm, '');
    expect(text.trimEnd()).toBe(((await recorded.textContent()) ?? '').trimEnd());
  });

  test('keeps the last lines of many, and says so', async () => {
    const psql = await lesson();
    await psql.open();
    await psql.type('SELECT n FROM generate_series(1, 9000) AS n;');
    expect(await psql.text()).toMatch(/^7,00\d earlier lines not kept\./);
    expect(await psql.text()).toContain('(9000 rows)');
  });

  test('on a phone there are the keys that its keyboard lacks', async () => {
    const psql = await lesson(PHONE);
    await psql.button('Open psql').tap();
    await psql.ready();
    expect(await psql.input.evaluate((field) => getComputedStyle(field).fontSize)).toBe('16px');
    expect(await psql.input.getAttribute('enterkeyhint')).toBe('send');
    expect(await psql.input.getAttribute('autocapitalize')).toBe('off');
    await psql.button('Backslash').tap();
    await psql.page.keyboard.type('echo hello');
    await psql.page.keyboard.press('Enter');
    await psql.ready();
    expect(await psql.text()).toContain('hello\n');
    await psql.button('The line before').tap();
    expect(await psql.input.inputValue()).toBe('\\echo hello');
    await psql.button('Ctrl-C').tap();
    await psql.ready();
    expect(await psql.input.inputValue()).toBe('');
  });

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const)('axe finds nothing, %s at %d px', async (colorScheme, width) => {
    const psql = await lesson({ colorScheme, ...(width === 390 ? PHONE : {}) });
    const { page } = psql;
    await psql.open();
    await psql.type('SELECT nme FROM clubs;');
    await psql.type('\\d athletes');
    await psql.input.fill('SELECT * FROM athletes WHERE a');
    await psql.input.press('Tab');
    await psql.button('active').waitFor();
    await psql.button('History').click();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await psql.button('Close the search').click();
    await psql.input.fill('');
    await psql.input.press('Control+D');
    await psql.console.getByText('psql has ended.').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe('an exercise', () => {
  test('is solved by typing, survives a reload, and is checked as text', async () => {
    const { psql, cell } = await exercise();
    const { page } = psql;
    await psql.button('Open psql and type these 3 lines').click();
    expect(await psql.prompt()).toBe("athleticu'#");
    await cell.button('Edit').waitFor();
    expect(await cell.check()).toBe('failed');
    await psql.input.focus();
    await page.keyboard.press('Control+C');
    await psql.ready();
    await psql.type("INSERT INTO clubs (name, city) VALUES ('Fjord Flyers', 'Bergen');");
    await psql.type("SELECT name FROM clubs WHERE city = 'Bergen' ORDER BY name;");
    const typed = [
      '^C',
      "INSERT INTO clubs (name, city) VALUES ('Fjord Flyers', 'Bergen');",
      "SELECT name FROM clubs WHERE city = 'Bergen' ORDER BY name;",
    ];
    await expect.poll(async () => (await draft()).split('\n').slice(3)).toEqual(typed);
    const answer = await draft();
    expect(await cell.check(), await cell.text()).toBe('passed');

    await site.reload(page);
    await psql.button('Open psql and type these 6 lines').click();
    await psql.ready();
    expect(await psql.text()).toContain('Fjord Flyers');
    await page.waitForTimeout(SAVED_MS);
    expect(await draft()).toBe(answer);

    await cell.button('Reset').click();
    expect(await psql.console.count()).toBe(0);
    await expect.poll(draft).toBe('');
    expect(visit?.errors).toEqual([]);
  });

  test('a cancelled statement is no part of the answer', async () => {
    const { psql } = await exercise();
    const { page } = psql;
    await psql.open();
    await page.keyboard.press('Control+C');
    await psql.ready();
    await page.waitForTimeout(SAVED_MS);
    const before = await draft();
    expect(before).toMatch(/\^C$/);
    await page.keyboard.type('SELECT pg_sleep(1000);');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(500);
    await page.keyboard.press('Control+C');
    await psql.ready();
    await page.waitForTimeout(SAVED_MS);
    expect(await draft()).toBe(before);
  });
});
