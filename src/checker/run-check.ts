import {
  chai,
  customMatchers,
  type ExpectStatic,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  type File,
  it,
  startTests,
  type Suite,
  type Test,
  test,
  type VitestRunner,
} from '@vitest/runner';
import type { CheckReport, Explanation, TestReport } from '../core/check-report';
import type { MakeFunction } from '../core/make-function';
import { type CheckContext, setCheckContext } from './context';
import * as checker from './index';
import { matchers } from './matchers';

/** Long enough for all runs of all tests, each of which has a limit of its own; in milliseconds. */
const TEST_TIMEOUT_MS = 600_000;

/** More tests than any check file has. */
const ALL_AT_ONCE = 1_000;

/** Colours: the control character ESC, and what it introduces. */
const ANSI = /\p{Cc}\[[0-9;]*m/gu;

function isVitestExpect(expect: unknown): expect is ExpectStatic {
  return typeof expect === 'function' && 'extend' in expect && typeof expect.extend === 'function';
}

/** vitest's `expect`, put together from the parts that vitest itself uses. */
const expect = ((): ExpectStatic => {
  chai.use(JestExtend);
  chai.use(JestChaiExpect);
  chai.use(JestAsymmetricMatchers);
  const chaiExpect: unknown = chai.expect;
  if (!isVitestExpect(chaiExpect)) throw new Error('The plugins of @vitest/expect did not apply.');
  Reflect.set(globalThis, GLOBAL_EXPECT, chaiExpect);
  setState({ assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null }, chaiExpect);
  // The plugin's own form of `extend` takes the expect that is meant as its first argument.
  for (const added of [customMatchers, matchers]) Reflect.apply(chaiExpect.extend, chai.expect, [chaiExpect, added]);
  return chaiExpect;
})();

/** What check files may import, by name. */
const MODULES: Readonly<Record<string, unknown>> = {
  vitest: { expect, test, it, describe, beforeAll, beforeEach, afterAll, afterEach },
  '#checker': checker,
};

function requireModule(name: string): unknown {
  if (!Object.hasOwn(MODULES, name)) throw new Error(`A check file cannot import "${name}".`);
  return MODULES[name];
}

/** Runs one check file that has been compiled to CommonJS. */
function createRunner(code: string, makeFunction: MakeFunction): VitestRunner {
  return {
    config: {
      root: '/',
      name: undefined,
      setupFiles: [],
      passWithNoTests: false,
      testNamePattern: undefined,
      allowOnly: false,
      // Their runs wait for each other, but those on one data set come together, which spares most of them its loading.
      sequence: { seed: 0, hooks: 'stack', setupFiles: 'list', concurrent: true },
      chaiConfig: undefined,
      maxConcurrency: ALL_AT_ONCE,
      testTimeout: TEST_TIMEOUT_MS,
      hookTimeout: TEST_TIMEOUT_MS,
      retry: 0,
      includeTaskLocation: false,
      tags: [],
      tagsFilter: undefined,
      strictTags: false,
    },
    importFile: () => makeFunction('check.test.ts', ['require', 'exports'], code)(requireModule, {}),
  };
}

function testsOf(suite: Suite | File): Test[] {
  return suite.tasks.flatMap((task) => (task.type === 'suite' ? testsOf(task) : [task]));
}

function fullName(task: Test | Suite): string {
  const { suite } = task;
  return suite && suite.name !== '' && suite !== task.file ? `${fullName(suite)} > ${task.name}` : task.name;
}

function isExplanation(value: unknown): value is Explanation {
  return typeof value === 'object' && value !== null && 'kind' in value && 'dataset' in value;
}

interface TaskError {
  readonly name?: string;
  readonly message?: string;
  readonly explanation?: unknown;
}

/** What vitest's tasks say, as a report. */
function reportOf(
  tasks: readonly { readonly name: string; readonly passed: boolean; readonly error: TaskError | undefined }[],
  engines: CheckContext['engines'],
): CheckReport {
  const broken = tasks.find(({ error }) => error?.name === 'CheckBrokenError')?.error;
  if (broken) return { verdict: 'broken', message: broken.message ?? '' };
  if (tasks.length === 0) return { verdict: 'broken', message: 'The check file has no tests.' };
  const tests = tasks.map(({ name, passed, error }): TestReport => {
    if (passed) return { state: 'passed', name };
    return {
      state: 'failed',
      name,
      message: (error?.message ?? 'The test did not run.').replace(ANSI, ''),
      explanation: isExplanation(error?.explanation) ? error.explanation : null,
    };
  });
  return {
    verdict: tests.every(({ state }) => state === 'passed') ? 'passed' : 'failed',
    tests,
    engines: [...engines],
    lastWord: null,
  };
}

/**
 * Checks an answer: runs the exercise's check file with vitest's own runner, in a page's worker as in Node.
 * One check at a time in one realm.
 */
export async function runCheck(context: CheckContext, makeFunction: MakeFunction): Promise<CheckReport> {
  setCheckContext(context);
  const [file] = await startTests(['/check.test.ts'], createRunner(context.exercise.check, makeFunction));
  const collectError = file?.result?.errors?.[0];
  if (!file || collectError) {
    return { verdict: 'broken', message: `The check file does not load: ${collectError?.message ?? ''}` };
  }
  return reportOf(
    testsOf(file).map((task) => ({
      name: fullName(task),
      passed: task.result?.state === 'pass',
      error: task.result?.errors?.[0],
    })),
    context.engines,
  );
}
