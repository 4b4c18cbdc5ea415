import type { Cell, Dataset, Row } from './database';

/** A column as PostgreSQL's RowDescription message gives it. */
export interface Field {
  readonly name: string;
  /** The type's object identifier. */
  readonly oid: number;
  /** The type's modifier, such as the length of a `varchar(20)`; -1 without one. */
  readonly modifier: number;
}

/** An ErrorResponse or NoticeResponse: every field that psql may print. */
export interface ServerReport {
  readonly severity: string;
  readonly sqlstate: string;
  readonly message: string;
  readonly detail: string | null;
  readonly hint: string | null;
  /** Where in the statement, counted in characters (code points) from 1. */
  readonly position: number | null;
  readonly internalPosition: number | null;
  readonly internalQuery: string | null;
  readonly where: string | null;
  readonly schema: string | null;
  readonly table: string | null;
  readonly column: string | null;
  readonly dataType: string | null;
  readonly constraint: string | null;
  /** The place in the server's own source code. */
  readonly file: string | null;
  readonly line: string | null;
  readonly routine: string | null;
}

/** One thing that a server says in answer to a request. */
export type Reply =
  | {
      readonly kind: 'rows';
      readonly fields: readonly Field[];
      /** At most `MAX_ROWS` of them (`core/database.ts`); `rowCount` says how many there were. */
      readonly rows: readonly Row[];
      readonly rowCount: number;
      readonly tag: string;
    }
  | { readonly kind: 'command'; readonly tag: string }
  /** There was no statement in it. */
  | { readonly kind: 'empty' }
  /** What COPY … TO STDOUT sent. */
  | { readonly kind: 'copy-out'; readonly text: string; readonly tag: string }
  /** COPY … FROM STDIN asked for rows. */
  | { readonly kind: 'copy-in' }
  | { readonly kind: 'error'; readonly report: ServerReport }
  | { readonly kind: 'notice'; readonly report: ServerReport }
  | {
      readonly kind: 'notification';
      readonly channel: string;
      readonly payload: string;
      readonly pid: number;
    }
  /** What a statement would give: the types of its parameters, and its columns if it has rows. */
  | { readonly kind: 'description'; readonly parameters: readonly number[]; readonly fields: readonly Field[] | null };

/** In which state of a transaction a session is, as ReadyForQuery says. */
export type TransactionState = 'idle' | 'open' | 'failed';

/** Everything that the server said to one request, in its order. */
export interface Exchange {
  readonly replies: readonly Reply[];
  readonly transaction: TransactionState;
  /** The settings that it told of (ParameterStatus), by name. */
  readonly settings: Readonly<Record<string, string>>;
}

/** What a client gives to COPY … FROM STDIN. */
export type CopyAnswer =
  { readonly kind: 'rows'; readonly text: string } | { readonly kind: 'failed'; readonly why: string };

/** What a client may ask of its session. */
export type SessionRequest =
  /** The simple query protocol: one statement, or several. */
  | {
      readonly kind: 'query';
      readonly sql: string;
      /** What answers COPY … FROM STDIN: the rows, or why there are none. Without it, the server gets no rows. */
      readonly copy?: CopyAnswer;
    }
  /** The extended protocol, with the unnamed statement: what would it give? */
  | { readonly kind: 'describe'; readonly sql: string }
  /** The extended protocol, with the unnamed statement and values for its parameters. */
  | { readonly kind: 'bind'; readonly sql: string; readonly parameters: readonly Cell[] }
  | { readonly kind: 'parse'; readonly name: string; readonly sql: string }
  | { readonly kind: 'bind-named'; readonly name: string; readonly parameters: readonly Cell[] }
  | { readonly kind: 'close'; readonly name: string };

/** One client's session with one database. */
export interface Session {
  readonly database: string;
  readonly user: string;
  /** The settings that the server told at the beginning, such as `server_version`, by name. */
  readonly settings: Readonly<Record<string, string>>;
  /** Asks, and waits for all that the server says. Rejects only when the server itself is lost. */
  exchange(request: SessionRequest): Promise<Exchange>;
}

/** Whom a client wants to talk to, and as whom. */
export interface ConnectionTarget {
  readonly database: string;
  readonly user: string;
}

export type ConnectionAttempt =
  | { readonly kind: 'connected'; readonly session: Session }
  | { readonly kind: 'refused'; readonly report: ServerReport };

/** A server with several databases and roles, which serves one session at a time. */
export interface Server {
  /**
   * Goes back to the beginning: the course's database, with a data set in it, and the superuser, whatever ran before.
   * @param setup SQL that the superuser then runs in that database
   */
  reset(dataset: Dataset, setup?: string): Promise<void>;
  /** Ends the session if there is one, and begins another. */
  connect(to: ConnectionTarget): Promise<ConnectionAttempt>;
  /** Gives up whatever goes on, at the price of all that there is: the next thing to ask for is a reset. */
  abandon(): void;
  close(): Promise<void>;
}

/** The session is gone, with its server: somebody else needed it. */
export class SessionLostError extends Error {
  override readonly name = 'SessionLostError';

  constructor() {
    super('The session with the server was lost.');
  }
}

/** The server broke down while it worked on a request. */
export class ServerBrokenError extends Error {
  override readonly name = 'ServerBrokenError';

  constructor() {
    super('The server broke down.');
  }
}

/** The database that holds the course's data, and the role that owns it. */
export const COURSE_DATABASE = 'athleticu';
export const SUPERUSER = 'postgres';
