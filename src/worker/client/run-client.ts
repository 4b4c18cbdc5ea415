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
  timeLimitOf,
} from '../../core/run-report';
import type { Language } from '../../core/language';
import type { LoadProgress } from '../../core/load-progress';
import type { LossReason } from '../lent-server';
import type { PostgresName, RunHost, RunService } from '../run-service';
import { connect } from '../rpc';
import { PostgresHost } from './postgres-host';
import { OutOfMemoryError, type RunPurpose, type WorkerHandle, type Workers } from './workers';

/** A program is started at most once an engine: a worker that says more is not telling the truth. */
const MOST_STARTS = 2;

/** How long a worker may take to prepare an engine that is loaded, in milliseconds. */
const WAIT_LIMIT_MS = 60_000;

/**
 * How long a program may go on after it was killed, in milliseconds: browsers take their time, and what takes memory
 * keeps them busy. If it takes all memory meanwhile, whatever shares a process with it ends, too.
 */
const AFTERLIFE_MS = 10_000;

/** Where a run stands, for whoever watches it. */
export type RunPhase =
  | { readonly kind: 'queued' }
  /** `progress` tells how much of PostgreSQL has arrived; `null` while nothing is known of that. */
  | { readonly kind: 'loading'; readonly progress: LoadProgress | null }
  | { readonly kind: 'running'; readonly engine: string };

export interface RunOptions {
  /** Aborting stops the run at once; its report then says `stopped`. */
  readonly signal?: AbortSignal | undefined;
  readonly onPhase?: ((phase: RunPhase) => void) | undefined;
  /** Runs of one program under the same session may share a worker, so that a check need not start dozens. */
  readonly session?: object | undefined;
}

/** Somebody who has PostgreSQL while no run needs it: a console. */
export interface Borrower {
  readonly handle: WorkerHandle;
  /** Whether it is in the middle of something. */
  isBusy(): boolean;
  /** PostgreSQL is gone, because somebody else needs it or because it broke. */
  onLost(reason: LossReason): void;
  /** How far the loan is; `running` once it is there. */
  onPhase(phase: RunPhase): void;
}

/** For how long nothing must run before a console gets PostgreSQL, in milliseconds: a check is many runs. */
const QUIET_MS = 250;

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

/** A PostgreSQL becomes slow with its resets: so many runs and the Python beside it is replaced (postgres-service.ts). */
const MOST_PYTHON_RUNS = 300;

interface PythonWorker {
  readonly worker: RunWorker;
  runs: number;
}

/** Whether code in a language shares a realm with what runs it: SQL is only sent, and what psql does is our own code. */
function isProgram(language: Language): boolean {
  return language !== 'sql' && language !== 'psql';
}

function purposeOf({ author, language }: RunRequest): RunPurpose {
  return author === 'learner' && isProgram(language) ? 'program' : 'other';
}

/** What came of one attempt at a run. */
interface Attempt {
  readonly report: RunReport;
  /** Memory ran out, but perhaps not through this run: another attempt may end better. */
  readonly blameless: boolean;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Runs code in workers that can be killed: one run at a time, a time limit, Stop, and a fresh worker for each program
 * of a learner, started ahead so that nobody waits for it. The course's own code never runs where a learner's has.
 */
export class RunClient implements Runs {
  readonly #workers: Workers;
  readonly #limitMs: number | null;
  readonly #hosts: Readonly<Record<PostgresName, PostgresHost>>;
  /** Workers without work. No learner's program ever ran in them. */
  readonly #idle: Record<RunPurpose, RunWorker | null> = { program: null, other: null };
  #used: UsedWorker | null = null;
  /** Python takes seconds to start: a worker goes on to the next program. The course's own never follows a learner's. */
  readonly #pythons = new Map<RunRequest['author'], PythonWorker>();
  /** The language of the last run: most likely the next one's too. */
  #language: Language = 'sql';
  /** Ends the run that is under way, if the PostgreSQL of that name was answering it. */
  #fail: (name: PostgresName, error: Error) => void = () => undefined;
  #queue: Promise<unknown> = Promise.resolve();
  /** Whether anything ran yet. */
  #ran = false;
  /** Which console has PostgreSQL. */
  #borrower: Borrower | null = null;
  /** When a program was last killed, as `performance.now()` has it. */
  #killedAt = -Infinity;

  /**
   * @param limitMs how long a program may run, in milliseconds, without the time that engines take to load; `null` for
   * what its language is given
   */
  constructor(workers: Workers, limitMs: number | null = null) {
    this.#workers = workers;
    this.#limitMs = limitMs;
    const host = (name: PostgresName, startWorker: () => WorkerHandle): PostgresHost =>
      new PostgresHost(startWorker, (error) => {
        this.#fail(name, error);
      });
    this.#hosts = {
      postgres: host('postgres', () => workers.startPostgres()),
      server: host('server', () => {
        if (!workers.startServer) throw new Error('A page cannot reach a server.');
        return workers.startServer();
      }),
    };
  }

  run(request: RunRequest, options: RunOptions = {}): Promise<RunReport> {
    options.onPhase?.({ kind: 'queued' });
    this.#ran = true;
    const report = this.#queue.then(() => this.#run(request, options));
    this.#queue = report;
    return report;
  }

  /** Loads PostgreSQL, whether or not anybody needs it yet. @throws Error when it cannot be had */
  async loadPostgres({ onPhase }: Pick<RunOptions, 'onPhase'> = {}): Promise<void> {
    await this.#whileLoading(this.#hosts.postgres, onPhase, () => this.#hosts.postgres.ready());
  }

  /**
   * Gives a console's worker the line to PostgreSQL, once no run needs it. A run that comes later takes it away, and so
   * does another console; one that is busy keeps it for as long as a run may take.
   * @throws Error when PostgreSQL cannot be loaded
   */
  async lendPostgres(borrower: Borrower): Promise<void> {
    borrower.onPhase({ kind: 'queued' });
    const until = performance.now() + TIME_LIMIT_MS;
    for (let seen: unknown = null; seen !== this.#queue;) {
      seen = this.#queue;
      await seen;
      // Nobody could be in the way of the first one.
      if (this.#ran || this.#borrower) await sleep(QUIET_MS);
      const other = this.#borrower === borrower ? null : this.#borrower;
      if (other?.isBusy() === true && performance.now() < until) seen = null;
    }
    const loan = this.#queue.then(async () => {
      borrower.onPhase({ kind: 'loading', progress: null });
      await this.#whileLoading(
        this.#hosts.postgres,
        (phase) => {
          borrower.onPhase(phase);
        },
        () =>
          this.#hosts.postgres.connect(borrower.handle, (reason) => {
            if (this.#borrower === borrower) this.#borrower = null;
            borrower.onLost(reason);
          }),
      );
      this.#borrower = borrower;
      borrower.onPhase({ kind: 'running', engine: 'postgres' });
    });
    this.#queue = loan.catch(() => undefined);
    return loan;
  }

  /** Has PostgreSQL killed because what a console asked of it does not end; does nothing when the console has it no longer. */
  giveUpPostgres(borrower: Borrower): void {
    if (this.#borrower === borrower) this.#hosts.postgres.kill();
  }

  /** A console needs PostgreSQL no longer. */
  endLoan(borrower: Borrower): void {
    if (this.#borrower === borrower) this.#borrower = null;
  }

  /** Starts a worker ahead of the next run, which is likely to be in this language. */
  prewarm(language: Language = this.#language): void {
    this.#language = language;
    const purpose: RunPurpose = isProgram(language) ? 'program' : 'other';
    if (this.#idle[purpose]) return;
    const worker = this.#start(purpose);
    this.#idle[purpose] = worker;
    void worker.rpc.warm(language, !this.#hosts.postgres.isReady).catch(() => undefined);
  }

  close(): void {
    this.#idle.program?.handle.terminate();
    this.#idle.other?.handle.terminate();
    this.#idle.program = this.#idle.other = null;
    this.#retireUsed();
    for (const { worker } of this.#pythons.values()) worker.handle.terminate();
    this.#pythons.clear();
    for (const host of Object.values(this.#hosts)) host.kill();
  }

  #retireUsed(): void {
    this.#used?.worker.handle.terminate();
    this.#used = null;
  }

  async #whileLoading(host: PostgresHost, onPhase: RunOptions['onPhase'], load: () => Promise<void>): Promise<void> {
    const unwatch = host.watch((progress) => onPhase?.({ kind: 'loading', progress }));
    try {
      await load();
    } finally {
      unwatch();
    }
  }

  /** An idle worker that is fit for the request, or a new one. */
  #take(request: RunRequest, session: object | undefined): RunWorker {
    if (request.language === 'python') return this.#takePython(request.author);
    const purpose = purposeOf(request);
    if (purpose === 'program') {
      const used = this.#used;
      if (used && used.session === session && used.code === request.code) {
        this.#used = null;
        return used.worker;
      }
      this.#retireUsed();
    }
    const worker = this.#idle[purpose] ?? this.#start(purpose);
    this.#idle[purpose] = null;
    return worker;
  }

  /** Keeps a worker whose run came to its end, if anything may run in it again. */
  #giveBack(worker: RunWorker, request: RunRequest, session: object | undefined): void {
    if (request.language === 'python') return;
    if (purposeOf(request) === 'other') this.#idle.other ??= worker;
    else if (session) this.#used ??= { worker, code: request.code, session };
    if (this.#idle.other !== worker && this.#used?.worker !== worker) worker.handle.terminate();
    this.prewarm();
  }

  #takePython(author: RunRequest['author']): RunWorker {
    const { startPython } = this.#workers;
    if (!startPython) throw new Error('This page cannot run Python.');
    let python = this.#pythons.get(author);
    if (python && python.runs >= MOST_PYTHON_RUNS) {
      python.worker.handle.terminate();
      python = undefined;
    }
    python ??= { worker: this.#start('other', startPython()), runs: 0 };
    python.runs++;
    this.#pythons.set(author, python);
    return python.worker;
  }

  #forgetPython(worker: RunWorker): void {
    for (const [author, python] of this.#pythons) if (python.worker === worker) this.#pythons.delete(author);
  }

  #start(purpose: RunPurpose, handle: WorkerHandle = this.#workers.startRun(purpose)): RunWorker {
    const current = (): RunHost | null => worker.host;
    const rpc = connect<RunService, RunHost>(handle, {
      waiting: () => current()?.waiting(),
      started: (engine) => current()?.started(engine),
      printed: (line) => current()?.printed(line),
      connectPostgres: () => current()?.connectPostgres() ?? Promise.reject(new Error('Nothing runs here.')),
    });
    const worker: RunWorker = { handle, rpc, host: null };
    handle.onFailure((error) => {
      if (!rpc.$closed) rpc.$close(error);
      if (this.#idle[purpose] === worker) this.#idle[purpose] = null;
      if (this.#used?.worker === worker) this.#used = null;
      this.#forgetPython(worker);
    });
    return worker;
  }

  async #run(request: RunRequest, options: RunOptions): Promise<RunReport> {
    const first = await this.#attempt(request, options);
    return first.blameless ? (await this.#attempt(request, options)).report : first.report;
  }

  async #attempt(request: RunRequest, { signal, onPhase, session }: RunOptions): Promise<Attempt> {
    if (signal?.aborted) return { report: emptyReport({ kind: 'stopped' }), blameless: false };
    if (request.language === 'python' && !this.#workers.startPython) {
      const message = 'Python does not run in this page: use a clone.';
      return { report: emptyReport({ kind: 'engine-failed', message }), blameless: false };
    }
    if (this.#hosts.postgres.isWorn) this.#hosts.postgres.kill();
    // By what was asked for, not by what the worker says: a program could have it say anything.
    const hostName: PostgresName = request.engine === 'server' ? 'server' : 'postgres';
    const host = this.#hosts[hostName];
    const worker = this.#take(request, session);
    const isPython = request.language === 'python';
    if (!isPython) this.#language = request.language;
    onPhase?.({ kind: 'loading', progress: null });

    let output: OutputLine[] = [];
    // An object, because what other functions assign to a variable is not seen here.
    const now: { engine: RunReport['engine']; starts: number; ended: boolean; blameless: boolean } = {
      engine: null,
      starts: 0,
      ended: false,
      blameless: false,
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
      this.#fail = (name, error) => {
        if (now.engine === name && !isPython) abandon({ kind: 'engine-failed', message: error.message });
      };
      const limitWait = (): void => {
        if (worker.host === null || now.engine !== null) return;
        clearTimeout(timer);
        timer = setTimeout(() => {
          abandon({ kind: 'timed-out', limitMs: WAIT_LIMIT_MS });
        }, WAIT_LIMIT_MS);
      };
      worker.host = {
        connectPostgres: () => this.#whileLoading(host, onPhase, () => host.connect(worker.handle)),
        waiting: () => {
          if (now.starts >= MOST_STARTS) return;
          clearTimeout(timer);
          now.engine = null;
          onPhase?.({ kind: 'loading', progress: null });
          // Once the program has started, it could say so itself, to run without a limit.
          if (now.starts > 0) void host.ready().then(limitWait, limitWait);
        },
        started: (name) => {
          if (now.starts >= MOST_STARTS) return;
          now.starts++;
          now.engine = name;
          output = [];
          startedAt = performance.now();
          clearTimeout(timer);
          const limitMs = this.#limitMs ?? timeLimitOf(request.language);
          timer = setTimeout(() => {
            abandon({ kind: 'timed-out', limitMs });
          }, limitMs);
          onPhase?.({ kind: 'running', engine: name });
        },
        printed: (given) => {
          const line = output.length < MAX_OUTPUT.lines ? parseOutputLine(given) : null;
          if (line) output.push(line);
        },
      };
      // Where PostgreSQL is at hand there is no reason to ask anybody else.
      const engine = request.engine === 'auto' && host.isReady ? 'postgres' : request.engine;
      worker.rpc.run({ ...request, engine }).then(
        (finished) => {
          const read = parseRunReport(finished);
          if (!read) {
            abandon({ kind: 'engine-failed', message: 'The program has broken the worker that it ran in.' });
            return;
          }
          now.ended = read.outcome.kind !== 'engine-failed' || request.engine === 'pg-mem';
          resolve(read);
        },
        (error: unknown) => {
          if (error instanceof OutOfMemoryError) {
            now.blameless = now.starts === 0 || performance.now() - this.#killedAt < AFTERLIFE_MS;
            if (now.starts > 0) {
              abandon({ kind: 'out-of-memory' });
              return;
            }
          }
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
      this.#forgetPython(worker);
      const { kind } = report.outcome;
      if (kind === 'timed-out' || kind === 'stopped') this.#killedAt = performance.now();
      // Whatever PostgreSQL was doing for a killed run would go on: it has to go too. Python's goes with its worker.
      if (now.engine === hostName && !isPython) host.kill();
      if (!isPython) this.prewarm();
    }
    return { report, blameless: now.blameless };
  }
}
