import {
  emptyReport,
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

/** Where a run stands, for whoever watches it. */
export type RunPhase =
  { readonly kind: 'queued' } | { readonly kind: 'loading' } | { readonly kind: 'running'; readonly engine: string };

export interface RunOptions {
  /** Aborting stops the run at once; its report then says `stopped`. */
  readonly signal?: AbortSignal | undefined;
  readonly onPhase?: ((phase: RunPhase) => void) | undefined;
  /** Runs of one program under the same session may share a worker, so that a check need not start dozens. */
  readonly session?: object | undefined;
}

/** A worker in which a learner's program has run: only the same program may run there again. */
interface UsedWorker {
  readonly worker: RunWorker;
  readonly code: string;
  readonly session: object;
}

interface RunWorker {
  readonly handle: WorkerHandle;
  readonly rpc: ReturnType<typeof connect<RunService, RunHost>>;
  /** Listens to the run that is under way. */
  host: RunHost | null;
}

/** Whether code of a learner's will share a realm with what runs it: SQL does not, it is only sent. */
function isLearnersProgram({ author, language }: RunRequest): boolean {
  return author === 'learner' && language !== 'sql';
}

/**
 * Runs code in workers that can be killed: one run at a time, a time limit, Stop, and a fresh worker for each program
 * of a learner, started ahead so that nobody waits for it. The course's own code never runs where a learner's has.
 */
export class RunClient implements Runs {
  readonly #workers: Workers;
  readonly #limitMs: number;
  readonly #postgres: PostgresHost;
  /** No learner's program ever ran in it. */
  #clean: RunWorker | null = null;
  #used: UsedWorker | null = null;
  /** Ends the run that is under way, if PostgreSQL was answering it. */
  #fail: (error: Error) => void = () => undefined;
  #queue: Promise<unknown> = Promise.resolve();

  /** @param limitMs how long a program may run, in milliseconds, without the time that engines take to load */
  constructor(workers: Workers, limitMs: number = TIME_LIMIT_MS) {
    this.#workers = workers;
    this.#limitMs = limitMs;
    this.#postgres = new PostgresHost(workers, (error) => {
      this.#retireIdle();
      this.#fail(error);
    });
  }

  run(request: RunRequest, options: RunOptions = {}): Promise<RunReport> {
    options.onPhase?.({ kind: 'queued' });
    const report = this.#queue.then(() => this.#run(request, options));
    this.#queue = report;
    return report;
  }

  /** Starts a worker ahead of the first run. */
  prewarm(): void {
    if (this.#clean) return;
    const worker = this.#start();
    this.#clean = worker;
    void worker.rpc.warm(this.#postgres.isReady ? 'postgres' : 'pg-mem').catch(() => undefined);
  }

  close(): void {
    this.#killPostgres();
  }

  /** Workers that have a line to it would wait for an answer for ever: they go with it. */
  #killPostgres(): void {
    this.#postgres.kill();
    this.#retireIdle();
  }

  #retireIdle(): void {
    this.#clean?.handle.terminate();
    this.#clean = null;
    this.#retireUsed();
  }

  #retireUsed(): void {
    this.#used?.worker.handle.terminate();
    this.#used = null;
  }

  /** An idle worker that is fit for the request, or a new one. */
  #take(request: RunRequest, session: object | undefined): RunWorker {
    if (isLearnersProgram(request)) {
      const used = this.#used;
      if (used && used.session === session && used.code === request.code) {
        this.#used = null;
        return used.worker;
      }
      this.#retireUsed();
    }
    const worker = this.#clean ?? this.#start();
    this.#clean = null;
    return worker;
  }

  /** Keeps a worker whose run came to its end, if anything may run in it again. */
  #giveBack(worker: RunWorker, request: RunRequest, session: object | undefined): void {
    if (!isLearnersProgram(request)) this.#clean ??= worker;
    else if (session) this.#used ??= { worker, code: request.code, session };
    if (this.#clean !== worker && this.#used?.worker !== worker) worker.handle.terminate();
    this.prewarm();
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
      if (this.#clean === worker) this.#clean = null;
      if (this.#used?.worker === worker) this.#used = null;
    });
    return worker;
  }

  async #run(request: RunRequest, { signal, onPhase, session }: RunOptions): Promise<RunReport> {
    if (signal?.aborted) return emptyReport({ kind: 'stopped' });
    if (this.#postgres.isWorn) this.#killPostgres();
    const worker = this.#take(request, session);
    onPhase?.({ kind: 'loading' });

    let output: OutputLine[] = [];
    // An object, because what other functions assign to a variable is not seen here.
    const now: { engine: RunReport['engine']; ended: boolean } = { engine: null, ended: false };
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
      this.#fail = (error) => {
        if (now.engine === 'postgres') abandon({ kind: 'engine-failed', message: error.message });
      };
      worker.host = {
        connectPostgres: () => this.#postgres.connect(worker.handle),
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
      // Where PostgreSQL is at hand there is no reason to ask anybody else.
      const engine = request.engine === 'auto' && this.#postgres.isReady ? 'postgres' : request.engine;
      worker.rpc.run({ ...request, engine }).then(
        (finished) => {
          now.ended = true;
          resolve(finished);
        },
        (error: unknown) => {
          abandon({ kind: 'engine-failed', message: error instanceof Error ? error.message : String(error) });
        },
      );
    });
    clearTimeout(timer);
    this.#fail = () => undefined;
    worker.host = null;
    if (now.ended) this.#giveBack(worker, request, session);
    else {
      worker.handle.terminate();
      // Whatever PostgreSQL was doing for a killed run would go on: it has to go too.
      if (now.engine === 'postgres') this.#killPostgres();
      this.prewarm();
    }
    return report;
  }
}
