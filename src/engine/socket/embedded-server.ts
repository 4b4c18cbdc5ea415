import type { Buffer } from 'node:buffer';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Dataset } from '../../core/database';
import { COURSE_DATABASE } from '../../core/server';
import { createPglite, type EmbeddedPostgres, openPostgres, type PgliteFiles } from '../postgres';
import { ClientSession } from './client-session';
import { fatalError } from './server-message';

/** How long a client that comes waits for the one before it, which may be about to go, in milliseconds. */
const PATIENCE_MS = 1_000;

/** Only this machine can reach it: it asks for no password. */
const HOST = '127.0.0.1';

/** Thrown when something else listens on the port already. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';

  constructor(readonly port: number) {
    super(`the port ${port} is taken`);
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error);
    });
    server.listen(port, HOST, resolve);
  });
}

/**
 * The embedded PostgreSQL on a port, for clients such as psql. It holds one session, so it serves one client at a time;
 * what a client changes is there for the next one.
 */
export class EmbeddedServer {
  readonly #postgres: EmbeddedPostgres;
  readonly #server: Server;
  /** The client that is being served; another one may take its place once this has settled. */
  #serving: Promise<void> | null = null;

  private constructor(postgres: EmbeddedPostgres) {
    this.#postgres = postgres;
    this.#server = createServer((socket) => {
      this.#welcome(socket);
    });
  }

  /**
   * Starts one, for as long as the process lives.
   * @param readFiles gives what the embedded server starts from
   * @throws PortTakenError
   */
  static async start(dataset: Dataset, port: number, readFiles: () => Promise<PgliteFiles>): Promise<EmbeddedServer> {
    const loaded = await import('@electric-sql/pglite');
    const postgres = await openPostgres(
      createPglite(() => Promise.resolve(loaded), readFiles),
      loaded,
    );
    try {
      await postgres.server.reset(dataset);
      return await EmbeddedServer.serve(postgres, port);
    } catch (error) {
      await postgres.server.close();
      throw error;
    }
  }

  /**
   * Serves an embedded PostgreSQL that runs already, with what is in it.
   * @throws PortTakenError
   */
  static async serve(postgres: EmbeddedPostgres, port: number): Promise<EmbeddedServer> {
    const server = new EmbeddedServer(postgres);
    await listen(server.#server, port);
    return server;
  }

  /** The address for clients. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `postgresql://postgres@${HOST}:${port}/${COURSE_DATABASE}?sslmode=disable`;
  }

  /** Lets nobody in any more. */
  stop(): void {
    this.#server.close();
  }

  #welcome(socket: Socket): void {
    // A client that goes away without a word is no fault of the server's.
    socket.on('error', () => socket.destroy());
    const session: ClientSession = new ClientSession(socket, this.#postgres, () => this.#admit(session));
  }

  async #admit(session: ClientSession): Promise<Buffer | null> {
    if (this.#serving) await Promise.race([this.#serving, setTimeout(PATIENCE_MS)]);
    if (this.#serving) {
      return fatalError({
        sqlstate: '53300',
        message: 'another client is connected',
        detail: null,
        hint: 'The database that comes with the course has one session. End the other one first.',
      });
    }
    this.#serving = session.ended.finally(() => {
      this.#serving = null;
    });
    return null;
  }
}
