// What a learner does besides solving: makes mistakes, loops for ever, leaves and comes back, uses only the keyboard.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PROGRESS_KEY } from '../../src/progress/progress-store';
import { CellDriver, CourseSite, type Visit } from './course-site';

const SQL_LESSON = '/learn/reading-rows/';
const SQL_EXERCISE = 'reading-active-athletes';
const TS_LESSON = '/learn/sql-expressions/';

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

async function sqlExercise(): Promise<CellDriver> {
  visit = await site.visit(SQL_LESSON);
  return CellDriver.exercise(visit.page, SQL_EXERCISE);
}

async function typeScriptExercise(): Promise<CellDriver> {
  visit = await site.visit(TS_LESSON);
  return new CellDriver(visit.page, visit.page.locator('[data-exercise]').first());
}

describe('SQL', () => {
  test('an error shows PostgreSQL’s message, the SQLSTATE, line and column, and the caret', async () => {
    const cell = await sqlExercise();
    await cell.type('SELECT name\nFROM athletes\nWHERE actve;');
    expect(await cell.run()).toBe('ran');
    const text = await cell.text();
    expect(text).toContain('ERROR:  column "actve" does not exist');
    expect(text).toContain('42703');
    expect(text).toMatch(/line 3, column 7/i);
    expect(text).toMatch(/LINE 3: WHERE actve;\n {14}\^/);
    await cell.root.locator('.squiggly-error').first().waitFor();
  });

  test('a syntax error says where', async () => {
    const cell = await sqlExercise();
    await cell.type('SELEC name FROM athletes;');
    await cell.run();
    const text = await cell.text();
    expect(text).toContain('ERROR:  syntax error at or near "SELEC"');
    expect(text).toContain('42601');
    expect(text).toMatch(/line 1, column 1/i);
  });

  test('a million rows are cut with a notice, and the page lives on', async () => {
    const cell = await sqlExercise();
    await cell.type('SELECT n, n * 2 AS twice FROM generate_series(1, 1000000) AS n;');
    expect(await cell.run()).toBe('ran');
    expect(await cell.text()).toMatch(/first 10,000 of 1,000,000 rows/i);
    await cell.type('SELECT name FROM clubs;');
    expect(await cell.run()).toBe('ran');
    expect(await cell.text()).toContain('Harbour Harriers');
  });

  test('a runaway statement is stopped at its limit, and the next run works', async () => {
    const cell = await sqlExercise();
    await cell.type('SELECT count(*) FROM generate_series(1, 100000000000);');
    await cell.run();
    expect(await cell.text()).toMatch(/Stopped after 5 s/);
    await cell.type('SELECT count(*) AS clubs FROM clubs;');
    await cell.run();
    expect(await cell.text()).toContain('SELECT 1');
  });

  test.each([
    ['an empty answer', ''],
    ['only spaces and a comment', '  -- nothing yet\n'],
    ['a NUL byte', "SELECT 'a\0b';"],
    ['an emoji', "SELECT '🏃‍♀️' AS runner, nme FROM athletes;"],
    ['a lone quote', "SELECT 'open"],
    ['a megabyte', `SELECT '${'long '.repeat(200_000)}' AS text;`],
  ])('survives %s', async (_, code) => {
    const cell = await sqlExercise();
    await cell.type(code);
    expect(await cell.check()).toBe('failed');
    await cell.type('SELECT name FROM athletes WHERE active;');
    expect(await cell.check()).toBe('passed');
    expect(visit?.errors).toEqual([]);
  });
});

describe('TypeScript', () => {
  test('while (true) is stopped at its limit with what it printed, and the next run works', async () => {
    const cell = await typeScriptExercise();
    await cell.type("console.log('before');\nwhile (true) {}");
    await cell.run();
    expect(await cell.text()).toMatch(/Stopped after 5 s/);
    expect(await cell.text()).toContain('before');
    await cell.type("console.log('alive', 6 * 7);");
    await cell.run();
    expect(await cell.text()).toContain('alive 42');
  });

  test('Stop ends a run at once', async () => {
    const cell = await typeScriptExercise();
    await cell.type('while (true) {}');
    await cell.button('Run').click();
    await cell.button('Stop').click();
    expect(await cell.settled()).toBe('ran');
    // Not "Stopped after 5 s", as when its time is over.
    expect(await cell.text()).toContain('You stopped this run');
    await cell.type('console.log(1 + 1);');
    await cell.run();
    expect(await cell.text()).toContain('2');
  });

  test('Stop ends a check', async () => {
    const cell = await typeScriptExercise();
    await cell.type('while (true) {}');
    await cell.button('Check').click();
    await cell.button('Stop').click();
    expect(await cell.settled()).toBe('stopped');
  });

  test('a syntax error says where', async () => {
    const cell = await typeScriptExercise();
    await cell.type('const a = 1;\nconst b = ;');
    await cell.run();
    expect(await cell.text()).toMatch(/line 2, column 11/i);
  });

  test('an import that is not offered says what is', async () => {
    const cell = await typeScriptExercise();
    await cell.type("import { readFileSync } from 'fs';\nconsole.log(readFileSync('x'));");
    await cell.run();
    const text = await cell.text();
    expect(text).toContain('fs');
    for (const offered of ['athleticu', 'kysely', 'pg']) expect(text).toContain(offered);
  });

  test('a missing export is named', async () => {
    const cell = await typeScriptExercise();
    await cell.type("console.log('nothing exported');");
    expect(await cell.check()).toBe('failed');
    expect(await cell.text()).toMatch(/export/);
  });

  test('names of tables and columns have types: a mistake is underlined before it runs', async () => {
    const cell = await typeScriptExercise();
    await cell.type("import { db } from 'athleticu';\nawait db.selectFrom('athletes').select('nme').execute();");
    await cell.root.locator('.squiggly-error').first().waitFor({ timeout: 30_000 });
    await cell.type("import { db } from 'athleticu';\nawait db.selectFrom('athletes').select('name').execute();");
    await cell.root.locator('.squiggly-error').first().waitFor({ state: 'detached', timeout: 30_000 });
  });
});

describe('what is kept', () => {
  test('a draft survives a reload', async () => {
    const cell = await sqlExercise();
    await cell.type('SELECT 1 AS my_draft;');
    await cell.page.waitForFunction((key) => localStorage.getItem(key)?.includes('my_draft'), PROGRESS_KEY);
    await site.reload(cell.page);
    expect(await cell.text()).toContain('my_draft');
  });

  test('Reset goes back to the start, and Undo returns what was there', async () => {
    const cell = await sqlExercise();
    await cell.type('SELECT 1 AS my_draft;');
    await cell.button('Reset').click();
    expect(await cell.text()).not.toContain('my_draft');
    await cell.button('Undo').click();
    expect(await cell.text()).toContain('my_draft');
  });

  test('corrupt progress is kept aside, reported, and a fresh record begins', async () => {
    const cell = await sqlExercise();
    await cell.page.evaluate((key) => {
      localStorage.setItem(key, '{"version":1,"exercises":');
    }, PROGRESS_KEY);
    await site.reload(cell.page);
    expect(await cell.text()).toContain('could not be read');
    const kept = await cell.page.evaluate(
      (key) => Object.keys(localStorage).filter((name) => name.startsWith(`${key}.corrupt-`)).length,
      PROGRESS_KEY,
    );
    expect(kept).toBe(1);
    expect(await cell.check()).toBe('failed');
  });
});

describe('help', () => {
  test('hints come one at a time', async () => {
    const cell = await sqlExercise();
    await cell.button(/^Hint \(1 of/).click();
    expect(await cell.root.getByRole('list', { name: 'Hints' }).getByRole('listitem').count()).toBe(1);
    await cell.button(/^Next hint \(2 of/).click();
    expect(await cell.root.getByRole('list', { name: 'Hints' }).getByRole('listitem').count()).toBe(2);
  });

  test('the solution asks first while nothing was tried', async () => {
    const cell = await sqlExercise();
    await cell.button('Solution').click();
    expect(await cell.text()).toContain('You have not checked an answer yet');
    await cell.button('Try first').click();
    await cell.check();
    await cell.button('Solution').click();
    await cell.root.getByRole('group', { name: 'Solution' }).waitFor();
  });
});

describe('a page that comes slowly', () => {
  /** Opens a page whose scripts come only when they are let come. */
  async function slowPage(address: string): Promise<{ readonly page: Page; readonly letCome: () => void }> {
    visit = await site.visit('/');
    const { page } = visit;
    let letCome = (): void => undefined;
    const come = new Promise<void>((resolve) => {
      letCome = resolve;
    });
    await page.route('**/assets/js/**', async (route) => {
      await come;
      await route.continue();
    });
    await page.goto(site.url + address, { waitUntil: 'commit' });
    return { page, letCome };
  }

  test('does what was pressed before its scripts had come, once', async () => {
    const { page, letCome } = await slowPage(SQL_LESSON);
    const cell = CellDriver.exercise(page, SQL_EXERCISE);
    // Who sees nothing happen presses again.
    for (const name of ['Run', 'Run', /^Hint \(1 of/]) await cell.button(name).click();
    letCome();
    expect(await cell.settled()).toBe('ran');
    expect(await cell.root.getByRole('list', { name: 'Hints' }).getByRole('listitem').count()).toBe(1);
    await cell.button(/^Next hint \(2 of/).click();
    expect(await cell.root.getByRole('list', { name: 'Hints' }).getByRole('listitem').count()).toBe(2);
    expect(visit?.errors).toEqual([]);
  });

  test('takes the answers to a quiz that were given before its scripts had come', async () => {
    const { page, letCome } = await slowPage('/learn/how-this-course-works/');
    const [one, pairs] = [page.locator('[data-question]').first(), page.locator('[data-question]').nth(1)];
    // Who changes their mind means the last one.
    for (const name of ['3', '5', '3']) await one.getByRole('radio', { name, exact: true }).check();
    await one.getByRole('button', { name: 'Check answer' }).click();
    const right = [
      'the query gave four rows',
      'one row was added',
      'which kind of error it is',
      'where in the line PostgreSQL stopped',
    ];
    for (const [i, value] of right.entries()) await pairs.getByRole('combobox').nth(i).selectOption(value);
    letCome();
    await one
      .getByRole('status')
      .getByText(/^Right\./)
      .waitFor();
    await pairs.getByRole('button', { name: 'Check answer' }).click();
    await pairs
      .getByRole('status')
      .getByText(/^Right\./)
      .waitFor();
    expect(visit?.errors).toEqual([]);
  });

  test('takes all boxes that were checked before its scripts had come, and none that was unchecked again', async () => {
    const { page, letCome } = await slowPage(SQL_LESSON);
    const quiz = page.locator('[data-quiz="reading-null-conditions"]');
    for (const i of [0, 1, 4, 5]) await quiz.getByRole('checkbox').nth(i).check();
    await quiz.getByRole('checkbox').nth(0).uncheck();
    await quiz.getByRole('button', { name: 'Check answer' }).click();
    letCome();
    await quiz
      .getByRole('status')
      .getByText(/^Right\./)
      .waitFor();
    expect(visit?.errors).toEqual([]);
  });
});

describe('keyboard and touch', () => {
  test('the keyboard alone reaches the code, runs it, and leaves again', async () => {
    const cell = await sqlExercise();
    const { page } = cell;
    await cell.button('Edit').focus();
    await page.keyboard.press('Enter');
    await cell.root.locator('.monaco-editor').first().waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('[data-state]') !== null);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText('SELECT 40 + 2 AS answer;');
    await page.keyboard.press('ControlOrMeta+Enter');
    await cell.settled();
    expect(await cell.text()).toContain('42');
    for (const next of ['Use a plain text box', 'Run']) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(next);
    }
  });

  test('who prefers a plain text box gets one, also after a reload, and may go back', async () => {
    const cell = await sqlExercise();
    await cell.type('SELECT 1 AS kept;');
    await cell.button('Use a plain text box').click();
    await cell.root.locator('textarea').first().waitFor();
    expect(await cell.root.locator('.monaco-editor').count()).toBe(0);
    expect(await cell.root.locator('textarea').first().inputValue()).toBe('SELECT 1 AS kept;');
    await site.reload(cell.page);
    await cell.button('Edit').click();
    await cell.button('Use the full editor').click();
    await cell.root.locator('.monaco-editor').first().waitFor();
  });

  test('a touch screen gets a plain text area', async () => {
    visit = await site.visit(SQL_LESSON, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
    const cell = CellDriver.exercise(visit.page, SQL_EXERCISE);
    await cell.button('Edit').tap();
    await cell.root.locator('textarea').fill('SELECT name FROM athletes WHERE active;');
    expect(await cell.root.locator('.monaco-editor').count()).toBe(0);
    expect(await cell.check()).toBe('passed');
  });
});
