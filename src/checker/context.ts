import type { Dataset, EngineName } from '../core/database';
import type { Exercise } from '../core/exercise';
import type { EngineChoice, Runs } from '../core/run-report';

/** What one check is about, and the means to run code for it. */
export interface CheckContext {
  readonly exercise: Exercise;
  /** The exercise's data sets, in its order. */
  readonly datasets: readonly Dataset[];
  /** The learner's code. */
  readonly code: string;
  readonly engine: EngineChoice;
  readonly runs: Runs;
  /** Filled while the check runs: the engines that answered. */
  readonly engines: Set<EngineName>;
}

let current: CheckContext | null = null;

/** Says what the check that runs next is about; whoever runs check files calls this first. */
export function setCheckContext(context: CheckContext): void {
  current = context;
}

/** @throws Error outside of a check */
export function checkContext(): CheckContext {
  if (!current) throw new Error('#checker works only in a check file: nothing has said which answer to check.');
  return current;
}
