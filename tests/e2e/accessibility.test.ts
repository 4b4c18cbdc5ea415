// axe on each page in both modes, with something run, failed and passed; and no page wider than a phone.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLessons } from '../../src/plugin/read-lessons';
import { CellDriver, CourseSite, lessonAddress } from './course-site';

declare global {
  interface Window {
    /** There once its source has run in the page. */
    readonly axe: typeof axe;
  }
}

const addresses = ['/', ...readLessons(process.cwd()).lessons.map((lesson) => lessonAddress(lesson.source))];

let site: CourseSite;
beforeAll(async () => {
  site = await CourseSite.open();
});
afterAll(async () => {
  await site.close();
});

describe.each(addresses)('%s', (address) => {
  let page: Page;
  // One visit for all looks: modes and widths change while a page is open, too, and loading it takes most of the time.
  beforeAll(async () => {
    ({ page } = await site.visit(address));
    const first = new CellDriver(page, page.locator('main'));
    await first.button('Run').first().click();
    await page.locator('[data-state="ran"]').first().waitFor();
    const exercise = page.locator('[data-exercise]').first();
    if ((await exercise.count()) > 0) {
      const cell = new CellDriver(page, exercise);
      await cell.reveal();
      await cell.check();
      await exercise.getByRole('button', { name: /^Hint/ }).click();
    }
    await page.evaluate(axe.source);
  });
  afterAll(() => page.context().close());

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const)('axe finds nothing, %s at %d px', async (colorScheme, width) => {
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
});
