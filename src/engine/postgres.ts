import type { messages as Messages, PGlite, protocol as Protocol } from '@electric-sql/pglite';
import type { Cell } from '../core/database';
import { WHOLE_CLUSTER } from './empty-database';
import { MessageFramer } from './message-framer';
import type { ResultReader } from './result-reader';
import { type Wire, WireDatabase } from './wire-database';

/** What the adapter needs of the package, so that the page can serve its files as they are and import them late. */
export interface PgliteModule {
  readonly PGlite: typeof PGlite;
  readonly protocol: typeof Protocol;
}

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
  readonly #pglite: PGlite;
  readonly #protocol: typeof Protocol;

  constructor(pglite: PGlite, protocol: typeof Protocol) {
    this.#pglite = pglite;
    this.#protocol = protocol;
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
}

/** Boots an embedded PostgreSQL, for whoever speaks to it in other ways as well; see {@link bootPostgres}. */
export async function bootPglite(
  load: () => Promise<PgliteModule>,
): Promise<{ readonly pglite: PGlite; readonly database: WireDatabase }> {
  const { PGlite, protocol } = await load();
  const pglite = await PGlite.create();
  return { pglite, database: new WireDatabase('postgres', new PgliteWire(pglite, protocol), WHOLE_CLUSTER) };
}

/**
 * Boots an embedded PostgreSQL with an empty database.
 * @param load imports the package: from `node_modules` in Node, from the site's own folder in a page
 */
export async function bootPostgres(load: () => Promise<PgliteModule>): Promise<WireDatabase> {
  return (await bootPglite(load)).database;
}
