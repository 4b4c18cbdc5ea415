import type { CheckReport, Verdict } from '../../core/check-report';
import { gaveTheSame } from '../../core/compare-reports';
import type { RunReport, RunRequest } from '../../core/run-report';
import type { RunClient, RunOptions } from './run-client';

/** Loads PostgreSQL. @returns why it cannot be had, or `null` */
async function failureToLoad(runs: RunClient, options: RunOptions): Promise<string | null> {
  try {
    await runs.loadPostgres(options);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Has PostgreSQL say the last word on a run that pg-mem answered.
 * @returns the report that holds from now on; the one that was given, without a last word, when this was stopped
 */
export async function confirmRun(
  runs: RunClient,
  request: RunRequest,
  first: RunReport,
  options: RunOptions,
): Promise<RunReport> {
  const reason = await failureToLoad(runs, options);
  if (reason !== null) return { ...first, lastWord: { kind: 'unheard', reason } };
  const second = await runs.run({ ...request, engine: 'postgres' }, options);
  switch (second.outcome.kind) {
    case 'stopped':
      return first;
    case 'not-loaded':
    case 'engine-failed':
      return { ...first, lastWord: { kind: 'unheard', reason: second.outcome.message } };
    case 'timed-out':
      return { ...first, lastWord: { kind: 'unheard', reason: 'The second run took too long.' } };
    case 'out-of-memory':
      return { ...first, lastWord: { kind: 'unheard', reason: 'The second run took too much memory.' } };
    case 'completed':
    case 'failed':
      return gaveTheSame(first, second)
        ? { ...first, lastWord: { kind: 'same' } }
        : { ...second, lastWord: { kind: 'different', first } };
  }
}

/**
 * Has PostgreSQL say the last word on a verdict that rests on pg-mem's answers; otherwise as {@link confirmRun}.
 * @param checkAgain does the same check with PostgreSQL alone
 */
export async function confirmCheck(
  runs: RunClient,
  checkAgain: () => Promise<CheckReport>,
  first: Verdict,
  options: RunOptions,
): Promise<Verdict> {
  const reason = await failureToLoad(runs, options);
  if (reason !== null) return { ...first, lastWord: { kind: 'unheard', reason } };
  const second = await checkAgain();
  switch (second.verdict) {
    case 'stopped':
      return first;
    case 'broken':
      return { ...first, lastWord: { kind: 'unheard', reason: second.message } };
    case 'passed':
    case 'failed':
      return second.verdict === first.verdict
        ? { ...first, engines: [...new Set([...first.engines, ...second.engines])], lastWord: { kind: 'same' } }
        : { ...second, lastWord: { kind: 'different', first } };
  }
}
