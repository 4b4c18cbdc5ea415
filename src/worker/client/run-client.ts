import {
  emptyReport,
  type OutputLine,
  type RunOutcome,
  type RunReport,
  type RunRequest,
  type Runs,
  TIME_LIMIT_MS,
} from '../../core/run-report';
import type { PostgresName, RunHost, RunService } from '../run-service';
import { connect } from '../rpc';
import { PostgresHost } from './postgres-host';
import type { WorkerHandle, Workers } from './workers';

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
  readonly #hosts: Readonly<Record<PostgresName, PostgresHost>>;
  #idle: RunWorker | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  /** @param limitMs how long a program may run, in milliseconds, without the time that engines take to load */
  constructor(workers: Workers, limitMs: number = TIME_LIMIT_MS) {
    this.#workers = workers;
    this.#limitMs = limitMs;
    this.#hosts = {
      postgres: new PostgresHost(() => workers.startPostgres()),
      server: new PostgresHost(() => {
        if (!workers.startServer) throw new Error('A page cannot reach a server.');
        return workers.startServer();
      }),
    };
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
    for (const host of Object.values(this.#hosts)) host.kill();
  }

  #start(): RunWorker {
    const handle = this.#workers.startRun();
    const current = (): RunHost | null => worker.host;
    const rpc = connect<RunService, RunHost>(handle, {
      waiting: () => current()?.waiting(),
      started: (engine) => current()?.started(engine),
      printed: (line) => current()?.printed(line),
      connectPostgres: (name) => this.#hosts[name].connect(handle),
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
    const now: { engine: RunReport['engine']; reusable: boolean } = { engine: null, reusable: false };
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
      worker.host = {
        connectPostgres: (name) => this.#hosts[name].connect(worker.handle),
        waiting: () => {
          clearTimeout(timer);
          now.engine = null;
          onPhase?.({ kind: 'loading' });
        },
        started: (name) => {
          now.engine = name;
          output = [];
          startedAt = performance.now();
          clearTimeout(timer);
          timer = setTimeout(() => {
            abandon({ kind: 'timed-out', limitMs: this.#limitMs });
          }, this.#limitMs);
          onPhase?.({ kind: 'running', engine: name });
        },
        printed: (line) => {
          output.push(line);
        },
      };
      worker.rpc.run(request).then(
        (finished) => {
          now.reusable = request.language === 'sql' || request.author === 'course';
          resolve(finished);
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
        this.#hosts[request.engine === 'server' ? 'server' : 'postgres'].kill();
      }
      this.prewarm();
    }
    return report;
  }
}
