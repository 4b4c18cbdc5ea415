import type { ExerciseSource } from '../../src/plugin/read-course';

/** One answer that the course itself holds to an exercise. */
export interface Variant {
  /** Such as `wrong/inner-join.sql`. */
  readonly name: string;
  readonly code: string;
}

/** Every answer that the course holds to an exercise: solution, starter, right/ and wrong/. */
export function variantsOf({ exercise, right }: ExerciseSource): Variant[] {
  return [
    { name: 'solution', code: exercise.solution },
    { name: 'starter', code: exercise.starter },
    ...right.map(({ file, code }) => ({ name: `right/${file}`, code })),
    ...exercise.wrong.map(({ file, code }) => ({ name: `wrong/${file}`, code })),
  ];
}
