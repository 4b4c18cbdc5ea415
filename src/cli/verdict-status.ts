import type { CheckReport } from '../core/check-report';

/** The exit status that stands for a verdict: 2 is for whatever is no verdict on the answer. */
export const VERDICT_STATUS: Readonly<Record<CheckReport['verdict'], number>> = {
  passed: 0,
  failed: 1,
  broken: 2,
  stopped: 2,
};
