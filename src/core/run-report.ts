import type { Cell, Dataset, EngineName, SqlError, StatementResult } from './database';
import type { Language } from './language';
import type { LastWord } from './last-word';
import type { TraceEvent } from './layer-trace';
import type { Position } from './position';
import { SUPERUSER } from './server';

/** Which engine a run asks for: `auto` lets pg-mem answer what it is trusted with, and PostgreSQL everything else. */
export type EngineChoice = 'auto' | EngineName;

/** What to do with a program once it has run from top to bottom. */
export type Evaluation =
  | { readonly kind: 'none' }
  /** Call an exported function; arguments and answer are plain data. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly PlainValue[] }
  /** Read an exported constant; in psql, a variable. */
  | { readonly kind: 'value'; readonly name: string }
  /** psql: all that was printed, without prompts, what was typed, and times (`core/steady-text.ts`). */
  | { readonly kind: 'printed' }
  /** SQL and psql: ask the database that the code leaves behind. The superuser asks; `database` is psql's alone. */
  | { readonly kind: 'inspect'; readonly sql: string; readonly database: string };

/** As whom, and on what, psql begins. */
export interface PsqlStart {
  readonly user: string;
  /** SQL that the superuser runs before anything else. */
  readonly setup: string;
}

/** How psql begins unless somebody says otherwise. */
export const PSQL_START: PsqlStart = { user: SUPERUSER, setup: '' };

/** Data that survives a journey between two workers unchanged. */
export type PlainValue =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | string
  | Date
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/** Everything that one run needs. It is plain data: it crosses worker boundaries. */
export interface RunRequest {
  readonly language: Language;
  readonly code: string;
  /** Further modules that the code may import, by name, such as `./db`. */
  readonly files: Readonly<Record<string, string>>;
  readonly dataset: Dataset;
  readonly engine: EngineChoice;
  readonly evaluation: Evaluation;
  /** For psql alone. */
  readonly psql: PsqlStart;
  /** Who wrote the code. A worker that ran a learner's program is not used again: it may have been tampered with. */
  readonly author: 'learner' | 'course';
  /** Whether the report is to tell what each layer did. Nobody sees it of a check's many runs, and it takes its time. */
  readonly traced: boolean;
}

/** Why a run did not come to its end; positions are in the learner's own code. */
export type RunError =
  | { readonly kind: 'sql'; readonly error: SqlError; readonly statement: string; readonly at: Position | null }
  /** The code could not be read. */
  | { readonly kind: 'syntax'; readonly message: string; readonly at: Position | null }
  /** The code threw. */
  | { readonly kind: 'exception'; readonly name: string; readonly message: string; readonly at: Position | null }
  /** The code imports something that is not offered here. */
  | {
      readonly kind: 'import';
      readonly module: string;
      readonly offered: readonly string[];
      readonly at: Position | null;
    }
  /** A check or the lesson asked for an export that the code does not have. */
  | { readonly kind: 'missing-export'; readonly name: string; readonly exported: readonly string[] };

export type RunOutcome =
  | { readonly kind: 'completed' }
  | { readonly kind: 'failed'; readonly error: RunError }
  | { readonly kind: 'timed-out'; readonly limitMs: number }
  | { readonly kind: 'stopped' }
  /** The code took all the memory that there is for it. */
  | { readonly kind: 'out-of-memory' }
  /** Something that the code imports could not be had, and so it did not run; never the learner's mistake. */
  | { readonly kind: 'not-loaded'; readonly message: string }
  /** The engine or its worker failed; never the learner's mistake. */
  | { readonly kind: 'engine-failed'; readonly message: string };

/** A line that the program printed. */
export interface OutputLine {
  /** `input`: a prompt, and what was typed behind it. */
  readonly stream: 'log' | 'warn' | 'error' | 'input';
  readonly text: string;
}

/** A statement that reached the database, in the order of arrival, with what came of it. */
export interface SentStatement {
  readonly sql: string;
  readonly parameters: readonly Cell[];
  readonly result: StatementResult;
  /** Milliseconds between sending and the answer. */
  readonly ms: number;
}

/** A web page that a program's last line gives: the answer of a Flask app. */
export interface WebPage {
  /** What was asked for, such as `GET /athletes`; `null` where the answer does not say. */
  readonly request: string | null;
  /** Such as `200 OK`. */
  readonly status: string;
  readonly html: string;
}

/** A page's text is shown up to here, in characters. */
export const MAX_PAGE = 200_000;

/** What one run gave: the one form in which the page, the terminal and the checker see it. */
export interface RunReport {
  readonly outcome: RunOutcome;
  /** The engine that gave these results; `null` when none was reached. */
  readonly engine: EngineName | null;
  readonly output: readonly OutputLine[];
  readonly outputCut: boolean;
  readonly statements: readonly SentStatement[];
  /** What each layer did, in order. Programs have one; SQL and psql speak to the server themselves, and have none. */
  readonly trace: readonly TraceEvent[];
  readonly traceCut: boolean;
  /** The web page that the program's last line gives; `null` when it gives none. */
  readonly page: WebPage | null;
  /** What the evaluation gave; `undefined` without one. */
  readonly value: PlainValue;
  /** Milliseconds from start to end, without loading engines. */
  readonly ms: number;
  /** What PostgreSQL said of it afterwards; `null` when it answered itself, or was not asked yet. */
  readonly lastWord: LastWord<RunReport> | null;
}

/** The default time limit of a run, in milliseconds. Loading an engine does not count. */
export const TIME_LIMIT_MS = 5_000;

/** psql's: it starts PostgreSQL again whenever it enters another database, and \watch pauses. */
const PSQL_TIME_LIMIT_MS = 30_000;

/** How long code in a language may run, in milliseconds. */
export function timeLimitOf(language: Language): number {
  return language === 'psql' ? PSQL_TIME_LIMIT_MS : TIME_LIMIT_MS;
}

/** A program's output is kept up to here, in lines and in characters; the rest is dropped and the report says so. */
export const MAX_OUTPUT = { lines: 1_000, characters: 200_000 } as const;

/** Runs code somewhere safe. Never rejects for what the code does. */
export interface Runs {
  run(request: RunRequest): Promise<RunReport>;
}

/** Why a run on pg-mem alone gave nothing: it may not answer what the code asks. */
export const NOT_TRUSTED = 'pg-mem is not trusted with a statement of this code.';

/** A report on a run that gave nothing, for outcomes that are known from outside the worker. */
export function emptyReport(outcome: RunOutcome): RunReport {
  return {
    outcome,
    engine: null,
    output: [],
    outputCut: false,
    statements: [],
    trace: [],
    traceCut: false,
    page: null,
    value: undefined,
    ms: 0,
    lastWord: null,
  };
}
