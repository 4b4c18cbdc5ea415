import path from 'node:path';
import { faultText } from '../core/fault';
import type { Course, ExerciseSource } from '../plugin/read-course';
import { CommandError } from './command-error';
import { nearest } from './nearest';

/** Whether a path belongs to an exercise: its folder, what is in it, or its solution. */
function belongsTo(file: string, id: string): boolean {
  const [top, , name = ''] = file.split(/[\\/]/);
  return (top === 'exercises' && name === id) || (top === 'solutions' && path.parse(name).name === id);
}

/** @throws CommandError when there is no such exercise, or when the course itself has a mistake in it */
export function findExercise(course: Course, id: string): ExerciseSource {
  const found = course.exercises.find(({ exercise }) => exercise.id === id);
  if (found) return found;
  const faults = course.faults.filter(({ file }) => belongsTo(file, id));
  if (faults.length > 0) {
    const list = faults.map((fault) => `  ${faultText(fault)}`).join('\n');
    throw new CommandError(
      `The exercise "${id}" cannot be used, because the course has a mistake in it. This is not your mistake.\n${list}`,
    );
  }
  const guess = nearest(
    course.exercises.map(({ exercise }) => exercise.id),
    // Whoever lets the shell complete a path means the exercise that it leads to.
    path.parse(id).name,
  );
  const advice = guess === null ? '`npm run check` lists them all.' : `Did you mean "${guess}"?`;
  throw new CommandError(`There is no exercise "${id}". ${advice}`);
}
