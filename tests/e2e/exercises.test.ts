// An exercise of each lesson, solved in Monaco: the starter is refused with an explanation, the solution passes.
// Every answer to every exercise is checked in tests/parity, in the editor for phones.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCourse } from '../../src/plugin/read-course';
import { readLessons } from '../../src/plugin/read-lessons';
import { CellDriver, CourseSite, lessonAddress, type Visit } from './course-site';

const root = process.cwd();
const { exercises } = readCourse(root);
const { lessons } = readLessons(root);

let site: CourseSite;
beforeAll(async () => {
  site = await CourseSite.open();
});
afterAll(async () => {
  await site.close();
});

describe.each(lessons.filter((lesson) => lesson.exercises.length > 0))('$file', (lesson) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await site.visit(lessonAddress(lesson.source));
  });
  afterAll(async () => {
    await visit.page.context().close();
  });

  test.each(lesson.exercises.slice(0, 1))('$id', async ({ id }) => {
    const exercise = exercises.find((source) => source.exercise.id === id)?.exercise;
    if (!exercise) throw new Error(`There is no exercise "${id}".`);
    const cell = CellDriver.exercise(visit.page, id);
    await cell.reveal();
    expect(await cell.check()).toBe('failed');
    expect((await cell.explanation()).split('\n').length).toBeGreaterThan(1);

    await cell.type(exercise.solution);
    expect(await cell.check(), await cell.text()).toBe('passed');
    expect(Object.values(await cell.tests())).not.toContain('failed');
    expect(await cell.root.getAttribute('data-status')).toBe('passed');
  });

  test('asks nothing of another host, and reports no error', () => {
    expect(visit.foreignRequests).toEqual([]);
    expect(visit.errors).toEqual([]);
  });
});
