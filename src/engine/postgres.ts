import type { PGlite, protocol as Protocol, messages as Messages } from '@electric-sql/pglite';
import { type Cell, type Column, type Database, MAX_ROWS, type Notice, type StatementResult } from '../core/database';
import { splitStatements } from '../core/statements';
import { CATALOG_FINGERPRINT, isSameFingerprint } from './catalog-fingerprint';
import { MessageFramer } from './message-framer';
import { sqlError, SERVER_ERROR_FIELDS } from './sql-error';
import { typeName } from './type-names';

type Serializers = typeof Protocol.serialize;

/** What the adapter needs of the package, so that the page can serve its files as they are and import them late. */
export interface PgliteModule {
  readonly PGlite: typeof PGlite;
  readonly protocol: typeof Protocol;
}

/** The type letter of a message that holds a row. */
const DATA_ROW = 'D';

const COPY_FROM_STDIN = /^COPY\b[\s\S]*\bFROM\s+STDIN\b/i;

const DROP_SCHEMAS_AND_ROLES = `DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
    EXECUTE format('DROP SCHEMA %I CASCADE', name);
  END LOOP;
  FOR name IN SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' AND rolname <> current_user LOOP
    EXECUTE format('DROP OWNED BY %I CASCADE', name);
    EXECUTE format('DROP ROLE %I', name);
  END LOOP;
END $$`;

/** Simple-protocol statements that bring a database back to an empty `public` schema, each sent by itself. */
const EMPTY_IT = [
  'ROLLBACK',
  'RESET SESSION AUTHORIZATION',
  DROP_SCHEMAS_AND_ROLES,
  'CREATE SCHEMA public',
  'DISCARD ALL',
];

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Gathers the server's messages into one result a statement. */
class ResultReader {
  readonly results: StatementResult[] = [];
  #columns: Messages.RowDescriptionMessage | null = null;
  #rows: Cell[][] = [];
  #rowCount = 0;
  #notices: Notice[] = [];

  /** Whether a message has to be read; rows beyond {@link MAX_ROWS} are only counted. */
  wants(type: string): boolean {
    if (type !== DATA_ROW) return true;
    this.#rowCount++;
    return this.#rowCount <= MAX_ROWS;
  }

  read(message: Messages.BackendMessage): void {
    switch (message.name) {
      case 'rowDescription':
        this.#columns = message as Messages.RowDescriptionMessage;
        break;
      case 'dataRow':
        this.#rows.push((message as Messages.DataRowMessage).fields);
        break;
      case 'notice': {
        const notice = message as Messages.NoticeMessage;
        this.#notices.push({
          severity: notice.severity ?? 'NOTICE',
          sqlstate: notice.code ?? '00000',
          message: notice.message ?? '',
          detail: notice.detail ?? null,
          hint: notice.hint ?? null,
        });
        break;
      }
      case 'commandComplete':
        this.#finish((message as Messages.CommandCompleteMessage).text);
        break;
      case 'error': {
        const error = message as Messages.DatabaseError;
        const fields = Object.fromEntries(SERVER_ERROR_FIELDS.map((field) => [field, error[field]]));
        this.results.push({
          kind: 'error',
          error: sqlError({ ...fields, message: error.message }),
          notices: this.#notices,
        });
        this.#clear();
        break;
      }
      default:
    }
  }

  #finish(tag: string): void {
    this.results.push(
      this.#columns === null
        ? { kind: 'command', tag, notices: this.#notices }
        : {
            kind: 'rows',
            tag,
            columns: this.#columns.fields.map((field): Column => ({
              name: field.name,
              oid: field.dataTypeID,
              type: typeName(field.dataTypeID, field.dataTypeModifier),
            })),
            rows: this.#rows,
            rowCount: this.#rowCount,
            notices: this.#notices,
          },
    );
    this.#clear();
  }

  #clear(): void {
    this.#columns = null;
    this.#rows = [];
    this.#rowCount = 0;
    this.#notices = [];
  }
}

/** The embedded PostgreSQL (PGlite) behind the {@link Database} port, over the wire protocol. */
export class PostgresDatabase implements Database {
  readonly engine = 'postgres';
  readonly #create: () => Promise<PGlite>;
  #pglite: PGlite;
  /** What the catalogs of an empty database answer to {@link CATALOG_FINGERPRINT}. */
  #pristine: Uint8Array = new Uint8Array();
  readonly #serialize: Serializers;
  readonly #Parser: typeof Protocol.Parser;
  readonly #typeNames = new Map<string, string>();
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(create: () => Promise<PGlite>, pglite: PGlite, { protocol }: Pick<PgliteModule, 'protocol'>) {
    this.#create = create;
    this.#pglite = pglite;
    this.#serialize = protocol.serialize;
    this.#Parser = protocol.Parser;
  }

  /** @param create boots an instance; it is asked for another one when somebody spoiled the first */
  static async open(create: () => Promise<PGlite>, module: Pick<PgliteModule, 'protocol'>): Promise<PostgresDatabase> {
    const database = new PostgresDatabase(create, await create(), module);
    await database.#empty();
    database.#pristine = await database.#fingerprint();
    return database;
  }

  exec(sql: string, parameters?: readonly Cell[]): Promise<readonly StatementResult[]> {
    return this.#enqueue(() => this.#exec(sql, parameters));
  }

  reset(dataset: { readonly id: string; readonly sql: string }): Promise<void> {
    return this.#enqueue(async () => {
      if (!(await this.#isPristine())) await this.#replace();
      if (dataset.sql.trim() === '') return;
      const results = await this.#send(this.#serialize.query(dataset.sql));
      const failed = results.find((result) => result.kind === 'error');
      if (failed) throw new Error(`The data set "${dataset.id}" does not load: ${failed.error.message}`);
    });
  }

  close(): Promise<void> {
    return this.#enqueue(() => this.#pglite.close());
  }

  /** One session: calls wait for each other, as they would on one connection. */
  #enqueue<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(task);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #empty(): Promise<void> {
    // One message each: DISCARD ALL refuses to run inside the implicit transaction of several.
    for (const statement of EMPTY_IT) await this.#send(this.#serialize.query(statement));
  }

  async #fingerprint(): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    await this.#pglite.execProtocolRawStream(this.#serialize.query(CATALOG_FINGERPRINT), {
      onRawData: (data) => parts.push(data.slice()),
    });
    return concat(parts);
  }

  /** Empties the database. @returns whether it is now as it was when it was new, down to the meaning of operators */
  async #isPristine(): Promise<boolean> {
    try {
      await this.#empty();
      return isSameFingerprint(await this.#fingerprint(), this.#pristine);
    } catch {
      // The server itself is broken: some statements can do that.
      return false;
    }
  }

  /**
   * Starts over with a new instance. Whoever runs SQL here is a superuser, and can change what no statement brings
   * back: what `=` means, say, for the course's own solution as well.
   */
  async #replace(): Promise<void> {
    await this.#pglite.close().catch(() => undefined);
    this.#pglite = await this.#create();
    await this.#empty();
    this.#pristine = await this.#fingerprint();
  }

  async #exec(sql: string, parameters: readonly Cell[] | undefined): Promise<readonly StatementResult[]> {
    // The embedded server would wait for ever for the data, which only a client such as psql can send.
    if (splitStatements(sql).some(({ text }) => COPY_FROM_STDIN.test(text))) {
      return [
        {
          kind: 'error',
          error: sqlError({
            code: '0A000',
            message: 'COPY FROM STDIN needs a client that sends the rows, such as psql',
            hint: 'Use INSERT … VALUES here.',
          }),
          notices: [],
        },
      ];
    }
    // The wire protocol ends strings with a NUL byte, so no statement can hold one.
    const nul = sql.indexOf('\0');
    if (nul >= 0 || parameters?.some((value) => value?.includes('\0'))) {
      return [
        {
          kind: 'error',
          error: sqlError({
            code: '22021',
            message: 'invalid byte sequence for encoding "UTF8": 0x00',
            ...(nul >= 0 ? { position: String([...sql.slice(0, nul)].length + 1) } : {}),
          }),
          notices: [],
        },
      ];
    }
    const serialize = this.#serialize;
    const message =
      parameters === undefined
        ? serialize.query(sql)
        : concat([
            serialize.parse({ text: sql }),
            serialize.bind({ values: [...parameters] }),
            serialize.describe({ type: 'P' }),
            serialize.execute({}),
            serialize.sync(),
          ]);
    return this.#withTypeNames(await this.#send(message));
  }

  async #send(message: Uint8Array): Promise<StatementResult[]> {
    const reader = new ResultReader();
    const parser = new this.#Parser();
    const framer = new MessageFramer(
      (type) => reader.wants(type),
      (bytes) => {
        parser.parse(bytes.slice(), (parsed) => {
          reader.read(parsed);
        });
      },
    );
    await this.#pglite.execProtocolRawStream(message, {
      onRawData: (data) => {
        framer.push(data);
      },
    });
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
      const [named] = await this.#send(this.#serialize.query(`SELECT ${list}`));
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

/**
 * Boots an embedded PostgreSQL with an empty database.
 * @param load imports the package: from `node_modules` in Node, from the site's own folder in a page
 */
export async function bootPostgres(load: () => Promise<PgliteModule>): Promise<PostgresDatabase> {
  const loaded = await load();
  return PostgresDatabase.open(() => loaded.PGlite.create(), loaded);
}
