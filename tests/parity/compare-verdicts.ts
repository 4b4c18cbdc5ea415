import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../src/core/language';
import { type ExerciseSource, readCourse } from '../../src/plugin/read-course';
import { type Lesson, readLessons } from '../../src/plugin/read-lessons';
import { CellDriver, CourseSite, lessonAddress, PHONE } from '../e2e/course-site';
import { lessonFrontMatter } from '../lib/lesson-front-matter';
import { variantsOf } from './variants';
import { type Tests, vitestVerdicts } from './vitest-verdicts';

interface Work {
  readonly lesson: Lesson;
  readonly exercises: readonly ExerciseSource[];
}

/** How long a check in a language takes, compared with one in SQL. */
const EFFORT: Readonly<Record<Language, number>> = { sql: 1, psql: 3, typescript: 4, python: 6 };

/** How much there is to do. */
function size({ exercises }: Work): number {
  return exercises.reduce((sum, one) => sum + variantsOf(one).length * EFFORT[one.exercise.meta.language], 0);
}

/** Where a lesson stands in the course, as its folder and its file say it. */
function placeOf({ file, source }: Lesson): string {
  const { sidebar_position: position } = lessonFrontMatter(source);
  return `${path.dirname(file)}/${String(position).padStart(3, '0')}`;
}

/** The lessons with exercises, in the order of the course, in shares of about as much work each. */
function shares(count: number): readonly (readonly Work[])[] {
  const root = process.cwd();
  const sources = new Map(readCourse(root).exercises.map((source) => [source.exercise.id, source]));
  const lessons = readLessons(root).lessons.toSorted((a, b) => placeOf(a).localeCompare(placeOf(b)));
  const work = lessons.map((lesson): Work => {
    const exercises = lesson.exercises.map(({ id }) => {
      const source = sources.get(id);
      if (!source) throw new Error(`There is no exercise "${id}".`);
      return source;
    });
    return { lesson, exercises };
  });
  const total = work.reduce((sum, one) => sum + size(one), 0);
  const made = Array.from({ length: count }, (): Work[] => []);
  let before = 0;
  for (const one of work.filter(({ exercises }) => exercises.length > 0)) {
    // A lesson belongs to the share in which its middle lies.
    made[Math.floor(((before + size(one) / 2) / total) * count)]?.push(one);
    before += size(one);
  }
  return made;
}

/** Goes on to a later lesson as a reader does, from one to the next, so that what the page has loaded stays. */
async function readOn(page: Page, address: string): Promise<void> {
  for (;;) {
    const at = new URL(page.url()).pathname;
    // The address changes before the page does.
    await page.locator(`link[rel="canonical"][href$="${at}"]`).waitFor({ state: 'attached' });
    if (at === address) return;
    await page.locator('.pagination-nav__link--next').click();
    await page.waitForURL((url) => url.pathname !== at);
  }
}

/**
 * Tests that the same check file gives the same verdict under the same test names wherever it runs, in the vitest CLI and
 * in the page, for every answer that the course holds. Done in shares, because one page at a time leaves processors idle.
 * @param share which share of the course, from 1 to {@link count}
 */
export function compareVerdicts(share: number, count: number): void {
  const work = shares(count)[share - 1] ?? [];
  let site: CourseSite;
  let page: Page;
  let fromVitest: ReadonlyMap<string, readonly Tests[]>;
  beforeAll(async () => {
    site = await CourseSite.open();
    // A plain text area takes any text at once; what a check says of it does not depend on the editor.
    ({ page } = await site.visit(lessonAddress(work[0]?.lesson.source ?? ''), PHONE));
    fromVitest = vitestVerdicts(work.flatMap(({ exercises }) => exercises));
  }, 900_000);
  afterAll(async () => {
    await site.close();
  });

  describe.each(work)('$lesson.file', ({ lesson, exercises }) => {
    beforeAll(async () => {
      await readOn(page, lessonAddress(lesson.source));
    });

    test.each(exercises)('$exercise.id', async (source) => {
      const { id } = source.exercise;
      const cell = CellDriver.exercise(page, id);
      await cell.reveal();
      for (const [i, { name, code }] of variantsOf(source).entries()) {
        await cell.fill(code);
        const verdict = await cell.check();
        const tests = await cell.tests();
        if (Object.keys(tests).length === 0) throw new Error(`${id} ${name}: ${verdict}\n${await cell.text()}`);
        expect(tests, `${id} ${name}`).toEqual(fromVitest.get(id)?.[i]);
        const passed = name === 'solution' || name.startsWith('right/');
        expect(verdict, `${id} ${name}`).toBe(passed ? 'passed' : 'failed');
        if (!passed) expect((await cell.explanation()).split('\n').length, `${id} ${name}`).toBeGreaterThan(1);
      }
    });
  });
}
