import type { Server } from 'athleticu/server';
import { DatabaseError } from 'pg-protocol';
import type { Cell, StatementResult } from '../../../core/database';
import { splitStatements } from '../../../core/statements';
import type { RecordingDatabase } from '../../language-runner';

/** A client as the server knows it. */
export interface Connection {
  /** The server has ended the connection, for this reason. */
  lost(reason: DatabaseError): void;
}

const HOST = '127.0.0.1';
const PORT = 5432;
/** What PostgreSQL allows unless it is told otherwise. */
const MAX_CONNECTIONS = 100;
const FIRST_PID = 101;

const TAKE_TURNS =
  'another client of this program has a transaction open, and the PostgreSQL in here serves one session at a time: ' +
  'end that transaction first, or use its client. A server of its own has a session for each client, so that there ' +
  'both would go on side by side.';

/** The error of an operating system that nobody listens on the server's port. */
function refused(): Error {
  const error = new Error(`connect ECONNREFUSED ${HOST}:${String(PORT)}`);
  return Object.assign(error, { code: 'ECONNREFUSED', syscall: 'connect', address: HOST, port: PORT });
}

function fatal(code: string, message: string): DatabaseError {
  return Object.assign(new DatabaseError(message, message.length, 'error'), { severity: 'FATAL', code });
}

/** Whether a transaction is open once statements of one text were answered. */
function isOpenAfter(sql: string, results: readonly StatementResult[], wasOpen: boolean): boolean {
  const statements = splitStatements(sql);
  let isOpen = wasOpen;
  for (const [i, result] of results.entries()) {
    const words = statements[i]?.words ?? [];
    if (result.kind === 'error') {
      // What was deferred fails at the end of a transaction, and ends it all the same.
      if (words[0] === 'COMMIT' || words[0] === 'END') isOpen = false;
    } else if (result.tag === 'BEGIN' || result.tag === 'START TRANSACTION') isOpen = true;
    else if (/^(?:COMMIT|ROLLBACK|PREPARE TRANSACTION)$/.test(result.tag)) {
      // Back to a savepoint, or AND CHAIN.
      isOpen = words.includes('TO') || (words.includes('CHAIN') && !words.includes('NO'));
    }
  }
  return isOpen;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/**
 * The server as a program's clients see it: one session, in which they take turns, and what a program may do to it
 * through `athleticu/server`. What one client sets for its session, another one sees.
 */
export class EmbeddedServer implements Server {
  maxConnections = MAX_CONNECTIONS;
  connectDelay = 0;
  readonly #database: RecordingDatabase;
  readonly #connected = new Set<Connection>();
  #isStopped = false;
  #lastPid = FIRST_PID - 1;
  /** Whose transaction is open. */
  #owner: Connection | null = null;
  /** Ends with the statement that is being answered. */
  #turn: Promise<void> = Promise.resolve();

  constructor(database: RecordingDatabase) {
    this.#database = database;
  }

  get connections(): number {
    return this.#connected.size;
  }

  /**
   * Takes a client in.
   * @returns the number of the process that serves it
   * @throws Error why it does not
   */
  async connect(connection: Connection): Promise<number> {
    if (this.connectDelay > 0) {
      const waited = sleep(this.connectDelay);
      this.#database.onStatement?.(waited);
      await waited;
    } else await Promise.resolve();
    if (this.#isStopped) throw refused();
    if (this.#connected.size >= this.maxConnections) throw fatal('53300', 'sorry, too many clients already');
    this.#connected.add(connection);
    return ++this.#lastPid;
  }

  /** @throws Error when another client has a transaction open */
  async exec(
    connection: Connection,
    sql: string,
    parameters: readonly Cell[] | undefined,
  ): Promise<readonly StatementResult[]> {
    return this.#inTurn(async () => {
      if (this.#owner && this.#owner !== connection) throw new Error(TAKE_TURNS);
      const results = await this.#database.exec(sql, parameters);
      this.#owner = isOpenAfter(sql, results, this.#owner !== null) ? connection : null;
      return results;
    });
  }

  /** A client goes; what it had begun and not ended is undone. */
  async disconnect(connection: Connection): Promise<void> {
    this.#connected.delete(connection);
    await this.#inTurn(async () => {
      if (this.#owner !== connection) return;
      this.#owner = null;
      await this.#database.rollBack();
    });
  }

  async terminateConnections(): Promise<void> {
    const all = [...this.#connected];
    for (const connection of all) await this.disconnect(connection);
    for (const connection of all) {
      connection.lost(fatal('57P01', 'terminating connection due to administrator command'));
    }
    // Who listens has heard of it when this is over.
    await sleep(0);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.terminateConnections();
  }

  start(): void {
    this.#isStopped = false;
  }

  async #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const before = this.#turn;
    let end = (): void => undefined;
    this.#turn = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    try {
      return await act();
    } finally {
      end();
    }
  }
}
