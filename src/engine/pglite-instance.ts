import type { PGlite, protocol as Protocol } from '@electric-sql/pglite';
import { COURSE_DATABASE } from '../core/server';

/** Boots an instance in one of its databases. @param data the files of an earlier one; without them it is new */
export type CreatePglite = (database: string, data?: Blob) => Promise<PGlite>;

/**
 * The one embedded server, which is in one of its databases at a time. It gets into another one only by starting again
 * with its own files. There are never two at once: each takes hundreds of megabytes.
 */
export class PgliteInstance {
  readonly protocol: typeof Protocol;
  readonly #create: CreatePglite;
  #pglite: PGlite;
  #database = COURSE_DATABASE;

  private constructor(create: CreatePglite, pglite: PGlite, protocol: typeof Protocol) {
    this.#create = create;
    this.#pglite = pglite;
    this.protocol = protocol;
  }

  static async boot(create: CreatePglite, protocol: typeof Protocol): Promise<PgliteInstance> {
    return new PgliteInstance(create, await create(COURSE_DATABASE), protocol);
  }

  get database(): string {
    return this.#database;
  }

  /** Starts again, with nothing of what was done. */
  async renew(): Promise<void> {
    await this.close();
    this.#pglite = await this.#create(COURSE_DATABASE);
    this.#database = COURSE_DATABASE;
  }

  /** Starts again in another of its databases, with all that was committed. */
  async enter(database: string): Promise<void> {
    const files = await this.#pglite.dumpDataDir('none');
    await this.close();
    this.#pglite = await this.#create(database, files);
    this.#database = database;
  }

  /** Sends bytes of the protocol. @param onData gets what the server answers, piece by piece */
  async send(bytes: Uint8Array, onData: (data: Uint8Array) => void): Promise<void> {
    await this.#pglite.execProtocolRawStream(bytes, { onRawData: onData });
  }

  /** Sends bytes of the protocol, and waits in place for all that the server answers. */
  sendSync(bytes: Uint8Array): Uint8Array {
    return this.#pglite.execProtocolRawSync(bytes);
  }

  /** Ends it; that it was broken does not matter any more. */
  async close(): Promise<void> {
    await this.#pglite.close().catch(() => undefined);
  }
}
