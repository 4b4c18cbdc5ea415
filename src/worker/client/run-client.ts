import { parseOutputLine, parseRunReport } from '../../core/parse-run-report';
import {
  emptyReport,
  MAX_OUTPUT,
  type OutputLine,
  type RunOutcome,
  type RunReport,
  type RunRequest,
  type Runs,
  TIME_LIMIT_MS,
} from '../../core/run-report';
import type { RunHost, RunService } from '../run-service';
import { connect } from '../rpc';
import { PostgresHost } from './postgres-host';
import type { WorkerHandle, Workers } from './workers';

/** A program is started at most once an engine: a worker that says more is not telling the truth. */
const MOST_STARTS = 2;

/** How long a worker may take to prepare an engine that is loaded, in milliseconds. */
const WAIT_LIMIT_MS = 60_000;

/** Where a run stands, for whoever watches it. */
export type RunPhase =
  { readonly kind: 'queued' } | { readonly kind: 'loading' } | { readonly kind: 'running'; readonly engine: string };

export interface RunOptions {
  /** Aborting stops the run at once; its report then says `stopped`. */
  readonly signal?: AbortSignal | undefined;
  readonly onPhase?: ((phase: RunPhase) => void) | undefined;
}

interface RunWorker {
  readonly handle: WorkerHandle;
  readonly rpc: ReturnType<typeof connect<RunService, RunHost>>;
  /** Listens to the run that is under way. */
  host: RunHost | null;
}

/**
 * Runs code in workers that can be killed: one run at a time, a time limit, Stop, and a fresh worker after each
 * program, started ahead so that nobody waits for it.
 */
export class RunClient implements Runs {
  readonly #workers: Workers;
  readonly #limitMs: number;
  readonly #postgres: PostgresHost;
  #idle: RunWorker | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  /** @param limitMs how long a program may run, in milliseconds, without the time that engines take to load */
  constructor(workers: Workers, limitMs: number = TIME_LIMIT_MS) {
    this.#workers = workers;
    this.#limitMs = limitMs;
    this.#postgres = new PostgresHost(workers);
  }

  run(request: RunRequest, options: RunOptions = {}): Promise<RunReport> {
    options.onPhase?.({ kind: 'queued' });
    const report = this.#queue.then(() => this.#run(request, options));
    this.#queue = report;
    return report;
  }

  /** Starts a worker ahead of the first run. */
  prewarm(): void {
    if (this.#idle) return;
    const worker = this.#start();
    this.#idle = worker;
    void worker.rpc.warm().catch(() => undefined);
  }

  close(): void {
    this.#idle?.handle.terminate();
    this.#idle = null;
    this.#postgres.kill();
  }

  #start(): RunWorker {
    const handle = this.#workers.startRun();
    const current = (): RunHost | null => worker.host;
    const rpc = connect<RunService, RunHost>(handle, {
      waiting: () => current()?.waiting(),
      started: (engine) => current()?.started(engine),
      printed: (line) => current()?.printed(line),
      connectPostgres: () => this.#postgres.connect(handle),
    });
    const worker: RunWorker = { handle, rpc, host: null };
    handle.onFailure((error) => {
      if (!rpc.$closed) rpc.$close(error);
      if (this.#idle === worker) this.#idle = null;
    });
    return worker;
  }

  async #run(request: RunRequest, { signal, onPhase }: RunOptions): Promise<RunReport> {
    if (signal?.aborted) return emptyReport({ kind: 'stopped' });
    const worker = this.#idle ?? this.#start();
    this.#idle = null;
    onPhase?.({ kind: 'loading' });

    let output: OutputLine[] = [];
    // An object, because what other functions assign to a variable is not seen here.
    const now: { engine: RunReport['engine']; starts: number; reusable: boolean } = {
      engine: null,
      starts: 0,
      reusable: false,
    };
    let startedAt = performance.now();
    let timer: ReturnType<typeof setTimeout> | undefined;

    const report = await new Promise<RunReport>((resolve) => {
      const abandon = (outcome: RunOutcome): void => {
        resolve({ ...emptyReport(outcome), engine: now.engine, output, ms: performance.now() - startedAt });
      };
      const stop = (): void => {
        abandon({ kind: 'stopped' });
      };
      signal?.addEventListener('abort', stop, { once: true });
      const limitWait = (): void => {
        if (worker.host === null || now.engine !== null) return;
        clearTimeout(timer);
        timer = setTimeout(() => {
          abandon({ kind: 'timed-out', limitMs: WAIT_LIMIT_MS });
        }, WAIT_LIMIT_MS);
      };
      worker.host = {
        connectPostgres: () => this.#postgres.connect(worker.handle),
        waiting: () => {
          if (now.starts >= MOST_STARTS) return;
          clearTimeout(timer);
          now.engine = null;
          onPhase?.({ kind: 'loading' });
          // Once the program has started, it could say so itself, to run without a limit.
          if (now.starts > 0) void this.#postgres.ready().then(limitWait, limitWait);
        },
        started: (name) => {
          if (now.starts >= MOST_STARTS) return;
          now.starts++;
          now.engine = name;
          output = [];
          startedAt = performance.now();
          clearTimeout(timer);
          timer = setTimeout(() => {
            abandon({ kind: 'timed-out', limitMs: this.#limitMs });
          }, this.#limitMs);
          onPhase?.({ kind: 'running', engine: name });
        },
        printed: (given) => {
          const line = output.length < MAX_OUTPUT.lines ? parseOutputLine(given) : null;
          if (line) output.push(line);
        },
      };
      worker.rpc.run(request).then(
        (finished) => {
          const read = parseRunReport(finished);
          if (!read) {
            abandon({ kind: 'engine-failed', message: 'The program has broken the worker that it ran in.' });
            return;
          }
          const { kind } = read.outcome;
          now.reusable = (request.language === 'sql' || request.author === 'course') && kind !== 'engine-failed';
          resolve(read);
        },
        (error: unknown) => {
          abandon({ kind: 'engine-failed', message: error instanceof Error ? error.message : String(error) });
        },
      );
    });
    clearTimeout(timer);
    worker.host = null;
    if (now.reusable) this.#idle = worker;
    else {
      worker.handle.terminate();
      // Whatever PostgreSQL was doing for a killed run would go on: it has to go too.
      if (report.outcome.kind !== 'completed' && report.outcome.kind !== 'failed' && now.engine !== 'pg-mem') {
        this.#postgres.kill();
      }
      this.prewarm();
    }
    return report;
  }
}
