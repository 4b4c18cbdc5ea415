import type { messages as Messages, PGlite, PGliteOptions, protocol as Protocol } from '@electric-sql/pglite';
import type { Cell } from '../core/database';
import { COURSE_DATABASE, SUPERUSER } from '../core/server';
import { CATALOG_FINGERPRINT, isSameFingerprint } from './catalog-fingerprint';
import { emptyDatabase, type RunStatement, WHOLE_CLUSTER } from './empty-database';
import { concatBytes } from './concat-bytes';
import { MessageFramer } from './message-framer';
import { NoAnswerError } from './no-answer-error';
import { type CreatePglite, PgliteInstance } from './pglite-instance';
import { PgliteServer } from './pglite-server';
import { becomeStatement } from './restrict-authorization';
import type { ResultReader } from './result-reader';
import { SEQUENCES, traceOfWrites } from './trace-of-writes';
import { type CleanUp, type Wire, WireDatabase } from './wire-database';

/** What the adapter needs of the package, so that the page can serve its files as they are and import them late. */
export interface PgliteModule {
  readonly PGlite: typeof PGlite;
  readonly protocol: typeof Protocol;
}

/** What an instance starts from; whatever is missing, the package finds or makes itself. */
export type PgliteFiles = Pick<PGliteOptions, 'pgliteWasmModule' | 'initdbWasmModule' | 'fsBundle' | 'loadDataDir'>;

/** The type letter of a message that holds a row. */
const DATA_ROW = 'D';

function hear(message: Messages.BackendMessage, reader: ResultReader): void {
  switch (message.name) {
    case 'rowDescription':
      reader.rowDescription((message as Messages.RowDescriptionMessage).fields);
      break;
    case 'dataRow':
      reader.dataRow((message as Messages.DataRowMessage).fields);
      break;
    case 'notice':
      reader.notice(message as Messages.NoticeMessage);
      break;
    case 'commandComplete':
      reader.commandComplete((message as Messages.CommandCompleteMessage).text);
      break;
    case 'error':
      reader.error(message as Messages.DatabaseError);
      break;
    default:
  }
}

/**
 * Each time that it is emptied makes the embedded server a little slower for good: filling it takes twice as long after
 * some 900, measured with the course's data sets, and a tenth longer after so many. (It keeps something for every table
 * that it ever had; VACUUM and CHECKPOINT do not help.)
 */
const MOST_EMPTYINGS = 300;

/** The embedded PostgreSQL (PGlite), which takes the protocol's bytes from a call instead of a socket. */
class PgliteWire implements Wire, CleanUp {
  readonly #instance: PgliteInstance;
  /** What the catalogs of an empty database answer to {@link CATALOG_FINGERPRINT}; `null` until it has been asked. */
  #pristine: Uint8Array | null = null;
  /** How often the instance has been emptied. */
  #emptyings = 0;
  /** What is remembered of the database's beginning. */
  #beginning: { readonly sequences: readonly string[]; readonly trace: Uint8Array } | null = null;

  constructor(instance: PgliteInstance) {
    this.#instance = instance;
  }

  /**
   * Empties the database, with a new instance if the old one does not get back to its beginning. Whoever runs SQL here
   * is a superuser, and can change what no statement brings back: what `=` means, say, for the course's own solution as
   * well.
   */
  async empty(run: RunStatement): Promise<void> {
    if (this.#pristine !== null) {
      const isFit = this.#instance.database === COURSE_DATABASE && this.#emptyings < MOST_EMPTYINGS;
      if (isFit && (await this.#getsBackTo(this.#pristine, run))) return;
      await this.#instance.renew();
      this.#emptyings = 0;
    }
    await this.#emptyAsSuperuser(run);
    this.#pristine = await this.#fingerprint();
  }

  async remember(run: RunStatement): Promise<void> {
    const [found] = await run(SEQUENCES);
    const sequences = found?.kind === 'rows' ? found.rows.map(([oid]) => oid ?? '') : [];
    this.#beginning = { sequences, trace: await this.#traceOfWrites(sequences) };
  }

  async isAsRemembered(run: RunStatement): Promise<boolean> {
    if (this.#beginning === null || this.#instance.database !== COURSE_DATABASE) return false;
    const { sequences, trace } = this.#beginning;
    try {
      await this.#endSession(run);
      await run('DISCARD ALL');
      return isSameFingerprint(await this.#traceOfWrites(sequences), trace);
    } catch {
      // The server itself is broken: some statements can do that.
      return false;
    }
  }

  async send(sql: string, parameters: readonly Cell[] | undefined, reader: ResultReader): Promise<void> {
    const { serialize, Parser } = this.#instance.protocol;
    const message =
      parameters === undefined
        ? serialize.query(sql)
        : concatBytes([
            serialize.parse({ text: sql }),
            serialize.bind({ values: [...parameters] }),
            serialize.describe({ type: 'P' }),
            serialize.execute({}),
            serialize.sync(),
          ]);
    // Whatever it says last is that it is ready for more, or that it ends.
    const said = { end: false };
    const parser = new Parser();
    const framer = new MessageFramer(
      (type) => type !== DATA_ROW || reader.countRow(),
      (bytes) => {
        parser.parse(bytes.slice(), (parsed) => {
          hear(parsed, reader);
          said.end ||= parsed.name === 'readyForQuery' || parsed.name === 'error';
        });
      },
    );
    await this.#instance.send(message, (data) => {
      framer.push(data);
    });
    if (!said.end) throw new NoAnswerError();
  }

  close(): Promise<void> {
    return this.#instance.close();
  }

  async #sendBytes(bytes: Uint8Array): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    await this.#instance.send(bytes, (data) => {
      parts.push(data.slice());
    });
    return concatBytes(parts);
  }

  #fingerprint(): Promise<Uint8Array> {
    return this.#sendBytes(this.#instance.protocol.serialize.query(CATALOG_FINGERPRINT));
  }

  #traceOfWrites(sequences: readonly string[]): Promise<Uint8Array> {
    const { serialize } = this.#instance.protocol;
    return traceOfWrites(
      (bytes) => this.#sendBytes(bytes),
      (sql) => serialize.query(sql),
      sequences,
    );
  }

  /** This server does not know whom its session began as: RESET SESSION AUTHORIZATION leaves it whoever it is. */
  async #endSession(run: RunStatement): Promise<void> {
    await run('ROLLBACK');
    await run(becomeStatement(SUPERUSER));
  }

  async #emptyAsSuperuser(run: RunStatement): Promise<void> {
    this.#emptyings++;
    await this.#endSession(run);
    await emptyDatabase(run, WHOLE_CLUSTER);
  }

  /** Empties the database. @returns whether it is now as it was when it was new, down to the meaning of operators */
  async #getsBackTo(pristine: Uint8Array, run: RunStatement): Promise<boolean> {
    try {
      await this.#emptyAsSuperuser(run);
      return isSameFingerprint(await this.#fingerprint(), pristine);
    } catch {
      // The server itself is broken: some statements can do that.
      return false;
    }
  }
}

/** An embedded PostgreSQL: a session in the course's database, and the server for whoever wants sessions of their own. */
export interface EmbeddedPostgres {
  readonly database: WireDatabase;
  readonly server: PgliteServer;
  readonly instance: PgliteInstance;
}

/**
 * Opens an embedded PostgreSQL, with an empty database.
 * @param create boots an instance; it is asked for another one when somebody spoiled the first
 */
export async function openPostgres(
  create: CreatePglite,
  { protocol }: Pick<PgliteModule, 'protocol'>,
): Promise<EmbeddedPostgres> {
  const instance = await PgliteInstance.boot(create, protocol);
  const wire = new PgliteWire(instance);
  const database = new WireDatabase('postgres', wire, wire);
  // Before anybody else sends a statement, the wire has to know what an empty database looks like.
  await database.reset({ id: 'empty', sql: '' });
  return { database, server: new PgliteServer(instance, database), instance };
}

/**
 * Boots an embedded PostgreSQL.
 * @param load imports the package: from `node_modules` in Node, from the site's own folder in a page
 * @param readFiles gives what it starts from, such as a snapshot, which spares it initdb
 */
export function createPglite(load: () => Promise<PgliteModule>, readFiles: () => Promise<PgliteFiles>): CreatePglite {
  return async (database, data) => {
    const [{ PGlite }, files] = await Promise.all([load(), readFiles()]);
    const loadDataDir = data ?? files.loadDataDir ?? (await createCluster(PGlite));
    return PGlite.create({ ...files, loadDataDir, database });
  };
}

/** The files of a cluster as the snapshot has it, where there is no snapshot. */
async function createCluster(pglite: typeof PGlite): Promise<Blob> {
  const fresh = await pglite.create();
  await fresh.exec(`CREATE DATABASE ${COURSE_DATABASE}`);
  const files = await fresh.dumpDataDir('none');
  await fresh.close();
  return files;
}

/** Boots an embedded PostgreSQL, and opens it; the parameters are those of {@link createPglite}. */
export async function bootPostgres(
  load: () => Promise<PgliteModule>,
  readFiles: () => Promise<PgliteFiles>,
): Promise<EmbeddedPostgres> {
  return openPostgres(createPglite(load, readFiles), await load());
}
