// Every check of the project; ends with a table and the counts of the tests.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { COUNTS_FILE, TestCounts } from './lib/counts-reporter';

/** A script of package.json. */
interface Step {
  readonly script: string;
  /** It runs vitest, which then writes how many tests it ran. */
  readonly counts?: true;
  /** It keeps all processors busy, or looks at the clock: nothing runs beside it. */
  readonly alone?: true;
  /** What has to be done before. */
  readonly after?: string;
}

interface Result {
  readonly script: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly tests: TestCounts | null;
}

/** In this order, what is quick first, as far as others may run beside it. */
const STEPS: readonly Step[] = [
  { script: 'lint' },
  { script: 'types' },
  { script: 'format:check' },
  { script: 'imports' },
  { script: 'dead-code' },
  { script: 'build' },
  { script: 'verify' },
  { script: 'differential', counts: true },
  { script: 'bench:page', after: 'build' },
  { script: 'unit', counts: true, alone: true },
  { script: 'e2e', counts: true, alone: true, after: 'build' },
];
/** Most steps wait for one thing after the other and keep one processor busy: two of them take little longer than one. */
const STEPS_AT_ONCE = 2;

const REPORTERS = ['--reporter=default', '--reporter=./tests/lib/counts-reporter.ts'];
const COUNTS_FOLDER = path.resolve('.cache', 'test-counts');

/** @param output `late`: shown in one piece at the end, because other steps run at the same time */
async function run({ script, counts }: Step, output: 'as it comes' | 'late'): Promise<Result> {
  const file = path.join(COUNTS_FOLDER, `${script}.json`);
  const isLate = output === 'late';
  console.log(isLate ? `== npm run ${script} begins` : `\n== npm run ${script}`);
  const started = performance.now();
  const child = spawn('npm', ['run', '--silent', script, ...(counts ? ['--', ...REPORTERS] : [])], {
    env: { ...process.env, [COUNTS_FILE]: file },
    stdio: isLate ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [status] = (await once(child, 'close')) as [number | null];
  const seconds = (performance.now() - started) / 1000;
  if (isLate) console.log(`\n== npm run ${script}\n${Buffer.concat(chunks).toString()}`);
  let tests: TestCounts | null = null;
  try {
    if (counts) tests = v.parse(TestCounts, JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`npm run ${script} left no counts:`, error);
    return { script, ok: false, seconds, tests };
  }
  return { script, ok: status === 0, seconds, tests };
}

/** Runs the steps that go together, so many at once; each when what it needs is done. */
async function runTogether(steps: readonly Step[]): Promise<Result[]> {
  const waiting = [...steps];
  const results: Result[] = [];
  const isReady = ({ after }: Step): boolean =>
    !steps.some(({ script }) => script === after) || results.some(({ script }) => script === after);
  const worker = async (): Promise<void> => {
    for (;;) {
      const next = waiting.findIndex(isReady);
      const [step] = next < 0 ? [] : waiting.splice(next, 1);
      // What is left waits for a step of another worker, which takes it up afterwards.
      if (!step) return;
      results.push(await run(step, 'late'));
    }
  };
  await Promise.all(Array.from({ length: STEPS_AT_ONCE }, worker));
  return results;
}

async function runAll(): Promise<Result[]> {
  const results = await runTogether(STEPS.filter(({ alone }) => !alone));
  for (const step of STEPS.filter(({ alone }) => alone)) results.push(await run(step, 'as it comes'));
  return results;
}

function summarize(results: readonly Result[]): void {
  const failures = results.flatMap(({ tests }) => tests?.failures ?? []);
  if (failures.length > 0) console.log(`\n== Failed\n${failures.join('\n')}`);
  console.log('\n== Summary');
  for (const { script, ok, seconds, tests } of results) {
    const told = tests
      ? `${String(tests.passed)} tests passed, ${String(tests.failed)} failed, ${String(tests.skipped)} skipped`
      : '';
    console.log(`${ok ? 'ok  ' : 'FAIL'}  ${script.padEnd(14)} ${seconds.toFixed(0).padStart(4)} s  ${told}`);
  }
  const total = (key: 'passed' | 'failed' | 'skipped'): string =>
    String(results.reduce((sum, { tests }) => sum + (tests?.[key] ?? 0), 0));
  const failedSteps = results.filter(({ ok }) => !ok).length;
  console.log(
    `\nSteps: ${String(results.length - failedSteps)} passed, ${String(failedSteps)} failed\n` +
      `Tests: ${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`,
  );
  process.exitCode = failedSteps === 0 ? 0 : 1;
}

async function main(): Promise<void> {
  rmSync(COUNTS_FOLDER, { recursive: true, force: true });
  mkdirSync(COUNTS_FOLDER, { recursive: true });
  summarize(await runAll());
}

void main();
