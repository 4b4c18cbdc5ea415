import type { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';
import { pid } from 'node:process';
import { SUPERUSER } from '../../core/server';
import { splitStatements } from '../../core/statements';
import { concatBytes } from '../concat-bytes';
import { copiesFromStdin } from '../copies-from-stdin';
import type { EmbeddedPostgres } from '../postgres';
import { becomeStatement, restrictAuthorization } from '../restrict-authorization';
import { CHANGES_SETTINGS } from '../session-settings';
import { ClientMessages } from './client-messages';
import {
  AUTHENTICATION_OK,
  backendKeyData,
  fatalError,
  NEGOTIATE_PROTOCOL_VERSION,
  parameterStatus,
  READY_FOR_QUERY,
} from './server-message';

/** Ends what a client may have left behind, so that the next one finds a session as new. */
const CLEAN_UP = ['ROLLBACK', becomeStatement(SUPERUSER), 'DISCARD ALL'] as const;

/**
 * The embedded server waits for the rows for ever when a prepared statement wants some. It is asked for an error in
 * their place.
 */
const NO_COPY = `DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '0A000',
  MESSAGE = 'COPY FROM STDIN as a prepared statement is not possible with the database that comes with the course',
  HINT = 'Use INSERT … VALUES here.'; END $$`;

const QUERY = 'Q'.charCodeAt(0);
const COPY_DATA = 'd'.charCodeAt(0);
const COPY_DONE = 'c'.charCodeAt(0);
const COPY_FAIL = 'f'.charCodeAt(0);
/** The server asks for the rows of COPY … FROM STDIN. */
const COPY_IN_RESPONSE = 'G'.charCodeAt(0);
const NO_ROWS = Uint8Array.from([COPY_DONE, 0, 0, 0, 4]);
const PARSE = 'P'.charCodeAt(0);
const TERMINATE = 'X'.charCodeAt(0);
const SYNC = Uint8Array.from([0x53, 0, 0, 0, 4]);

function queryMessage(sql: string): Uint8Array {
  const text = new TextEncoder().encode(`${sql}\0`);
  const message = new Uint8Array(5 + text.length);
  message[0] = QUERY;
  new DataView(message.buffer).setUint32(1, 4 + text.length);
  message.set(text, 5);
  return message;
}

function stringAt(message: Buffer, start: number): { readonly text: string; readonly end: number } {
  const end = message.indexOf(0, start);
  return { text: message.toString('utf8', start, end), end: end + 1 };
}

function withText(message: Buffer, start: number, end: number, text: string): Uint8Array {
  const middle = new TextEncoder().encode(`${text}\0`);
  const changed = new Uint8Array(start + middle.length + (message.length - end));
  changed.set(message.subarray(0, start));
  changed.set(middle, start);
  changed.set(message.subarray(end), start + middle.length);
  new DataView(changed.buffer).setUint32(1, changed.length - 1);
  return changed;
}

/** What is sent to the embedded server for a message, and after it. */
interface Answerable {
  readonly bytes: Uint8Array;
  readonly then: string | null;
}

/** The message as the embedded server can answer it. */
function answerable(message: Buffer, user: string): Answerable {
  const type = message[0];
  if (type !== QUERY && type !== PARSE) return { bytes: message, then: null };
  // A Parse message names the prepared statement before its text.
  const start = type === QUERY ? 5 : stringAt(message, 5).end;
  const { text, end } = stringAt(message, start);
  if (type === PARSE && splitStatements(text).some(copiesFromStdin)) {
    return { bytes: withText(message, start, end, NO_COPY), then: null };
  }
  const restricted = restrictAuthorization(text, user);
  if (restricted === null) return { bytes: message, then: null };
  // What comes of a prepared statement is not known here: it is only known when it runs.
  return { bytes: withText(message, start, end, restricted.sql), then: type === QUERY ? restricted.then : null };
}

function wantsRows(message: Buffer): boolean {
  return message[0] === QUERY && splitStatements(stringAt(message, 5).text).some(copiesFromStdin);
}

/** Where the rows of COPY … FROM STDIN are asked for: behind the message that does; -1 where there is none. */
function endOfCopyInResponse(answer: Uint8Array): number {
  const view = new DataView(answer.buffer, answer.byteOffset, answer.byteLength);
  let at = 0;
  while (at < answer.length) {
    const end = at + 1 + view.getUint32(at + 1);
    if (answer[at] === COPY_IN_RESPONSE) return end;
    at = end;
  }
  return -1;
}

/** A COPY … FROM STDIN that waits for its rows. */
interface Copying {
  readonly query: Uint8Array;
  readonly rows: Uint8Array[];
}

/** One client's connection, from its first byte to its last. */
export class ClientSession {
  /** Settles when the client is gone and nothing of it is left; never rejects. */
  readonly ended: Promise<void>;
  readonly #socket: Socket;
  readonly #postgres: EmbeddedPostgres;
  readonly #admit: () => Promise<Buffer | null>;
  readonly #messages = new ClientMessages();
  #admitted = false;
  #user = '';
  #copying: Copying | null = null;
  /** The settings that the client has been told. */
  readonly #settings = new Map<string, string>();
  #state: 'opening' | 'open' | 'closed' = 'opening';
  #work: Promise<void> = Promise.resolve();

  /** @param admit asked when the client has introduced itself; gives the error to send it away with, or `null` */
  constructor(socket: Socket, postgres: EmbeddedPostgres, admit: () => Promise<Buffer | null>) {
    this.#socket = socket;
    this.#postgres = postgres;
    this.#admit = admit;
    socket.on('data', (chunk) => {
      this.#messages.push(chunk);
      // Whatever goes wrong here is this connection's end, and nobody else's.
      this.#work = this.#work.then(() => this.#serve()).catch(() => void socket.destroy());
    });
    const closed = new Promise<void>((resolve) => {
      socket.once('close', () => {
        resolve();
      });
    });
    this.ended = closed.then(async () => {
      await this.#work;
      // A server that is closed has nothing to clean up.
      if (this.#admitted) await this.#cleanUp().catch(() => undefined);
    });
  }

  async #serve(): Promise<void> {
    while (this.#state === 'opening') if (!(await this.#open())) return;
    for (let message = this.#messages.next(); message && this.#state === 'open'; message = this.#messages.next()) {
      if (message[0] === TERMINATE) {
        this.#socket.end();
        return;
      }
      if (this.#copying) await this.#copy(this.#copying, message);
      else if (wantsRows(message)) await this.#beginCopy(answerable(message, this.#user).bytes);
      else if (message[0] === QUERY && CHANGES_SETTINGS.test(stringAt(message, 5).text)) await this.#change(message);
      else {
        await this.#postgres.instance.send(answerable(message, this.#user).bytes, (data) => {
          // The bytes stand in the server's memory, which the next message overwrites.
          this.#socket.write(data.slice());
        });
      }
    }
  }

  /** Sends what may change settings. The embedded server does not tell of those that changed: they are asked for. */
  async #change(message: Buffer): Promise<void> {
    const { bytes, then } = answerable(message, this.#user);
    const answer = await this.#ask(bytes);
    if (then !== null) await this.#ask(queryMessage(then));
    this.#socket.write(answer.subarray(0, -READY_FOR_QUERY.length));
    for (const [name, value] of Object.entries(await this.#postgres.server.settings())) {
      if (this.#settings.get(name) === value) continue;
      this.#settings.set(name, value);
      this.#socket.write(parameterStatus(name, value));
    }
    this.#socket.write(answer.subarray(-READY_FOR_QUERY.length));
  }

  async #ask(bytes: Uint8Array): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    await this.#postgres.instance.send(bytes, (data) => {
      parts.push(data.slice());
    });
    return concatBytes(parts);
  }

  /**
   * The embedded server cannot wait for rows: they have to be there when it asks for them. It is given none, to see
   * whether it asks; if so, the statement has done nothing yet, and is sent again once the client has given all.
   */
  async #beginCopy(query: Uint8Array): Promise<void> {
    const answer = await this.#ask(concatBytes([query, NO_ROWS]));
    const end = endOfCopyInResponse(answer);
    if (end >= 0) this.#copying = { query, rows: [] };
    this.#socket.write(end < 0 ? answer : answer.subarray(0, end));
  }

  async #copy({ query, rows }: Copying, message: Buffer): Promise<void> {
    const type = message[0];
    if (type === COPY_DATA || type === COPY_DONE || type === COPY_FAIL) rows.push(message);
    if (type !== COPY_DONE && type !== COPY_FAIL) return;
    this.#copying = null;
    const answer = await this.#ask(concatBytes([query, ...rows]));
    // The client has been asked already.
    this.#socket.write(answer.subarray(Math.max(0, endOfCopyInResponse(answer))));
  }

  /** @returns whether there may be more to read */
  async #open(): Promise<boolean> {
    const opening = this.#messages.opening();
    switch (opening?.kind) {
      case undefined:
        return false;
      case 'encryption':
        this.#socket.write('N');
        return true;
      case 'cancel':
      case 'unknown':
        // Nothing can be cancelled: while the one session works, nothing else is heard.
        this.#state = 'closed';
        this.#socket.end();
        return false;
      case 'startup': {
        const user = opening.parameters.get('user') ?? '';
        const database = opening.parameters.get('database') ?? user;
        const refused = await this.#introduce(user, database, opening.minorVersion > 0);
        if (refused) {
          this.#state = 'closed';
          this.#socket.end(refused);
        }
        return refused === null;
      }
    }
  }

  /** Begins the session. @returns why not, or `null` */
  async #introduce(user: string, database: string, newer: boolean): Promise<Buffer | null> {
    const busy = await this.#admit();
    if (busy) return busy;
    this.#admitted = true;
    const attempt = await this.#postgres.server.connect({ database, user });
    if (attempt.kind === 'refused') return fatalError(attempt.report);
    this.#user = user;
    if (newer) this.#socket.write(NEGOTIATE_PROTOCOL_VERSION);
    this.#socket.write(AUTHENTICATION_OK);
    for (const [name, value] of Object.entries(attempt.session.settings)) {
      this.#settings.set(name, value);
      this.#socket.write(parameterStatus(name, value));
    }
    this.#socket.write(backendKeyData(pid, 0));
    this.#socket.write(READY_FOR_QUERY);
    this.#state = 'open';
    return null;
  }

  async #cleanUp(): Promise<void> {
    // After an error, messages up to the next Sync would be passed over.
    await this.#postgres.instance.send(SYNC, () => undefined);
    for (const statement of CLEAN_UP) await this.#postgres.instance.send(queryMessage(statement), () => undefined);
  }
}
