import type { ExerciseSource } from '../plugin/read-course';
import { readLessons } from '../plugin/read-lessons';

/**
 * The exercises as a reader meets them: part by part, in the order of the lessons. One that no lesson has comes at the
 * end of its part.
 * @param root the project's folder
 */
export function inCourseOrder(root: string, exercises: readonly ExerciseSource[]): ExerciseSource[] {
  const met = new Map<string, number>();
  for (const lesson of readLessons(root).lessons) {
    for (const { id } of lesson.exercises) if (!met.has(id)) met.set(id, met.size);
  }
  const place = ({ exercise }: ExerciseSource): number => met.get(exercise.id) ?? met.size;
  return exercises.toSorted((a, b) => a.exercise.part.localeCompare(b.exercise.part, 'en') || place(a) - place(b));
}
