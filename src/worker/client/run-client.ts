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
import { librariesOf } from '../../core/libraries-of';
import { type LoadProgress, parseLoadProgress } from '../../core/load-progress';
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
  /** `progress` tells how much has arrived of PostgreSQL, Python or its packages; `null` while nothing is known of that. */
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
  /** What it can load beyond what every worker can. */
  readonly libraries: ReadonlySet<string>;
  /** Whether pg-mem answered in it. Once its scope is locked a worker could not load it any more. */
  hasPgMem: boolean;
  /** Listens to the run that is under way. */
  host: RunHost | null;
}

/** How long the course's Python may have nothing to do beside a learner's, in milliseconds: two are much for a phone. */
const COURSE_PYTHON_MS = 30_000;

interface PythonWorker {
  readonly worker: RunWorker;
  /** Whether a program ran in it. */
  isUsed: boolean;
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
  /** It failed, but perhaps not through this run: another attempt may end better. */
  readonly blameless: boolean;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Loads a language ahead of the first run in it. What keeps it from that is told to the run, which tries again. */
async function warm(worker: () => RunWorker, language: Language, pgMem: boolean): Promise<void> {
  try {
    await worker().rpc.warm(language, pgMem);
  } catch {
    // Nobody waits for it.
  }
}

/** Node does not wait for a timer before it ends; a page never did. */
function letEnd(timer: number | { unref(): unknown }): void {
  if (typeof timer === 'object') timer.unref();
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
  /** Ends the course's Python. */
  #coursePythonEnd: ReturnType<typeof setTimeout> | undefined;
  /** The language of the last run: most likely the next one's too. */
  #language: Language = 'sql';
  /** Large libraries that programs ran with, and so are here: most likely the next one asks for them, too. */
  readonly #libraries = new Set<string>();
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
    // Whatever becomes of it, the next one has its turn.
    this.#queue = report.catch(() => undefined);
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
    // It is large: nobody has to load it who only points at a button.
    if (language === 'python') return;
    this.#language = language;
    const purpose: RunPurpose = isProgram(language) ? 'program' : 'other';
    if (this.#idle[purpose]) return;
    void warm(() => (this.#idle[purpose] = this.#startRun(purpose, [])), language, !this.#hosts.postgres.isReady);
  }

  close(): void {
    this.#idle.program?.handle.terminate();
    this.#idle.other?.handle.terminate();
    this.#idle.program = this.#idle.other = null;
    this.#retireUsed();
    clearTimeout(this.#coursePythonEnd);
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
    const wanted = purpose === 'program' ? librariesOf(request) : [];
    if (purpose === 'program') {
      const used = this.#used;
      const needsPgMem = request.engine === 'auto' || request.engine === 'pg-mem';
      if (used?.session === session && used?.code === request.code && (used.worker.hasPgMem || !needsPgMem)) {
        this.#used = null;
        return used.worker;
      }
      this.#retireUsed();
      const idle = this.#idle.program;
      if (idle && wanted.some((library) => !idle.libraries.has(library))) {
        idle.handle.terminate();
        this.#idle.program = null;
      }
    }
    const worker = this.#idle[purpose] ?? this.#startRun(purpose, wanted);
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
    if (author === 'course') {
      clearTimeout(this.#coursePythonEnd);
      this.#coursePythonEnd = undefined;
    }
    const python = this.#python(author);
    python.isUsed = true;
    return python.worker;
  }

  #python(author: RunRequest['author']): PythonWorker {
    const python = this.#pythons.get(author) ?? {
      worker: this.#start('other', this.#workers.startPython()),
      isUsed: false,
    };
    this.#pythons.set(author, python);
    return python;
  }

  /** After a Python had to go: the files are here, but it takes its time to start. */
  #startPythonAhead(author: RunRequest['author']): void {
    // The course's own programs do not end in this way; if one did, somebody would have to look at it first.
    if (author === 'learner') void warm(() => this.#python(author).worker, 'python', false);
  }

  /** Where the course's is the only Python it stays, as in Node, where everything that is verified is the course's. */
  #endCoursePythonLater(): void {
    if (this.#coursePythonEnd !== undefined || !this.#pythons.has('course') || !this.#pythons.has('learner')) return;
    this.#coursePythonEnd = setTimeout(() => {
      this.#coursePythonEnd = undefined;
      this.#pythons.get('course')?.worker.handle.terminate();
      this.#pythons.delete('course');
    }, COURSE_PYTHON_MS);
    letEnd(this.#coursePythonEnd);
  }

  #forgetPython(worker: RunWorker): void {
    for (const [author, python] of this.#pythons) if (python.worker === worker) this.#pythons.delete(author);
  }

  #startRun(purpose: RunPurpose, wanted: readonly string[]): RunWorker {
    const libraries = new Set([...wanted, ...this.#libraries]);
    return this.#start(purpose, this.#workers.startRun(purpose, [...libraries]), libraries);
  }

  #start(purpose: RunPurpose, handle: WorkerHandle, libraries: ReadonlySet<string> = new Set()): RunWorker {
    const current = (): RunHost | null => worker.host;
    const rpc = connect<RunService, RunHost>(handle, {
      waiting: () => current()?.waiting(),
      started: (engine) => current()?.started(engine),
      printed: (line) => current()?.printed(line),
      loading: (progress) => current()?.loading(progress),
      connectPostgres: () => current()?.connectPostgres() ?? Promise.reject(new Error('Nothing runs here.')),
    });
    const worker: RunWorker = { handle, rpc, libraries, hasPgMem: false, host: null };
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

  async #attempt(asked: RunRequest, { signal, onPhase, session }: RunOptions): Promise<Attempt> {
    if (signal?.aborted) return { report: emptyReport({ kind: 'stopped' }), blameless: false };
    // By what was asked for, not by what the worker says: a program could have it say anything.
    const hostName: PostgresName = asked.engine === 'server' ? 'server' : 'postgres';
    const host = this.#hosts[hostName];
    // Where PostgreSQL is at hand there is no reason to ask anybody else.
    const request: RunRequest = asked.engine === 'auto' && host.isReady ? { ...asked, engine: 'postgres' } : asked;
    const isPython = request.language === 'python';
    const wasUsed = isPython && this.#pythons.get(request.author)?.isUsed === true;
    let worker: RunWorker;
    try {
      worker = this.#take(request, session);
    } catch (error) {
      return { report: emptyReport({ kind: 'engine-failed', message: messageOf(error) }), blameless: false };
    }
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
        loading: (given) => {
          const progress = now.engine === null ? parseLoadProgress(given) : null;
          if (progress) onPhase?.({ kind: 'loading', progress });
        },
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
          if (name === 'pg-mem') worker.hasPgMem = true;
          // What cannot be had must not be in the way of programs that do not ask for it.
          for (const library of worker.libraries) this.#libraries.add(library);
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
      worker.rpc.run(request).then(
        (finished) => {
          const read = parseRunReport(finished);
          if (!read) {
            abandon({ kind: 'engine-failed', message: 'The program has broken the worker that it ran in.' });
            return;
          }
          const { kind } = read.outcome;
          now.ended = (kind !== 'engine-failed' && kind !== 'out-of-memory') || request.engine === 'pg-mem';
          // A program before this one may have left something behind that only a new Python takes away.
          now.blameless = isPython && kind === 'engine-failed' && now.starts === 0 && wasUsed;
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
          abandon({ kind: 'engine-failed', message: messageOf(error) });
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
      // Whoever stopped it while it loaded does not want it loaded.
      if (isPython && kind !== 'engine-failed' && now.starts > 0) this.#startPythonAhead(request.author);
      if (kind === 'timed-out' || kind === 'stopped') this.#killedAt = performance.now();
      // Whatever PostgreSQL was doing for a killed run would go on: it has to go too. Python's goes with its worker.
      if (now.engine === hostName && !isPython) host.kill();
      if (!isPython) this.prewarm();
    }
    if (isPython) this.#endCoursePythonLater();
    return { report, blameless: now.blameless };
  }
}
