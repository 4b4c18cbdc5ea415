// Every check of the project; ends with a table and the counts of the tests.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

/** A script of package.json; `counts` says that it runs vitest, which then writes how many tests it ran. */
interface Step {
  readonly script: string;
  readonly counts?: true;
}

interface Result {
  readonly script: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly counts: Counts | null;
}

type Counts = Readonly<Record<'passed' | 'failed' | 'skipped', number>>;

/** In this order: what is quick and needs no build comes first. */
const STEPS: readonly Step[] = [
  { script: 'unit', counts: true },
  { script: 'verify' },
  { script: 'differential', counts: true },
  { script: 'build' },
  { script: 'bench:page' },
  { script: 'e2e', counts: true },
];

/** They only read the sources, each on one core: before all else, some at the same time. */
const STATIC_STEPS: readonly Step[] = [
  { script: 'lint' },
  { script: 'types' },
  { script: 'format:check' },
  { script: 'imports' },
  { script: 'dead-code' },
];
const STATIC_STEPS_AT_ONCE = 2;

const COUNTS_FOLDER = path.resolve('.cache', 'test-counts');

const VitestJson = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
});

function readCounts(file: string): Counts {
  const json = v.parse(VitestJson, JSON.parse(readFileSync(file, 'utf8')));
  return {
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + json.numTodoTests,
  };
}

/** @param output `late`: shown in one piece at the end, because other steps run at the same time */
async function run({ script, counts }: Step, output: 'as it comes' | 'late'): Promise<Result> {
  const file = path.join(COUNTS_FOLDER, `${script}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const isLate = output === 'late';
  if (!isLate) console.log(`\n== npm run ${script}`);
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
  let found: Counts | null = null;
  try {
    if (counts) found = readCounts(file);
  } catch (error) {
    console.error(`npm run ${script} left no counts:`, error);
    return { script, ok: false, seconds, counts: null };
  }
  return { script, ok: status === 0, seconds, counts: found };
}

async function runAll(): Promise<Result[]> {
  const waiting = [...STATIC_STEPS];
  const results: Result[] = [];
  await Promise.all(
    Array.from({ length: STATIC_STEPS_AT_ONCE }, async () => {
      for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await run(step, 'late'));
    }),
  );
  for (const step of STEPS) results.push(await run(step, 'as it comes'));
  return results;
}

function summarize(results: readonly Result[]): void {
  console.log('\n== Summary');
  for (const { script, ok, seconds, counts } of results) {
    const tests = counts
      ? `${String(counts.passed)} tests passed, ${String(counts.failed)} failed, ${String(counts.skipped)} skipped`
      : '';
    console.log(`${ok ? 'ok  ' : 'FAIL'}  ${script.padEnd(14)} ${seconds.toFixed(0).padStart(4)} s  ${tests}`);
  }
  const total = (key: keyof Counts): string =>
    String(results.reduce((sum, { counts }) => sum + (counts?.[key] ?? 0), 0));
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
