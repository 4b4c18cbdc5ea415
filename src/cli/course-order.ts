import path from 'node:path';
import * as v from 'valibot';
import { readFrontMatter } from '../plugin/markdown-front-matter';
import type { ExerciseSource } from '../plugin/read-course';
import { type Lesson, readLessons } from '../plugin/read-lessons';

const PositionSchema = v.object({ sidebar_position: v.number() });

/** Where the sidebar puts a lesson within its part; one without a position comes last. */
function sidebarPosition({ source }: Lesson): number {
  const parsed = v.safeParse(PositionSchema, readFrontMatter(source)?.data);
  return parsed.success ? parsed.output.sidebar_position : Infinity;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareLessons(a: Lesson, b: Lesson): number {
  const byPart = compareText(path.dirname(a.file), path.dirname(b.file));
  if (byPart !== 0) return byPart;
  const [first, second] = [sidebarPosition(a), sidebarPosition(b)];
  return first === second ? compareText(a.file, b.file) : first - second;
}

/**
 * The exercises as a reader meets them: part by part, in the order of the lessons. One that no lesson has comes at the
 * end of its part.
 * @param root the project's folder
 */
export function inCourseOrder(root: string, exercises: readonly ExerciseSource[]): ExerciseSource[] {
  const met = new Map<string, number>();
  for (const lesson of readLessons(root).lessons.toSorted(compareLessons)) {
    for (const { id } of lesson.exercises) if (!met.has(id)) met.set(id, met.size);
  }
  const place = ({ exercise }: ExerciseSource): number => met.get(exercise.id) ?? met.size;
  return exercises.toSorted((a, b) => compareText(a.exercise.part, b.exercise.part) || place(a) - place(b));
}
