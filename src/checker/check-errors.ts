import type { Explanation } from '../core/check-report';

/** The answer is refused; the explanation says why. */
export class AnswerRefusedError extends Error {
  override readonly name = 'AnswerRefusedError';

  constructor(
    message: string,
    readonly explanation: Explanation,
  ) {
    super(message);
  }
}

/** The check cannot give a verdict: its own reference does not run, or an engine failed. Never the learner's mistake. */
export class CheckBrokenError extends Error {
  override readonly name = 'CheckBrokenError';
}
