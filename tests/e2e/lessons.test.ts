// Each page, used by a reader: a snippet is run, an exercise refused, helped with and solved in Monaco; axe looks at it in
// both modes, and no page is wider than a phone. Every answer to every exercise is checked in tests/parity, in the editor
// for phones.
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCourse } from '../../src/plugin/read-course';
import { readLessons } from '../../src/plugin/read-lessons';
import { CellDriver, CourseSite, lessonAddress, type Visit } from './course-site';

declare global {
  interface Window {
    /** There once its source has run in the page. */
    readonly axe: typeof axe;
  }
}

const root = process.cwd();
const exercises = new Map(readCourse(root).exercises.map(({ exercise }) => [exercise.id, exercise]));
const pages = [
  { address: '/', first: undefined },
  ...readLessons(root).lessons.map((lesson) => ({
    address: lessonAddress(lesson.source),
    first: lesson.exercises[0]?.id,
  })),
];

let site: CourseSite;
beforeAll(async () => {
  site = await CourseSite.open();
});
afterAll(async () => {
  await site.close();
});

describe.each(pages)('$address', ({ address, first }) => {
  // One visit for all of it: modes and widths change while a page is open, too, and loading it takes most of the time.
  let visit: Visit;
  beforeAll(async () => {
    visit = await site.visit(address);
    const run = new CellDriver(visit.page, visit.page.locator('main')).button('Run').first();
    await run.click();
    await visit.page.locator('[data-state="ran"]').first().waitFor();
  });
  afterAll(() => visit.page.context().close());

  if (first !== undefined) {
    test('what the first exercise begins with is refused, with an explanation', async () => {
      const cell = CellDriver.exercise(visit.page, first);
      await cell.reveal();
      expect(await cell.check()).toBe('failed');
      expect((await cell.explanation()).split('\n').length).toBeGreaterThan(1);
      await cell.button(/^Hint/).click();
    });
  }

  test.each([
    ['dark', 390],
    ['light', 390],
    ['dark', 1280],
    ['light', 1280],
  ] as const)('axe finds nothing, %s at %d px', async (colorScheme, width) => {
    const { page } = visit;
    await page.evaluate(axe.source);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
    // Colours that still change are none of either mode.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    const violations = await page.evaluate(async () => {
      const results = await window.axe.run();
      return results.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
      );
    });
    expect(violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  if (first !== undefined) {
    test('its solution passes', async () => {
      const solution = exercises.get(first)?.solution;
      if (solution === undefined) throw new Error(`There is no exercise "${first}".`);
      const cell = CellDriver.exercise(visit.page, first);
      await cell.type(solution);
      expect(await cell.check(), await cell.text()).toBe('passed');
      expect(Object.values(await cell.tests())).not.toContain('failed');
      expect(await cell.root.getAttribute('data-status')).toBe('passed');
    });
  }

  test('nothing is asked of another host, and no error is reported', () => {
    expect(visit.foreignRequests).toEqual([]);
    expect(visit.errors).toEqual([]);
  });
});
