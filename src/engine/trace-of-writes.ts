import { concatBytes } from './concat-bytes';

/** Functions by their OIDs, which are the same in each PostgreSQL: see pg_proc.dat among its sources. */
const PG_CURRENT_SNAPSHOT = 5061;
const PG_SEQUENCE_LAST_VALUE = 4032;

/** What VACUUM, which needs no transaction of its own, writes where EXPLAIN reads. */
const STATISTICS = 'SELECT relpages, reltuples, relallvisible FROM pg_catalog.pg_class';

/** All sequences of a database, in no particular order. */
export const SEQUENCES = "SELECT oid FROM pg_catalog.pg_class WHERE relkind = 'S'";

/** Sends bytes of the protocol. @returns what the server answers */
export type SendBytes = (bytes: Uint8Array) => Promise<Uint8Array>;

/**
 * The message that calls a function. By its number: what a name means could have been changed by whoever may change it,
 * but a function that is built in is the built-in one, whatever the catalogs say of it.
 */
function functionCall(oid: number, args: readonly string[]): Uint8Array {
  const values = args.map((arg) => new TextEncoder().encode(arg));
  const length = 14 + values.reduce((sum, value) => sum + 4 + value.length, 0);
  const bytes = new Uint8Array(1 + length);
  const view = new DataView(bytes.buffer);
  bytes[0] = 'F'.charCodeAt(0);
  view.setInt32(1, length);
  view.setInt32(5, oid);
  // No formats, which means text.
  view.setInt16(9, 0);
  view.setInt16(11, values.length);
  let at = 13;
  for (const value of values) {
    view.setInt32(at, value.length);
    bytes.set(value, at + 4);
    at += 4 + value.length;
  }
  view.setInt16(at, 0);
  return bytes;
}

/**
 * What shows whether anything was written into an embedded server between two moments: it is then not the same, byte
 * for byte. Every change of a row, a table or a role takes a transaction number; a sequence moves without one, and so
 * does what VACUUM writes. What a session holds (settings, cursors, locks) is not part of it.
 * @param query makes the message that sends SQL
 * @param sequences the OIDs of the database's sequences
 */
export async function traceOfWrites(
  send: SendBytes,
  query: (sql: string) => Uint8Array,
  sequences: readonly string[],
): Promise<Uint8Array> {
  const answers = [await send(functionCall(PG_CURRENT_SNAPSHOT, []))];
  for (const oid of sequences) answers.push(await send(functionCall(PG_SEQUENCE_LAST_VALUE, [oid])));
  answers.push(await send(query(STATISTICS)));
  return concatBytes(answers);
}
