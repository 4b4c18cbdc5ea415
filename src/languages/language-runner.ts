import type { Cell, Database, EngineName, StatementResult } from '../core/database';
import type { DriverSession } from '../core/driver-session';
import type { Server } from '../core/server';
import type { TraceDetail } from '../core/layer-trace';
import type { MakeFunction } from '../core/make-function';
import type { OutputLine, PlainValue, RunError, RunRequest, SentStatement, WebPage } from '../core/run-report';
import type { PythonRuntime } from './python/python-runtime';
import type { TraceRecorder } from './trace-recorder';

/** What a language gives back; the worker makes a RunReport of it. */
export type ProgramEnd =
  | { readonly kind: 'completed'; readonly value: PlainValue; readonly page?: WebPage | null }
  | { readonly kind: 'failed'; readonly error: RunError }
  /** There is no memory left, perhaps not even for the next program. */
  | { readonly kind: 'out-of-memory' };

/** The global scope that programs run in, and share with us. */
export interface ProgramScope {
  readonly makeFunction: MakeFunction;
  /** Takes from it what leads out of it, for good. Called once all is loaded, before a learner's program runs. */
  readonly lockDown: () => void;
}

/** What a language may use of its surroundings while it runs. */
export interface RunContext extends ProgramScope {
  readonly database: RecordingDatabase;
  /** The server behind the database, for what needs databases, roles and sessions; `null` where there is none. */
  readonly server: Server | null;
  /** Python, beside a PostgreSQL that answers it in place; `null` for every other language. */
  readonly python: PythonPlace | null;
  readonly print: (line: OutputLine) => void;
  /** Hears what each layer of a program does; a language without layers of its own leaves it empty. */
  readonly trace: TraceRecorder;
}

/** A Python, and what begins a session with the PostgreSQL beside it. */
export interface PythonPlace {
  readonly runtime: PythonRuntime;
  session(): DriverSession;
}

/** Turns (code, database) into a result: one implementation a language. */
export type LanguageRunner = (request: RunRequest, context: RunContext) => Promise<ProgramEnd>;

/** Passes statements on to a database and keeps a record of each, in order. */
export class RecordingDatabase {
  readonly statements: SentStatement[] = [];
  readonly engine: EngineName;
  /** Hears of each statement as it is sent. */
  onStatement: ((answered: Promise<unknown>) => void) | null = null;
  /** Hears what the server does, where more than the server is traced. */
  trace: TraceRecorder | null = null;
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    this.engine = database.engine;
  }

  /** Ends a transaction as the server does when its client is gone: no program has sent that. */
  async rollBack(): Promise<void> {
    const end = this.trace?.begin('server', 'Rolls back what a lost client had begun', {
      kind: 'text',
      text: 'ROLLBACK',
    });
    const answered = this.#database.exec('ROLLBACK');
    this.onStatement?.(answered);
    await answered;
    end?.();
  }

  async exec(sql: string, parameters?: readonly Cell[]): Promise<readonly StatementResult[]> {
    const started = performance.now();
    const end = this.trace?.begin('server', 'Runs a statement', {
      kind: 'sql',
      sql,
      parameters: parameters ?? [],
      returned: null,
    });
    const answered = this.#database.exec(sql, parameters);
    this.onStatement?.(answered);
    const results = await answered;
    const ms = performance.now() - started;
    for (const [i, result] of results.entries()) {
      const index = this.statements.push({ sql, parameters: parameters ?? [], result, ms }) - 1;
      const detail: TraceDetail = { kind: 'statement', index };
      const error = result.kind === 'error' ? result.error.message : null;
      if (i === 0) end?.({ detail, error });
      else this.trace?.note('server', 'Runs another statement of the same text', detail, error);
    }
    return results;
  }
}
