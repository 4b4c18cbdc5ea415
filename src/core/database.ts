/** Names one of the data sets in `exercises/datasets/`. */
export type DatasetId = string;

/** A data set: its name, and the SQL script that creates and fills its tables in an empty database. */
export interface Dataset {
  readonly id: DatasetId;
  readonly sql: string;
}

/** The engines that can stand behind the {@link Database} port. */
export type EngineName = 'pg-mem' | 'postgres' | 'server';

/** A column of a result, as PostgreSQL's RowDescription message gives it. */
export interface Column {
  readonly name: string;
  /** The type as `format_type` spells it: `integer`, `numeric(6,2)`, `character varying(20)`. */
  readonly type: string;
  /** The type's object identifier; drivers choose their parser by it. */
  readonly oid: number;
}

/** A value in PostgreSQL's own text form (`t`, `1.50`, `2024-03-01`); `null` is SQL's NULL. */
export type Cell = string | null;
export type Row = readonly Cell[];

/** What PostgreSQL says besides its answer: NOTICE, WARNING, INFO … */
export interface Notice {
  readonly severity: string;
  readonly sqlstate: string;
  readonly message: string;
  readonly detail: string | null;
  readonly hint: string | null;
}

/** An error as PostgreSQL reports it (the fields of its ErrorResponse message). */
export interface SqlError {
  readonly severity: string;
  readonly sqlstate: string;
  readonly message: string;
  readonly detail: string | null;
  readonly hint: string | null;
  /** Where in the statement, counted in characters (code points) from 1; `null` when the server names no place. */
  readonly position: number | null;
  readonly where: string | null;
  readonly schema: string | null;
  readonly table: string | null;
  readonly column: string | null;
  readonly dataType: string | null;
  readonly constraint: string | null;
}

/** What became of one statement. */
export type StatementResult =
  | {
      readonly kind: 'rows';
      /** The command tag, such as `SELECT 3`. */
      readonly tag: string;
      readonly columns: readonly Column[];
      /** At most {@link MAX_ROWS} rows: `rowCount` says how many there were. */
      readonly rows: readonly Row[];
      readonly rowCount: number;
      readonly notices: readonly Notice[];
    }
  | { readonly kind: 'command'; readonly tag: string; readonly notices: readonly Notice[] }
  | { readonly kind: 'error'; readonly error: SqlError; readonly notices: readonly Notice[] };

/** A result keeps this many rows; further ones are counted and dropped, so that no query can fill the memory. */
export const MAX_ROWS = 10_000;

/**
 * The one port to a database. Every value that crosses it is in PostgreSQL's text form.
 * What PostgreSQL refuses is returned as a result of kind `error`; only a failure of the engine itself is thrown.
 */
export interface Database {
  readonly engine: EngineName;
  /**
   * Runs one statement, or several in one string as PostgreSQL's simple query protocol does.
   * @param parameters values for `$1`, `$2` … in text form; only with a single statement
   */
  exec(sql: string, parameters?: readonly Cell[]): Promise<readonly StatementResult[]>;
  /** Goes back to the known state of a data set, whatever ran before. */
  reset(dataset: Dataset): Promise<void>;
  close(): Promise<void>;
}
