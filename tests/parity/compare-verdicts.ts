import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExerciseSource, readCourse } from '../../src/plugin/read-course';
import { type Lesson, readLessons } from '../../src/plugin/read-lessons';
import { CellDriver, CourseSite, lessonAddress, PHONE, type Visit } from '../e2e/course-site';
import { variantsOf } from './variants';
import { type Tests, vitestVerdicts } from './vitest-verdicts';

interface Work {
  readonly lesson: Lesson;
  readonly exercises: readonly ExerciseSource[];
}

/** How much there is to run: each answer runs on each data set. */
function size({ exercises }: Work): number {
  return exercises.reduce((sum, one) => sum + variantsOf(one).length * one.exercise.meta.datasets.length, 0);
}

/** The lessons with exercises, in shares of about as much work each. */
function shares(count: number): readonly (readonly Work[])[] {
  const root = process.cwd();
  const sources = new Map(readCourse(root).exercises.map((source) => [source.exercise.id, source]));
  const work = readLessons(root).lessons.map((lesson): Work => {
    const exercises = lesson.exercises.map(({ id }) => {
      const source = sources.get(id);
      if (!source) throw new Error(`There is no exercise "${id}".`);
      return source;
    });
    return { lesson, exercises };
  });
  const made = Array.from({ length: count }, () => ({ size: 0, work: [] as Work[] }));
  for (const one of work.filter(({ exercises }) => exercises.length > 0).sort((a, b) => size(b) - size(a))) {
    const [least] = made.toSorted((a, b) => a.size - b.size);
    least?.work.push(one);
    if (least) least.size += size(one);
  }
  return made.map((share) => share.work);
}

/**
 * Tests that the same check file gives the same verdict under the same test names wherever it runs, in the vitest CLI and
 * in the page, for every answer that the course holds. Done in shares, because one page at a time leaves processors idle.
 * @param share which share of the course, from 1 to {@link count}
 */
export function compareVerdicts(share: number, count: number): void {
  const work = shares(count)[share - 1] ?? [];
  let site: CourseSite;
  let fromVitest: ReadonlyMap<string, readonly Tests[]>;
  beforeAll(async () => {
    site = await CourseSite.open();
    fromVitest = vitestVerdicts(work.flatMap(({ exercises }) => exercises));
  }, 900_000);
  afterAll(async () => {
    await site.close();
  });

  describe.each(work)('$lesson.file', ({ lesson, exercises }) => {
    let visit: Visit;
    beforeAll(async () => {
      // A plain text area takes any text at once; what a check says of it does not depend on the editor.
      visit = await site.visit(lessonAddress(lesson.source), PHONE);
    });
    afterAll(async () => {
      await visit.page.context().close();
    });

    test.each(exercises)('$exercise.id', async (source) => {
      const { id } = source.exercise;
      const cell = CellDriver.exercise(visit.page, id);
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
