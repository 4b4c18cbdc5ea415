import type { Client, Connection, FieldDef, Submittable } from 'pg';
import { DatabaseError } from 'pg-protocol';
import type { Cell } from '../../core/database';
import type { ResultReader } from '../result-reader';
import type { Wire } from '../wire-database';

/** The SQLSTATEs with which a server says goodbye: shut down, crashed, or told to end this session. */
const ENDS_CONNECTION = /^57P0[1-5]$/;

/**
 * What pg's Client calls while a query of one's own is under way; its documentation shows them in pg-cursor and
 * pg-query-stream. They get the server's messages as they are, every value as text.
 */
class Submission implements Submittable {
  readonly #sql: string;
  readonly #parameters: readonly Cell[] | undefined;
  readonly #reader: ResultReader;
  readonly #done: (error: Error | null) => void;
  readonly #lost: () => void;

  constructor(
    sql: string,
    parameters: readonly Cell[] | undefined,
    reader: ResultReader,
    done: (error: Error | null) => void,
    lost: () => void,
  ) {
    this.#sql = sql;
    this.#parameters = parameters;
    this.#reader = reader;
    this.#done = done;
    this.#lost = lost;
  }

  readonly submit = (connection: Connection): void => {
    if (this.#parameters === undefined) {
      connection.query(this.#sql);
      return;
    }
    connection.parse({ name: '', text: this.#sql, types: [] }, true);
    connection.bind({ values: [...this.#parameters] }, true);
    connection.describe({ type: 'P' }, true);
    connection.execute({}, true);
    connection.sync();
  };

  handleRowDescription({ fields }: { readonly fields: readonly (FieldDef & { dataTypeModifier: number })[] }): void {
    this.#reader.rowDescription(fields);
  }

  handleDataRow({ fields }: { readonly fields: readonly Cell[] }): void {
    if (this.#reader.countRow()) this.#reader.dataRow(fields);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#reader.commandComplete(text);
  }

  handleEmptyQuery(): void {
    // No statement, no result.
  }

  handlePortalSuspended(): void {
    // Only with a limit of rows, which is not asked for.
  }

  handleCopyInResponse(connection: Connection): void {
    connection.stream.destroy(new Error('The server waits for data that nobody sends.'));
  }

  handleCopyData(): void {
    // What COPY … TO STDOUT sends is for a client such as psql; its tag says how many rows there were.
  }

  handleError(error: Error): void {
    if (error instanceof DatabaseError) {
      this.#reader.error(error);
      // The server ends the connection next: it must not be used again, although it is still there.
      if (ENDS_CONNECTION.test(error.code ?? '')) this.#lost();
      this.#done(null);
    } else this.#done(error);
  }

  handleReadyForQuery(): void {
    this.#done(null);
  }
}

/** A connection to a server. When it breaks, as by pg_terminate_backend, the next statement gets a new one. */
export class ServerWire implements Wire {
  readonly #connect: () => Promise<Client>;
  #client: Promise<Client> | null = null;
  #reader: ResultReader | null = null;
  #closed = false;

  /** @param connect opens a connection */
  constructor(connect: () => Promise<Client>) {
    this.#connect = connect;
  }

  async send(sql: string, parameters: readonly Cell[] | undefined, reader: ResultReader): Promise<void> {
    if (this.#closed) throw new Error('The session on the server was ended.');
    const client = await (this.#client ??= this.#open());
    this.#reader = reader;
    await new Promise<void>((resolve, reject) => {
      client.query(
        new Submission(
          sql,
          parameters,
          reader,
          (error) => {
            if (error) reject(error);
            else resolve();
          },
          () => {
            this.#client = null;
          },
        ),
      );
    });
  }

  /** From now on nothing is sent; what is under way goes on until the connection ends. */
  abandon(): void {
    this.#closed = true;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await (await this.#client)?.end();
  }

  async #open(): Promise<Client> {
    try {
      const client = await this.#connect();
      const opened = this.#client;
      const lost = (): void => {
        // There may be another connection by now.
        if (this.#client === opened) this.#client = null;
      };
      client.on('error', lost);
      client.on('end', lost);
      client.on('notice', (notice) => {
        this.#reader?.notice(notice);
      });
      return client;
    } catch (error) {
      this.#client = null;
      throw error;
    }
  }
}
