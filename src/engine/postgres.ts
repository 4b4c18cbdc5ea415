import type { messages as Messages, PGlite, PGliteOptions, protocol as Protocol } from '@electric-sql/pglite';
import type { Cell } from '../core/database';
import { CATALOG_FINGERPRINT, isSameFingerprint } from './catalog-fingerprint';
import { emptyDatabase, type RunStatement, WHOLE_CLUSTER } from './empty-database';
import { MessageFramer } from './message-framer';
import type { ResultReader } from './result-reader';
import { type Wire, WireDatabase } from './wire-database';

/** What the adapter needs of the package, so that the page can serve its files as they are and import them late. */
export interface PgliteModule {
  readonly PGlite: typeof PGlite;
  readonly protocol: typeof Protocol;
}

/** What an instance starts from; whatever is missing, the package finds or makes itself. */
export type PgliteFiles = Pick<PGliteOptions, 'pgliteWasmModule' | 'initdbWasmModule' | 'fsBundle' | 'loadDataDir'>;

/** The type letter of a message that holds a row. */
const DATA_ROW = 'D';

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

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

/** The embedded PostgreSQL (PGlite), which takes the protocol's bytes from a call instead of a socket. */
class PgliteWire implements Wire {
  readonly #create: () => Promise<PGlite>;
  readonly #protocol: typeof Protocol;
  #pglite: PGlite;
  /** What the catalogs of an empty database answer to {@link CATALOG_FINGERPRINT}; `null` until it has been asked. */
  #pristine: Uint8Array | null = null;

  constructor(create: () => Promise<PGlite>, pglite: PGlite, protocol: typeof Protocol) {
    this.#create = create;
    this.#pglite = pglite;
    this.#protocol = protocol;
  }

  /**
   * Empties the database, with a new instance if the old one does not get back to its beginning. Whoever runs SQL here
   * is a superuser, and can change what no statement brings back: what `=` means, say, for the course's own solution as
   * well.
   */
  async empty(run: RunStatement): Promise<void> {
    if (this.#pristine !== null) {
      if (await this.#getsBackTo(this.#pristine, run)) return;
      await this.#pglite.close().catch(() => undefined);
      this.#pglite = await this.#create();
    }
    await emptyDatabase(run, WHOLE_CLUSTER);
    this.#pristine = await this.#fingerprint();
  }

  async send(sql: string, parameters: readonly Cell[] | undefined, reader: ResultReader): Promise<void> {
    const { serialize, Parser } = this.#protocol;
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
    const parser = new Parser();
    const framer = new MessageFramer(
      (type) => type !== DATA_ROW || reader.countRow(),
      (bytes) => {
        parser.parse(bytes.slice(), (parsed) => {
          hear(parsed, reader);
        });
      },
    );
    await this.#pglite.execProtocolRawStream(message, {
      onRawData: (data) => {
        framer.push(data);
      },
    });
  }

  close(): Promise<void> {
    return this.#pglite.close();
  }

  async #fingerprint(): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    await this.#pglite.execProtocolRawStream(this.#protocol.serialize.query(CATALOG_FINGERPRINT), {
      onRawData: (data) => parts.push(data.slice()),
    });
    return concat(parts);
  }

  /** Empties the database. @returns whether it is now as it was when it was new, down to the meaning of operators */
  async #getsBackTo(pristine: Uint8Array, run: RunStatement): Promise<boolean> {
    try {
      await emptyDatabase(run, WHOLE_CLUSTER);
      return isSameFingerprint(await this.#fingerprint(), pristine);
    } catch {
      // The server itself is broken: some statements can do that.
      return false;
    }
  }
}

/**
 * Opens a session of an embedded PostgreSQL, with an empty database.
 * @param create boots an instance; it is asked for another one when somebody spoiled the first
 */
export async function openPostgres(
  create: () => Promise<PGlite>,
  { protocol }: Pick<PgliteModule, 'protocol'>,
): Promise<WireDatabase> {
  const wire = new PgliteWire(create, await create(), protocol);
  const database = new WireDatabase('postgres', wire, (run) => wire.empty(run));
  // Before anybody else sends a statement, the wire has to know what an empty database looks like.
  await database.reset({ id: 'empty', sql: '' });
  return database;
}

/**
 * Boots an embedded PostgreSQL with an empty database.
 * @param load imports the package: from `node_modules` in Node, from the site's own folder in a page
 * @param readFiles gives what it starts from, such as a snapshot, which spares it initdb
 */
export async function createPglite(
  load: () => Promise<PgliteModule>,
  readFiles: () => Promise<PgliteFiles>,
): Promise<PGlite> {
  const [{ PGlite }, files] = await Promise.all([load(), readFiles()]);
  return PGlite.create(files);
}

/** Boots an embedded PostgreSQL, and opens a session of it; the parameters are those of {@link createPglite}. */
export async function bootPostgres(
  load: () => Promise<PgliteModule>,
  readFiles: () => Promise<PgliteFiles>,
): Promise<WireDatabase> {
  return openPostgres(() => createPglite(load, readFiles), await load());
}
