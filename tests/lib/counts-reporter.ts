import { writeFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** How many tests a run of vitest had, and what failed: the names of tests, groups and files, each with the beginning of why. */
export const TestCounts = v.object({
  passed: v.number(),
  failed: v.number(),
  skipped: v.number(),
  failures: v.array(v.string()),
});
export type TestCounts = v.InferOutput<typeof TestCounts>;

/** The variable of the environment that names the file for {@link TestCounts}, as JSON. */
export const COUNTS_FILE = 'TEST_COUNTS_FILE';

/** How much of what a failed test says is kept: the whole of it is in vitest's own report. */
const REASON_LINES = 3;

function reasonOf(errors: readonly SerializedError[]): string {
  return errors
    .flatMap(({ name, message, stack }) => {
      const said = `${name ?? 'Error'}: ${message}`.split('\n').filter((line) => line.trim() !== '');
      const where = stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
      return [...said.slice(0, REASON_LINES), ...(where === undefined ? [] : [where])];
    })
    .map((line) => `\n    ${line.trim().slice(0, 300)}`)
    .join('');
}

/**
 * Writes down how a run ended. vitest's JSON does not tell why the set-up of a group failed, and then none of its tests
 * says anything.
 */
export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const file = process.env[COUNTS_FILE];
    if (file === undefined) throw new Error(`${COUNTS_FILE} is not set.`);
    const tests = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => ({ module, test, result: test.result() })),
    );
    const count = (...states: readonly string[]): number =>
      tests.filter(({ result }) => states.includes(result.state)).length;
    const groups = modules.flatMap((module) => [
      { name: module.relativeModuleId, errors: module.errors() },
      ...[...module.children.allSuites()].map((suite) => ({
        name: `${module.relativeModuleId}: ${suite.fullName}`,
        errors: suite.errors(),
      })),
    ]);
    const counts: TestCounts = {
      passed: count('passed'),
      failed: count('failed'),
      skipped: count('skipped', 'pending'),
      failures: [
        ...groups.filter(({ errors }) => errors.length > 0).map(({ name, errors }) => name + reasonOf(errors)),
        ...tests
          .filter(({ result }) => result.state === 'failed')
          .map(
            ({ module, test, result }) =>
              `${module.relativeModuleId}: ${test.fullName}${reasonOf(result.errors ?? [])}`,
          ),
        ...(unhandledErrors.length > 0 ? [`outside of tests${reasonOf(unhandledErrors)}`] : []),
      ],
    };
    writeFileSync(file, JSON.stringify(counts));
  }
}
