// Lets the vitest CLI run the same check files as the page and `npm run check`; see vitest.config.mts.
import path from 'node:path';
import { expect, inject } from 'vitest';
import { setCheckContext } from '../checker/context';
import { matchers } from '../checker/matchers';
import type { ExerciseSource } from '../plugin/read-course';
import { readAnswer, readCode } from './answer-file';
import { REPOSITORY_ROOT } from './repository-root';
import { sharedCourse, sharedRuns } from './vitest-shared';

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * Answers to check in place of what is on disk, by the path of the check file. With a query after it the same file
     * is a test file of its own: `check.test.ts?answer=2`.
     */
    answers?: Readonly<Record<string, string>>;
  }
}

const { testPath = '' } = expect.getState();

/** One of the course's own answers: each run of it is made once. */
const provided = inject('answers')?.[testPath];

/** Whose answer is checked: what a test provides, what ANSWER names, what the learner wrote, or the starter. */
function answerTo(source: ExerciseSource): string {
  const { exercise } = source;
  if (provided !== undefined) return provided;
  const wanted = process.env['ANSWER'] ?? '';
  if (wanted === 'solution') return exercise.solution;
  if (wanted === 'starter') return exercise.starter;
  if (wanted !== '') return readCode(path.resolve(wanted));
  return readAnswer(REPOSITORY_ROOT, source) ?? exercise.starter;
}

const folder = path.relative(REPOSITORY_ROOT, path.dirname(testPath));
const course = sharedCourse();
const source = course.exercises.find((candidate) => candidate.folder === folder);
if (!source) {
  throw new Error(`${folder} is no exercise that can be checked. \`npm run verify\` says what is wrong with it.`);
}
const { exercise } = source;
const session = {};
setCheckContext({
  exercise,
  datasets: exercise.meta.datasets.flatMap((id) => course.datasets.get(id) ?? []),
  code: answerTo(source),
  // Its verdict is final, whatever pg-mem would say.
  engine: 'postgres',
  runs: {
    run: (request) =>
      sharedRuns().run(provided === undefined ? request : { ...request, author: 'course' }, { session }),
  },
  engines: new Set(),
});
expect.extend(matchers);
