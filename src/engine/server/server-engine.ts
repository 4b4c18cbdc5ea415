import { emptyDatabase } from '../empty-database';
import { WireDatabase } from '../wire-database';
import type { ServerWire } from './server-wire';
import { ThrowawayDatabase } from './throwaway-database';

/** A real server as an engine. Nothing is made on it before it is needed, and everything goes when it is closed. */
export class ServerEngine {
  readonly #url: string | undefined;
  readonly #warn: (message: string) => void;
  #throwaway: Promise<ThrowawayDatabase> | null = null;
  #wire: ServerWire | null = null;
  #ended: Promise<void> = Promise.resolve();

  /**
   * @param url DATABASE_URL
   * @param warn hears of what may make results differ from the course's
   */
  constructor(url: string | undefined, warn: (message: string) => void) {
    this.#url = url;
    this.#warn = warn;
  }

  /** Makes the database if there is none yet. @throws ServerError when the server cannot be used */
  async prepare(): Promise<void> {
    await this.#database();
  }

  /** Begins a session in the database. */
  async open(): Promise<WireDatabase> {
    const throwaway = await this.#database();
    await this.#ended;
    const { wire, belongings } = throwaway.session();
    this.#wire = wire;
    return new WireDatabase('server', wire, { empty: (run) => emptyDatabase(run, belongings) });
  }

  /** Ends the session, even in the middle of a statement. */
  abandon(): void {
    this.#wire?.abandon();
    this.#wire = null;
    const throwaway = this.#throwaway;
    // A server that cannot be asked to end a session has none any more.
    this.#ended = this.#ended.then(async () => (await throwaway)?.endSessions()).catch(() => undefined);
  }

  /** Drops the database and all that was made in it. @throws ServerError when something is left on the server */
  async close(): Promise<void> {
    // What could not be made has been dropped already, and whoever wanted it knows.
    const throwaway = await this.#throwaway?.catch(() => null);
    this.#wire?.abandon();
    await throwaway?.drop();
  }

  #database(): Promise<ThrowawayDatabase> {
    return (this.#throwaway ??= ThrowawayDatabase.create(this.#url, this.#warn));
  }
}
