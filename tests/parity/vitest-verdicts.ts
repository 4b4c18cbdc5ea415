import { spawnSync } from 'node:child_process';
import path from 'node:path';
import * as v from 'valibot';
import type { ExerciseSource } from '../../src/plugin/read-course';
import { variantsOf } from './variants';

/** What each test came to, by its full name. */
const Tests = v.record(v.string(), v.string());
export type Tests = Readonly<v.InferOutput<typeof Tests>>;
const Verdicts = v.array(Tests);

const TSX = path.join('node_modules', 'tsx', 'dist', 'cli.mjs');
const PROGRAM = path.join('tests', 'parity', 'check-with-vitest.mts');

/** What the vitest CLI says of every answer that the course holds to these exercises, in the order of {@link variantsOf}. */
export function vitestVerdicts(exercises: readonly ExerciseSource[]): ReadonlyMap<string, readonly Tests[]> {
  const answers = exercises.flatMap((source) =>
    variantsOf(source).map(({ code }) => ({ id: source.exercise.id, folder: source.folder, code })),
  );
  // A program of its own: vitest does not run within vitest.
  const { stdout, stderr, status } = spawnSync(process.execPath, [TSX, PROGRAM], {
    input: JSON.stringify(answers),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, VITEST: '' },
  });
  if (status !== 0) throw new Error(`vitest ended with ${String(status)}:\n${stdout}\n${stderr}`);
  const verdicts = v.parse(Verdicts, JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  const found = new Map<string, Tests[]>();
  for (const [i, { id }] of answers.entries()) found.set(id, [...(found.get(id) ?? []), verdicts[i] ?? {}]);
  return found;
}
