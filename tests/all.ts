// Every check of the project, one after the other; ends with a table and the counts of the tests.
import { spawnSync } from 'node:child_process';
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
  { script: 'types' },
  { script: 'lint' },
  { script: 'format:check' },
  { script: 'imports' },
  { script: 'dead-code' },
  { script: 'unit', counts: true },
  { script: 'verify' },
  { script: 'differential', counts: true },
  { script: 'build' },
  { script: 'bench:page' },
  { script: 'e2e', counts: true },
];

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

function run({ script, counts }: Step): Result {
  console.log(`\n== npm run ${script}`);
  const file = path.join(COUNTS_FOLDER, `${script}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const started = performance.now();
  const { status } = spawnSync('npm', ['run', '--silent', script, ...(counts ? ['--', ...reporters] : [])], {
    stdio: 'inherit',
  });
  const seconds = (performance.now() - started) / 1000;
  let found: Counts | null = null;
  try {
    if (counts) found = readCounts(file);
  } catch (error) {
    console.error(`npm run ${script} left no counts:`, error);
    return { script, ok: false, seconds, counts: null };
  }
  return { script, ok: status === 0, seconds, counts: found };
}

rmSync(COUNTS_FOLDER, { recursive: true, force: true });
mkdirSync(COUNTS_FOLDER, { recursive: true });
const results = STEPS.map(run);

console.log('\n== Summary');
for (const { script, ok, seconds, counts } of results) {
  const tests = counts
    ? `${String(counts.passed)} tests passed, ${String(counts.failed)} failed, ${String(counts.skipped)} skipped`
    : '';
  console.log(`${ok ? 'ok  ' : 'FAIL'}  ${script.padEnd(14)} ${seconds.toFixed(0).padStart(4)} s  ${tests}`);
}
const total = (key: keyof Counts): string => String(results.reduce((sum, { counts }) => sum + (counts?.[key] ?? 0), 0));
const failedSteps = results.filter(({ ok }) => !ok).length;
console.log(
  `\nSteps: ${String(results.length - failedSteps)} passed, ${String(failedSteps)} failed\n` +
    `Tests: ${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`,
);
process.exitCode = failedSteps === 0 ? 0 : 1;
