import { EventEmitter } from 'events';
import type { ClientConfig, CustomTypesConfig, QueryConfig, QueryResult as PgQueryResult } from 'pg';
import Result from 'pg/lib/result';
import { prepareValue } from 'pg/lib/utils';
import { DatabaseError } from 'pg-protocol';
import TypeOverrides from 'pg/lib/type-overrides';
import { countText } from '../../../core/count-text';
import type { Cell, SqlError, StatementResult } from '../../../core/database';
import type { TraceDetail } from '../../../core/layer-trace';
import { failure, type TraceRecorder } from '../../trace-recorder';
import type { Connection, EmbeddedServer } from './embedded-server';

type Callback<T> = (error: Error | null, value?: T) => void;
interface Query extends QueryConfig {
  readonly rowMode?: string;
}
type QueryInput = string | Query;
/** One result, or one a statement when the text held several. */
type Answer = PgQueryResult | PgQueryResult[];

/** The error that the real driver throws, with the fields that the server sent. */
function databaseError(error: SqlError): DatabaseError {
  const thrown = new DatabaseError(error.message, error.message.length, 'error');
  const optional = (value: string | null): string | undefined => value ?? undefined;
  thrown.severity = error.severity;
  thrown.code = error.sqlstate;
  thrown.detail = optional(error.detail);
  thrown.hint = optional(error.hint);
  thrown.position = error.position === null ? undefined : String(error.position);
  thrown.where = optional(error.where);
  thrown.schema = optional(error.schema);
  thrown.table = optional(error.table);
  thrown.column = optional(error.column);
  thrown.dataType = optional(error.dataType);
  thrown.constraint = optional(error.constraint);
  return thrown;
}

/** Builds the driver's own result object, with its own value parsers, from the server's text values. */
function toPgResult(
  result: Exclude<StatementResult, { kind: 'error' }>,
  query: Query,
  types: CustomTypesConfig,
): PgQueryResult {
  const built = new Result(query.rowMode ?? '', query.types ?? types);
  if (result.kind === 'rows') {
    built.addFields(
      result.columns.map(({ name, oid }) => ({
        name,
        dataTypeID: oid,
        tableID: 0,
        columnID: 0,
        dataTypeSize: -1,
        dataTypeModifier: -1,
        format: 'text',
      })),
    );
    for (const row of result.rows) built.addRow(built.parseRow([...row]));
  }
  built.addCommandComplete({ text: result.tag });
  return built;
}

/** What came back, in a few words: the command tags, and how many rows there were. */
function returnedText(results: readonly StatementResult[]): string {
  const each = results.map((result) => {
    if (result.kind === 'error') return result.error.message;
    return result.kind === 'rows' ? `${result.tag}: ${countText(result.rowCount, 'row')}` : result.tag;
  });
  return each.join(', ');
}

/** `pg`'s Client over the page's server instead of a socket: same methods, same results, same errors. */
export function createClientClass(
  server: EmbeddedServer,
  trace: TraceRecorder,
): new (config?: ClientConfig | string) => EventEmitter & Connection {
  return class Client extends EventEmitter {
    readonly database = 'athleticu';
    readonly user = 'postgres';
    readonly host = 'localhost';
    readonly port = 5432;
    _queryable = false;
    _ending = false;
    _ended = false;
    #saidEnd = false;
    /** The server's process for this client; `null` before there is one. */
    processID: number | null = null;
    /** Gives up connecting; `null` when that is not under way. */
    #giveUp: ((error: Error) => void) | null = null;
    #isConnected = false;
    readonly #types: TypeOverrides;

    constructor(readonly options?: ClientConfig | string) {
      super();
      this.#types = new TypeOverrides(typeof options === 'object' ? options.types : undefined);
    }

    connect(callback?: Callback<this>): Promise<this> | undefined {
      const connected = trace.during('driver', 'Client connects', this.#place, async () => {
        if (this.#isConnected || this.#giveUp || this._ended) {
          throw new Error('Client has already been connected. You cannot reuse a client.');
        }
        const givenUp = new Promise<never>((_resolve, reject) => {
          this.#giveUp = reject;
        });
        try {
          const connected = server.connect(this);
          connected.then(
            () => {
              // Too late: whoever wanted it has given up.
              if (this._ended) void server.disconnect(this);
            },
            () => undefined,
          );
          this.processID = await Promise.race([connected, givenUp]);
        } finally {
          this.#giveUp = null;
        }
        this.#isConnected = this._queryable = true;
        return this;
      });
      return this.#answer(connected, callback);
    }

    isConnected(): boolean {
      return this._queryable;
    }

    query(input: QueryInput, values?: unknown, callback?: Callback<Answer>): Promise<Answer> | undefined {
      const config: Query = typeof input === 'string' ? { text: input } : { ...input };
      if (Array.isArray(values)) config.values = values;
      const done = typeof values === 'function' ? (values as Callback<Answer>) : callback;
      return this.#answer(this.#query(config), done);
    }

    end(callback?: Callback<undefined>): Promise<undefined> | undefined {
      const wasEnded = this._ended;
      this._ending = true;
      this._ended = true;
      this._queryable = false;
      this.#giveUp?.(new Error('Connection terminated'));
      if (!wasEnded) trace.note('driver', 'Client closes', this.#place);
      const ended = server.disconnect(this).then(() => {
        this.#sayEnded();
        return undefined;
      });
      return this.#answer(ended, callback);
    }

    escapeIdentifier(text: string): string {
      return `"${text.replaceAll('"', '""')}"`;
    }

    escapeLiteral(text: string): string {
      const quoted = `'${text.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
      return text.includes('\\') ? ` E${quoted}` : quoted;
    }

    get setTypeParser(): TypeOverrides['setTypeParser'] {
      return this.#types.setTypeParser.bind(this.#types);
    }

    get getTypeParser(): TypeOverrides['getTypeParser'] {
      return this.#types.getTypeParser.bind(this.#types);
    }

    ref(): void {
      // A socket would keep the process alive; there is none here.
    }

    unref(): void {
      // See ref.
    }

    /** The server has ended the connection; as with a socket, whoever uses the client hears of it. */
    lost(reason: DatabaseError): void {
      this._queryable = false;
      trace.note('driver', 'Connection is lost', this.#place, reason.message);
      // Not in the caller's name: where nobody listens, it is an error that nothing catches.
      queueMicrotask(() => {
        this.emit('error', reason);
      });
      queueMicrotask(() => {
        const isExpected = this._ending;
        this._ended = true;
        if (!isExpected) this.emit('error', new Error('Connection terminated unexpectedly'));
        this.#sayEnded();
      });
    }

    /** A connection ends once, whichever side ends it. */
    #sayEnded(): void {
      if (this.#saidEnd) return;
      this.#saidEnd = true;
      this.emit('end');
    }

    get #place(): TraceDetail {
      return { kind: 'text', text: `postgresql://${this.user}@${this.host}:${String(this.port)}/${this.database}` };
    }

    async #query(config: Query): Promise<Answer> {
      if (typeof config.text !== 'string') {
        throw new TypeError('Client was passed a null or undefined query');
      }
      if (this.#isConnected && !this._queryable && !this._ending) {
        throw new Error('Client has encountered a connection error and is not queryable');
      }
      if (this._ended) throw new Error('Client was closed and is not queryable');
      const parameters = config.values?.map((value): Cell => {
        const prepared = prepareValue(value);
        // The driver sends bytes as they are; in text, PostgreSQL reads them in hexadecimal.
        return typeof prepared === 'object' && prepared ? `\\x${prepared.toString('hex')}` : prepared;
      });
      const sent = { kind: 'sql', sql: config.text, parameters: parameters ?? [] } as const;
      const end = trace.begin('driver', 'Client sends a query', { ...sent, returned: null });
      try {
        const results = await server.exec(this, config.text, parameters?.length ? parameters : undefined);
        const built = results.map((result) => {
          for (const notice of result.notices) this.emit('notice', notice);
          if (result.kind === 'error') throw databaseError(result.error);
          return toPgResult(result, config, this.#types);
        });
        end({ detail: { ...sent, returned: returnedText(results) } });
        return built.length === 1 && built[0] ? built[0] : built.length === 0 ? new Result('', this.#types) : built;
      } catch (thrown) {
        end({ error: failure(thrown) });
        throw thrown;
      }
    }

    #answer<T>(promise: Promise<T>, callback: Callback<T> | undefined): Promise<T> | undefined {
      if (!callback) return promise;
      promise.then(
        (value) => {
          callback(null, value);
        },
        (error: unknown) => {
          callback(error instanceof Error ? error : new Error(String(error)));
        },
      );
      return undefined;
    }
  };
}
