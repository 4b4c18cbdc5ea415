import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  getState,
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
  getCurrentTest,
  it,
  startTests,
  type Suite,
  type Test,
  test,
  type VitestRunner,
} from '@vitest/runner';
import type { CheckReport, Explanation, TestReport } from '../core/check-report';
import { setCheckContext, type CheckContext } from './context';
import * as checker from './index';
import { matchers } from './matchers';

/** Long enough for any number of runs that are each limited themselves, in milliseconds. */
const TEST_TIMEOUT_MS = 60_000;

const ANSI = /\u001b\[[0-9;]*m/g;

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** vitest's `expect`, put together from its own parts as vitest itself does it. */
function createExpect(): unknown {
  const expect = ((value: unknown, message?: string) => {
    const { assertionCalls } = getState(expect);
    setState({ assertionCalls: assertionCalls + 1 }, expect);
    const assertion = chai.expect(value, message);
    const current = getCurrentTest();
    return current ? (assertion as unknown as Chai.Assertion).withTest(current) : assertion;
  }) as unknown as Parameters<typeof getState>[0];
  return expect;
}
