import type { Cell, Database, Dataset, EngineName, SqlError, StatementResult } from '../core/database';
import { splitStatements } from '../core/statements';
import { copiesFromStdin } from './copies-from-stdin';
import type { RunStatement } from './empty-database';
import { ResultReader } from './result-reader';
import { sqlError } from './sql-error';

/** A session of a PostgreSQL server that is spoken to by its wire protocol. */
export interface Wire {
  /**
   * Sends SQL and lets the reader hear the answer; resolves when the server is ready for more.
   * @param parameters asks for the extended protocol; without them it is the simple one
   */
  send(sql: string, parameters: readonly Cell[] | undefined, reader: ResultReader): Promise<void>;
  close(): Promise<void>;
}

/** What no server can be asked through {@link Wire}; `null` for everything else. */
function refusal(sql: string, parameters: readonly Cell[] | undefined): SqlError | null {
  // The server would wait for ever for the data, which only a client such as psql can send.
  if (splitStatements(sql).some(copiesFromStdin)) {
    return sqlError({
      code: '0A000',
      message: 'COPY FROM STDIN needs a client that sends the rows, such as psql',
      hint: 'Use INSERT … VALUES here.',
    });
  }
  // The wire protocol ends strings with a NUL byte, so no statement can hold one.
  const nul = sql.indexOf('\0');
  if (nul < 0 && !parameters?.some((value) => value?.includes('\0'))) return null;
  return sqlError({
    code: '22021',
    message: 'invalid byte sequence for encoding "UTF8": 0x00',
    ...(nul >= 0 ? { position: String([...sql.slice(0, nul)].length + 1) } : {}),
  });
}

/** How what was made in a session is taken away again. */
export interface CleanUp {
  /** Takes away all. */
  empty(run: RunStatement): Promise<void>;
  /** Remembers what the database holds now, if that can be told apart from what it holds later. */
  remember?(run: RunStatement): Promise<void>;
  /** Takes away what the session holds. @returns whether nothing else is different from what was remembered last */
  isAsRemembered?(run: RunStatement): Promise<boolean>;
}

/** PostgreSQL behind the {@link Database} port, wherever it runs. */
export class WireDatabase implements Database {
  readonly engine: EngineName;
  readonly #wire: Wire;
  readonly #cleanUp: CleanUp;
  /** The data set whose beginning is remembered. */
  #remembered: Dataset | null = null;
  readonly #typeNames = new Map<string, string>();
  #queue: Promise<unknown> = Promise.resolve();

  /** @param cleanUp each reset begins with it */
  constructor(engine: EngineName, wire: Wire, cleanUp: CleanUp) {
    this.engine = engine;
    this.#wire = wire;
    this.#cleanUp = cleanUp;
  }

  exec(sql: string, parameters?: readonly Cell[]): Promise<readonly StatementResult[]> {
    return this.#enqueue(async () => {
      const error = refusal(sql, parameters);
      if (error) return [{ kind: 'error', error, notices: [] }];
      return this.#withTypeNames(await this.#send(sql, parameters));
    });
  }

  reset(dataset: Dataset): Promise<void> {
    return this.#enqueue(async () => {
      const run: RunStatement = (statement) => this.#send(statement);
      const { id, sql } = dataset;
      // Most programs only read. To fill the database anew takes ten times as long as to see that.
      const isSame = this.#remembered?.id === id && this.#remembered.sql === sql;
      if (isSame && (await this.#cleanUp.isAsRemembered?.(run)) === true) return;
      this.#remembered = null;
      await this.#cleanUp.empty(run);
      this.#typeNames.clear();
      if (sql.trim() !== '') {
        const failed = (await run(sql)).find((result) => result.kind === 'error');
        if (failed) throw new Error(`The data set "${id}" does not load: ${failed.error.message}`);
      }
      await this.#cleanUp.remember?.(run);
      this.#remembered = dataset;
    });
  }

  close(): Promise<void> {
    return this.#enqueue(() => this.#wire.close());
  }

  /** One session: calls wait for each other, as they would on one connection. */
  #enqueue<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(task);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #send(sql: string, parameters?: readonly Cell[]): Promise<StatementResult[]> {
    const reader = new ResultReader();
    await this.#wire.send(sql, parameters, reader);
    return reader.results;
  }

  /** Asks the server for the names of types that are not built in (enums, domains, extensions), once each. */
  async #withTypeNames(results: StatementResult[]): Promise<StatementResult[]> {
    const unknown = new Set<string>();
    for (const result of results) {
      if (result.kind !== 'rows') continue;
      for (const { type } of result.columns) if (type.startsWith('#') && !this.#typeNames.has(type)) unknown.add(type);
    }
    if (unknown.size > 0) {
      const list = [...unknown].map((type) => `format_type(${type.slice(1)})`).join(', ');
      const [named] = await this.#send(`SELECT ${list}`);
      if (named?.kind === 'rows') {
        [...unknown].forEach((type, i) => this.#typeNames.set(type, named.rows[0]?.[i] ?? type));
      }
    }
    return results.map((result) =>
      result.kind === 'rows' && result.columns.some(({ type }) => type.startsWith('#'))
        ? { ...result, columns: result.columns.map((c) => ({ ...c, type: this.#typeNames.get(c.type) ?? c.type })) }
        : result,
    );
  }
}
