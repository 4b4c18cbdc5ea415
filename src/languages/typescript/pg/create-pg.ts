import type { Client as PgClient, PoolClient } from 'pg';
import PgPool from 'pg-pool';
import { DatabaseError } from 'pg-protocol';
import types from 'pg-types';
import type { TraceDetail } from '../../../core/layer-trace';
import { failure, type TraceEnd, type TraceRecorder } from '../../trace-recorder';
import { createClientClass } from './client';
import type { EmbeddedServer } from './embedded-server';

/**
 * How long a program waits for a connection unless it says otherwise, in milliseconds: a little less than it may run.
 * Who asks for a second connection while holding the only one is then told so, on the line that asked.
 */
const CONNECTION_TIMEOUT_MS = 4_000;

/**
 * How many clients a pool has unless it says otherwise. The page's server has one session: with one client, those who
 * want a transaction wait for each other in the pool; with more of them, a second transaction is an error.
 */
const MAX_CLIENTS = 1;

/** Events of the pool that a trace shows as they are, and what it calls them. */
const TRACED_EVENTS: ReadonlyMap<string, string> = new Map([
  ['connect', 'Client is new'],
  ['acquire', 'Client is handed out'],
  ['remove', 'Client is removed'],
  ['error', 'An idle client has lost its connection'],
]);

type Connected = (error?: Error, client?: PgClient & PoolClient, release?: (error?: unknown) => void) => void;

/** The module that a program gets for `import … from 'pg'`: the real pool, parsers and errors over our Client. */
export function createPg(server: EmbeddedServer, trace: TraceRecorder) {
  const Client = createClientClass(server, trace);
  class Pool extends PgPool<PgClient> {
    /** Ends the event of a client that is being given back. */
    #givenBack: (() => void) | null = null;

    constructor(options?: PgPool.Config<PgClient>) {
      super({
        connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
        ...options,
        max: options?.max ?? MAX_CLIENTS,
        Client: Client as never,
        log: (...messages: unknown[]) => {
          // The pool says so once the client is where it belongs, and before anybody else gets it.
          if (messages[0] === 'pulse queue') this.#givenBack?.();
          options?.log?.(...messages);
        },
      });
    }

    get #state(): TraceDetail {
      const { totalCount, idleCount, waitingCount } = this;
      return { kind: 'pool', total: totalCount, idle: idleCount, waiting: waitingCount, max: this.options.max };
    }

    override connect(): Promise<PgClient & PoolClient>;
    override connect(callback: Connected): void;
    override connect(callback?: Connected): Promise<PgClient & PoolClient> | undefined {
      const end = trace.begin('pool', 'Client is asked for', this.#state);
      if (callback) {
        let asked = this.#state;
        super.connect((error, client, release) => {
          end({ detail: asked, error: error?.message ?? null });
          callback(error, client, release);
        });
        asked = this.#state;
        return undefined;
      }
      // Handed on by `await`, or an error would not know the line that asked.
      const answered = super.connect();
      return this.#awaited(answered, this.#state, end);
    }

    async #awaited<T>(answered: Promise<T>, detail: TraceDetail, end: (end: TraceEnd) => void): Promise<T> {
      try {
        const client = await answered;
        end({ detail });
        return client;
      } catch (thrown) {
        end({ detail, error: failure(thrown) });
        throw thrown;
      }
    }

    override emit(name: string | symbol, ...args: unknown[]): boolean {
      if (name === 'release') {
        // At this moment the client is neither in use nor idle.
        const end = trace.begin('pool', 'Client is given back', this.#state);
        this.#givenBack = () => {
          this.#givenBack = null;
          end({ detail: this.#state });
        };
      } else if (typeof name === 'string') {
        const title = TRACED_EVENTS.get(name);
        if (title !== undefined) trace.note('pool', title, this.#state);
      }
      return super.emit(name, ...args);
    }
  }
  return { Client, Pool, DatabaseError, types };
}
