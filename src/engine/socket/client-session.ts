import type { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';
import { pid } from 'node:process';
import { splitStatements } from '../../core/statements';
import { copiesFromStdin } from '../copies-from-stdin';
import type { EmbeddedPostgres } from '../postgres';
import { restrictAuthorization } from '../restrict-authorization';
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
const CLEAN_UP = ['ROLLBACK', 'RESET SESSION AUTHORIZATION', 'DISCARD ALL'] as const;

/** The embedded server would wait for the rows for ever. It is asked for an error in their place. */
const NO_COPY = `DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '0A000',
  MESSAGE = 'COPY FROM STDIN is not possible with the database that comes with the course',
  HINT = 'Use INSERT … VALUES here.'; END $$`;

const QUERY = 'Q'.charCodeAt(0);
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

/** The message as the embedded server can answer it. */
function answerable(message: Buffer, user: string): Uint8Array {
  const type = message[0];
  if (type !== QUERY && type !== PARSE) return message;
  // A Parse message names the prepared statement before its text.
  const start = type === QUERY ? 5 : stringAt(message, 5).end;
  const { text, end } = stringAt(message, start);
  if (splitStatements(text).some(copiesFromStdin)) return withText(message, start, end, NO_COPY);
  const restricted = restrictAuthorization(text, user);
  return restricted === null ? message : withText(message, start, end, restricted);
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
      if (this.#admitted) await this.#cleanUp();
    });
  }

  async #serve(): Promise<void> {
    while (this.#state === 'opening') if (!(await this.#open())) return;
    for (let message = this.#messages.next(); message && this.#state === 'open'; message = this.#messages.next()) {
      if (message[0] === TERMINATE) {
        this.#socket.end();
        return;
      }
      await this.#postgres.instance.send(answerable(message, this.#user), (data) => {
        // The bytes stand in the server's memory, which the next message overwrites.
        this.#socket.write(data.slice());
      });
    }
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
