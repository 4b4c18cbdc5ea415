import type { Database } from '../core/database';
import { MAX_TRACE } from '../core/layer-trace';
import type { Server } from '../core/server';
import type { Language } from '../core/language';
import {
  emptyReport,
  MAX_OUTPUT,
  NOT_TRUSTED,
  type OutputLine,
  type RunReport,
  type RunRequest,
} from '../core/run-report';
import { NotTrustedError } from '../engine/not-trusted-error';
import { PackageNotLoadedError } from '../languages/python/package-not-loaded-error';
import {
  type LanguageRunner,
  type ProgramScope,
  type PythonPlace,
  RecordingDatabase,
} from '../languages/language-runner';
import { TraceRecorder } from '../languages/trace-recorder';

/** The engines that a worker can reach, each loaded when it is first asked for. */
export interface Engines {
  pgMem(): Promise<Database>;
  postgres(): Promise<Database>;
  server(): Promise<Database>;
  /** PostgreSQL as a server, for a language that has sessions with it. */
  sessions(): Promise<Server>;
  /** Python, and the PostgreSQL in the same worker. */
  python(): Promise<PythonEngine>;
}

/** A Python, and the database beside it. */
export interface PythonEngine extends PythonPlace {
  readonly database: Database;
}

/** What stands for {@link Engines.python} where there is none. */
export function noPython(): Promise<never> {
  return Promise.reject(new Error('Python runs in a worker of its own.'));
}

/** What the side that started the run hears while it goes on. */
export interface RunListener {
  /** The run waits for an engine: that time is not the program's. */
  waiting(): void;
  /** The program runs, from its start. What an earlier attempt printed no longer counts. */
  started(engine: Database['engine']): void;
  printed(line: OutputLine): void;
}

/** Loads what runs a language. */
export function loadRunner(language: Language): Promise<LanguageRunner> {
  return RUNNERS[language]();
}

const RUNNERS: Readonly<Record<Language, () => Promise<LanguageRunner>>> = {
  sql: async () => (await import('../languages/sql/run-sql')).runSql,
  psql: async () => (await import('../languages/psql/run-psql')).runPsql,
  typescript: async () => (await import('../languages/typescript/run-typescript')).runTypeScript,
  python: async () => (await import('../languages/python/run-python')).runPython,
};

/**
 * What a language talks to: a database that may be any engine's, a server with databases, roles and sessions, or the
 * PostgreSQL in its own worker. For the latter two nothing but the embedded PostgreSQL will do.
 */
export const TALKS_TO: Readonly<Record<Language, 'database' | 'server' | 'neighbour'>> = {
  sql: 'database',
  psql: 'server',
  typescript: 'database',
  python: 'neighbour',
};

/** What a database is to a language that does not use it: its sessions say which engine answers. */
const UNUSED: Database = {
  engine: 'postgres',
  exec: () => Promise.reject(new Error('Nothing is asked in this way.')),
  reset: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

async function backendFor({ language, engine, code, files }: RunRequest, engines: Engines): Promise<Backend> {
  switch (TALKS_TO[language]) {
    case 'server':
      // On a server of somebody's own, psql would play with roles and databases that are no toys.
      return { database: UNUSED, server: await engines.sessions(), python: null };
    case 'neighbour': {
      const python = await engines.python();
      // What takes seconds is not the program's time.
      await python.runtime.load([code, ...Object.values(files)]);
      return { database: python.database, server: null, python };
    }
    case 'database':
      return {
        database: await (engine === 'server' ? engines.server() : engines.postgres()),
        server: null,
        python: null,
      };
  }
}

/** Of a run that is not traced nothing is kept. */
const NO_TRACE = { events: 0, characters: 0 };

/** Lets through what the engine may answer. On the first statement that it may not, `refused` is called. */
function guarded(database: Database, refused: () => void): Database {
  return {
    engine: database.engine,
    reset: (dataset) => database.reset(dataset),
    close: () => database.close(),
    exec: async (sql, parameters) => {
      try {
        return await database.exec(sql, parameters);
      } catch (error) {
        if (!(error instanceof NotTrustedError)) throw error;
        refused();
        // The program is left where it is, for ever: it must not see an error that PostgreSQL would not give.
        return new Promise(() => undefined);
      }
    },
  };
}

/** What a program talks to. */
interface Backend {
  readonly database: Database;
  readonly server: Server | null;
  readonly python: PythonPlace | null;
}

async function attempt(
  request: RunRequest,
  { database, server, python }: Backend,
  listener: RunListener,
  scope: ProgramScope,
): Promise<RunReport | null> {
  const runner = await loadRunner(request.language);
  if (request.language === 'typescript') {
    const { loadAhead } = await import('../languages/typescript/load-ahead');
    await loadAhead(request, scope.makeFunction);
  }
  // A language with sessions brings its server to the beginning itself.
  if (!server) await database.reset(request.dataset);

  const output: OutputLine[] = [];
  let characters = 0;
  let outputCut = false;
  let over = false;
  const print = (line: OutputLine): void => {
    if (over || outputCut) return;
    characters += line.text.length;
    outputCut = output.length >= MAX_OUTPUT.lines || characters > MAX_OUTPUT.characters;
    if (outputCut) return;
    output.push(line);
    listener.printed(line);
  };

  return new Promise((resolve, reject) => {
    const recording = new RecordingDatabase(
      guarded(database, () => {
        over = true;
        resolve(null);
      }),
    );
    listener.started(database.engine);
    const started = performance.now();
    const trace = new TraceRecorder(request.traced ? MAX_TRACE : NO_TRACE);
    runner(request, { ...scope, database: recording, server, python, print, trace }).then((end) => {
      if (over) return;
      over = true;
      const { statements } = recording;
      resolve({
        outcome: end.kind === 'completed' ? { kind: 'completed' } : end,
        // A language with sessions has reached it before it does anything.
        engine: server || statements.length > 0 ? database.engine : null,
        output,
        outputCut,
        statements,
        trace: trace.events,
        traceCut: request.traced && trace.cut,
        page: (end.kind === 'completed' ? end.page : null) ?? null,
        value: end.kind === 'completed' ? end.value : undefined,
        ms: performance.now() - started,
        lastWord: null,
      });
    }, reject);
  });
}

/**
 * Runs a request. Under `auto`, pg-mem answers as long as every statement lies in the trusted subset; the first one
 * outside starts the whole program again on PostgreSQL.
 */
export async function execute(
  request: RunRequest,
  engines: Engines,
  listener: RunListener,
  scope: ProgramScope,
): Promise<RunReport> {
  try {
    const isPostgresOnly = TALKS_TO[request.language] !== 'database';
    if (isPostgresOnly && request.engine === 'pg-mem') {
      return emptyReport({ kind: 'engine-failed', message: NOT_TRUSTED });
    }
    if (!isPostgresOnly && (request.engine === 'auto' || request.engine === 'pg-mem')) {
      listener.waiting();
      const report = await attempt(
        request,
        { database: await engines.pgMem(), server: null, python: null },
        listener,
        scope,
      );
      if (report) return report;
      if (request.engine === 'pg-mem') {
        return emptyReport({ kind: 'engine-failed', message: NOT_TRUSTED });
      }
    }
    listener.waiting();
    const report = await attempt(request, await backendFor(request, engines), listener, scope);
    if (!report) throw new Error('PostgreSQL refused to answer.');
    return report;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return emptyReport({ kind: error instanceof PackageNotLoadedError ? 'not-loaded' : 'engine-failed', message });
  }
}
