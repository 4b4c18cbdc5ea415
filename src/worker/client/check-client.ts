import type { CheckReport } from '../../core/check-report';
import type { Runs } from '../../core/run-report';
import type { CheckJob, CheckService } from '../check-service';
import { connect } from '../rpc';
import { rememberCourseRuns, type RunsWithOptions } from './remember-course-runs';
import type { RunOptions } from './run-client';
import type { WorkerHandle } from './workers';

interface CheckWorker {
  readonly handle: WorkerHandle;
  readonly rpc: ReturnType<typeof connect<CheckService, Runs>>;
  /** The options of the check under way; its runs are stopped with it. */
  options: RunOptions;
}

/** Checks answers in a worker apart from the code that is checked, a fresh one for each check. */
export class CheckClient {
  readonly #start: () => WorkerHandle;
  readonly #runs: RunsWithOptions;
  #spare: CheckWorker | null = null;

  constructor(start: () => WorkerHandle, runs: RunsWithOptions) {
    this.#start = start;
    this.#runs = rememberCourseRuns(runs);
  }

  /** Checks an answer. Never rejects: what keeps it from a verdict is a report too. */
  async check(job: CheckJob, options: RunOptions = {}): Promise<CheckReport> {
    const worker = this.#spare ?? this.#create();
    this.#spare = null;
    worker.options = options;
    const stopped = new Promise<CheckReport>((resolve) => {
      options.signal?.addEventListener('abort', () => {
        resolve({ verdict: 'stopped' });
      });
    });
    const report = worker.rpc.check(job).catch((error: unknown): CheckReport => ({
      verdict: 'broken',
      message: error instanceof Error ? error.message : String(error),
    }));
    const first = await Promise.race([report, stopped]);
    worker.handle.terminate();
    this.prewarm();
    return options.signal?.aborted ? { verdict: 'stopped' } : first;
  }

  /** Starts a worker ahead of the next check. */
  prewarm(): void {
    this.#spare ??= this.#create();
  }

  #create(): CheckWorker {
    const handle = this.#start();
    const rpc = connect<CheckService, Runs>(handle, {
      run: (request) => this.#runs.run(request, { ...worker.options, session: worker }),
    });
    const worker: CheckWorker = { handle, rpc, options: {} };
    handle.onFailure((error) => {
      if (!rpc.$closed) rpc.$close(error);
      if (this.#spare === worker) this.#spare = null;
    });
    return worker;
  }
}
