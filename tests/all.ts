// Every check of the project; ends with a table and the counts of the tests.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

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
  readonly tests: Tests | null;
}

type Counts = Readonly<Record<'passed' | 'failed' | 'skipped', number>>;

interface Tests {
  readonly counts: Counts;
  /** The names of those that failed, each with the beginning of why. */
  readonly failures: readonly string[];
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

const COUNTS_FOLDER = path.resolve('.cache', 'test-counts');

const VitestJson = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      /** What kept a file from being run. */
      message: v.string(),
      assertionResults: v.array(
        v.object({ fullName: v.string(), status: v.string(), failureMessages: v.nullish(v.array(v.string()), []) }),
      ),
    }),
  ),
});

/** How much of what a failed test says stands in the summary: the whole of it is further up. */
const REASON_LINES = 3;

function reasonOf(message: string): string {
  return message
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, REASON_LINES)
    .map((line) => `\n    ${line.slice(0, 300)}`)
    .join('');
}

function readTests(file: string): Tests {
  const json = v.parse(VitestJson, JSON.parse(readFileSync(file, 'utf8')));
  const failures = json.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const where = path.relative(process.cwd(), name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [`${where}${reasonOf(message)}`];
    return failed.map((test) => `${where}: ${test.fullName}${reasonOf(test.failureMessages.join('\n'))}`);
  });
  return {
    counts: {
      passed: json.numPassedTests,
      failed: json.numFailedTests,
      skipped: json.numPendingTests + json.numTodoTests,
    },
    failures,
  };
}

/** @param output `late`: shown in one piece at the end, because other steps run at the same time */
async function run({ script, counts }: Step, output: 'as it comes' | 'late'): Promise<Result> {
  const file = path.join(COUNTS_FOLDER, `${script}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const isLate = output === 'late';
  console.log(isLate ? `== npm run ${script} begins` : `\n== npm run ${script}`);
  const started = performance.now();
  const child = spawn('npm', ['run', '--silent', script, ...(counts ? ['--', ...reporters] : [])], {
    stdio: isLate ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [status] = (await once(child, 'close')) as [number | null];
  const seconds = (performance.now() - started) / 1000;
  if (isLate) console.log(`\n== npm run ${script}\n${Buffer.concat(chunks).toString()}`);
  let tests: Tests | null = null;
  try {
    if (counts) tests = readTests(file);
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
      ? `${String(tests.counts.passed)} tests passed, ${String(tests.counts.failed)} failed, ${String(tests.counts.skipped)} skipped`
      : '';
    console.log(`${ok ? 'ok  ' : 'FAIL'}  ${script.padEnd(14)} ${seconds.toFixed(0).padStart(4)} s  ${told}`);
  }
  const total = (key: keyof Counts): string =>
    String(results.reduce((sum, { tests }) => sum + (tests?.counts[key] ?? 0), 0));
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
