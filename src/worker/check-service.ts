import type { CheckReport } from '../core/check-report';
import type { Dataset } from '../core/database';
import type { Exercise } from '../core/exercise';
import type { MakeFunction } from '../core/make-function';
import type { EngineChoice, Runs } from '../core/run-report';
import { runCheck } from '../checker/run-check';
import type { Channel } from './channel';
import { connect } from './rpc';

/** What a check worker needs to know. It is plain data. */
export interface CheckJob {
  readonly exercise: Exercise;
  readonly datasets: readonly Dataset[];
  readonly code: string;
  readonly engine: EngineChoice;
}

/** What a check worker can be asked. */
export interface CheckService {
  check(job: CheckJob): Promise<CheckReport>;
}

/** Serves checks on the channel. Code is not run here: the other side runs it, in workers of its own. */
export function serveChecks(channel: Channel, makeFunction: MakeFunction): void {
  const service: CheckService = {
    check: (job) =>
      runCheck({ ...job, runs: { run: (request) => host.run(request) }, engines: new Set() }, makeFunction),
  };
  const host = connect<Runs, CheckService>(channel, service);
}
