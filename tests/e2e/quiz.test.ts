// Quizzes, and tabs that remember a choice, as a reader uses them who has only a keyboard.
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PROGRESS_KEY } from '../../src/progress/progress-store';
import { CourseSite, PHONE, type Visit } from './course-site';

const START = '/learn/how-this-course-works/';
const READING = '/learn/reading-rows/';
const JOINS = '/learn/joining-tables/';
/** More stops of Tab than any lesson has. */
const MOST_STOPS = 400;
const ORDER = ['FROM', 'WHERE', 'SELECT', 'ORDER BY', 'LIMIT'];

let site: CourseSite;
let visit: Visit | null = null;
beforeAll(async () => {
  site = await CourseSite.open();
});
afterEach(async () => {
  expect(visit?.errors).toEqual([]);
  await visit?.page.context().close();
  visit = null;
});
afterAll(async () => {
  await site.close();
});

async function open(address: string, options?: Parameters<CourseSite['visit']>[1]): Promise<Page> {
  visit = await site.visit(address, options);
  return visit.page;
}

function quizOf(page: Page, id: string): Locator {
  return page.locator(`[data-quiz="${id}"]`);
}

async function hasFocus(element: Locator): Promise<boolean> {
  return element.evaluate((node) => node === document.activeElement);
}

/** Presses Tab until something has the focus. */
async function tabTo(element: Locator): Promise<void> {
  for (let i = 0; i < MOST_STOPS; i++) {
    if (await hasFocus(element)) return;
    await element.page().keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${element.toString()}.`);
}

async function press(element: Locator, key: string): Promise<void> {
  await tabTo(element);
  await element.page().keyboard.press(key);
}

/** Chooses in a menu as Chromium has it: an arrow goes to the next one. */
async function arrowTo(menu: Locator, value: string): Promise<void> {
  await tabTo(menu);
  for (let i = 0; (await menu.inputValue()) !== value; i++) {
    if (i > 20) throw new Error(`The menu has no "${value}".`);
    await menu.page().keyboard.press('ArrowDown');
  }
}

async function storedQuizzes(page: Page): Promise<unknown> {
  await page.waitForTimeout(400);
  const text = await page.evaluate((key) => localStorage.getItem(key), PROGRESS_KEY);
  return (JSON.parse(text ?? '{}') as { quizzes?: unknown }).quizzes;
}

describe('with nothing but the keyboard', () => {
  test('one right choice, then pairs: explained, tried again, passed, and kept over a reload', async () => {
    const page = await open(START);
    const quiz = quizOf(page, 'start-reading-results');
    const [first, second] = [quiz.locator('[data-question]').first(), quiz.locator('[data-question]').nth(1)];
    const check = first.getByRole('button', { name: 'Check answer' });

    await press(check, 'Enter');
    expect(await first.getByRole('status').innerText()).toContain('Choose an answer first.');
    expect(await storedQuizzes(page)).toBeUndefined();

    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => first.getByRole('radio', { checked: true }).count()).toBe(1);
    const wrong = first.getByRole('radio', { name: '5', exact: true });
    while (!(await wrong.isChecked())) await page.keyboard.press('ArrowDown');
    await press(check, 'Enter');
    expect(await first.getByRole('status').innerText()).toContain('Not right.');
    await first.getByText('each Run starts from the data set as it was').waitFor();
    // What describes the choice to a screen reader is the mark and the explanation.
    const description = await wrong.getAttribute('aria-describedby');
    expect(await first.locator(`[id="${description ?? ''}"]`).innerText()).toMatch(/Wrong\s+It would be two and three/);
    // The right one is not given away.
    expect(await first.innerText()).not.toContain('Two of the data set');
    expect(await quiz.getAttribute('data-status')).toBe('tried');

    await press(first.getByRole('button', { name: 'Try again' }), 'Enter');
    expect(await hasFocus(first.getByRole('radio').first())).toBe(true);
    expect(await first.innerText()).not.toContain('each Run starts');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => first.getByRole('radio', { name: '3', exact: true }).isChecked()).toBe(true);
    await press(check, 'Space');
    expect(await first.getByRole('status').innerText()).toContain('Right.');
    expect(await quiz.innerText()).toContain('1 of 2 right');

    const menus = second.getByRole('combobox');
    const pairs = ['the query gave four rows', 'no row was added', 'which kind of error it is'];
    for (const [i, value] of pairs.entries()) await arrowTo(menus.nth(i), value);
    await press(second.getByRole('button', { name: 'Check answer' }), 'Enter');
    expect(await second.getByRole('status').innerText()).toContain('Choose something for every line first.');
    await page.keyboard.press('Shift+Tab');
    await arrowTo(menus.nth(3), 'where in the line PostgreSQL stopped');
    await press(second.getByRole('button', { name: 'Check answer' }), 'Enter');
    expect(await second.getByRole('status').innerText()).toContain('3 of 4 lines right');
    expect(await second.innerText()).toMatch(/Wrong\s+The 0 in INSERT 0 1 is always 0/);
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+Tab');
    expect(await hasFocus(menus.nth(1))).toBe(true);
    while ((await menus.nth(1).inputValue()) !== 'one row was added') await page.keyboard.press('ArrowUp');
    await press(second.getByRole('button', { name: 'Check answer' }), 'Enter');
    expect(await second.getByRole('status').innerText()).toContain('Right.');
    expect(await quiz.getAttribute('data-status')).toBe('passed');

    await page.waitForTimeout(400);
    await site.reload(page);
    expect(await quiz.getAttribute('data-status')).toBe('passed');
    expect(await quiz.getByText('Answered').count()).toBe(2);
    expect(await quiz.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await storedQuizzes(page)).toMatchObject({ 'start-reading-results': { status: 'passed', checks: 4 } });
  });

  test('several right choices: wrong ones and missed ones are explained', async () => {
    const page = await open(READING);
    const quiz = quizOf(page, 'reading-null-conditions');
    const boxes = quiz.getByRole('checkbox');
    await press(boxes.nth(0), 'Space');
    await press(boxes.nth(1), 'Space');
    await press(quiz.getByRole('button', { name: 'Check answer' }), 'Enter');
    expect(await quiz.getByRole('status').innerText()).toContain('1 choice right, 1 wrong, 2 missed');
    const text = await quiz.innerText();
    expect(text).toContain('WHERE drops what is unknown');
    expect(text).toMatch(/Missed: this one is right, too\s+This comparison takes NULL/);
    expect(text).not.toContain('Nothing is equal to NULL');
    await press(quiz.getByRole('button', { name: 'Try again' }), 'Enter');
    expect(await quiz.getByRole('checkbox', { checked: true }).count()).toBe(0);
    for (const i of [1, 4, 5]) await press(boxes.nth(i), 'Space');
    await press(quiz.getByRole('button', { name: 'Check answer' }), 'Enter');
    expect(await quiz.getByRole('status').innerText()).toContain('Right.');
    expect(await quiz.getAttribute('data-status')).toBe('passed');
  });

  test('an order: steps move, keep the focus, and their new place is said', async () => {
    const page = await open(READING);
    const quiz = quizOf(page, 'reading-order-of-work');
    const steps = async (): Promise<string[]> => {
      const texts = await quiz.getByRole('listitem').allInnerTexts();
      return texts.map((text) => ORDER.find((word) => text.includes(`${word}:`)) ?? text);
    };
    expect(await steps()).not.toEqual(ORDER);
    await press(quiz.getByRole('button', { name: 'Check answer' }), 'Enter');
    expect(await quiz.innerText()).toMatch(/Not right yet: \d of 5 steps in place/);
    // From the heading on again: the steps stand above the button.
    await quiz.getByRole('heading').evaluate((heading) => {
      heading.tabIndex = -1;
      heading.focus();
    });
    for (const [place, word] of ORDER.entries()) {
      const up = quiz.getByRole('button', { name: new RegExp(`^Move up: ${word}:`) });
      for (let at = (await steps()).indexOf(word); at > place; at--) {
        await press(up, 'Enter');
        expect(await hasFocus(up)).toBe(true);
        expect(await quiz.innerText()).toContain(`is now ${String(at)} of 5.`);
      }
    }
    expect(await steps()).toEqual(ORDER);
    // At the top there is nowhere to go, and the focus stays where it is.
    const top = quiz.getByRole('button', { name: /^Move up: FROM/ });
    expect(await top.getAttribute('aria-disabled')).toBe('true');
    await press(quiz.getByRole('button', { name: 'Check answer' }), 'Enter');
    expect(await quiz.getAttribute('data-status')).toBe('passed');
  });

  test('tabs: arrows, Enter and Space; the choice holds for the next visit, and in a link', async () => {
    const page = await open(START);
    const tab = (name: string): Locator => page.getByRole('tab', { name });
    await tabTo(tab('Debian, Ubuntu'));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    expect(await tab('macOS').getAttribute('aria-selected')).toBe('true');
    await page.getByRole('tabpanel', { name: 'macOS' }).getByText('Press Cmd+Space').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(await tab('Windows').getAttribute('aria-selected')).toBe('true');
    await site.goTo(page, START);
    await page.getByRole('tabpanel', { name: 'Windows' }).getByText('Press the Windows key').waitFor();
    await site.goTo(page, `${START}?os=container`);
    await page.getByRole('tabpanel', { name: 'Container' }).waitFor();
  });
});

test('without JavaScript a quiz can be read, its order is not the right one, and nothing is explained', async () => {
  const page = await open(READING, { javaScriptEnabled: false });
  const order = await quizOf(page, 'reading-order-of-work').getByRole('listitem').allInnerTexts();
  expect(order).toHaveLength(5);
  expect(order.map((text) => ORDER.findIndex((word) => text.includes(`${word}:`)))).not.toEqual([0, 1, 2, 3, 4]);
  const several = quizOf(page, 'reading-null-conditions');
  expect(await several.innerText()).toContain('Which of these conditions keep her row');
  expect(await several.innerText()).toContain('club_id IS DISTINCT FROM 2');
  expect(await page.content()).not.toContain('Nothing is equal to NULL, not even NULL. This condition');
});

test('at first nothing is explained, in no quiz', async () => {
  const page = await open(START);
  const quiz = await quizOf(page, 'start-reading-results').innerHTML();
  for (const words of ['It would be two and three more', 'It is the SQLSTATE', 'A command tag counts rows']) {
    expect(quiz).not.toContain(words);
  }
});

describe('axe finds nothing, and nothing is wider than the page', () => {
  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const)('%s at %d px', async (colorScheme, width) => {
    for (const address of [START, READING, JOINS]) {
      const page = await open(address, width === PHONE.viewport?.width ? { ...PHONE, colorScheme } : { colorScheme });
      const expectNothing = async (): Promise<void> => {
        const violations = await page.evaluate(async () => {
          const results = await window.axe.run({ include: ['[data-quiz]', '.tabs-container'] });
          return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
        });
        expect(violations).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      };
      await page.evaluate(axe.source);
      await expectNothing();
      for (const radios of await page.locator('[data-quiz] fieldset:has([type="radio"])').all()) {
        await radios.getByRole('radio').first().check();
      }
      for (const box of await page.locator('[data-quiz] [type="checkbox"]').all()) await box.check();
      for (const menu of await page.locator('[data-quiz] select').all()) await menu.selectOption({ index: 2 });
      for (const button of await page.getByRole('button', { name: 'Check answer' }).all()) await button.click();
      expect(await page.locator('[data-result="failed"]').count()).toBeGreaterThan(0);
      await expectNothing();
      expect(visit?.errors).toEqual([]);
      await page.context().close();
    }
  });
});
