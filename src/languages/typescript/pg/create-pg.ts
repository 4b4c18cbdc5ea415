import PgPool from 'pg-pool';
import { DatabaseError } from 'pg-protocol';
import types from 'pg-types';
import type { RecordingDatabase } from '../../language-runner';
import { createClientClass } from './client';

/**
 * How long a program waits for a connection unless it says otherwise, in milliseconds: a little less than it may run.
 * Who asks for a second connection while holding the only one is then told so, on the line that asked.
 */
const CONNECTION_TIMEOUT_MS = 4_000;

/** The module that a program gets for `import … from 'pg'`: the real pool, parsers and errors over our Client. */
export function createPg(database: RecordingDatabase): Readonly<Record<string, unknown>> {
  const Client = createClientClass(database);
  class Pool extends PgPool<never> {
    constructor(options?: ConstructorParameters<typeof PgPool>[0]) {
      // The page's database is one session, so a program has one connection however many it asks for.
      super({ connectionTimeoutMillis: CONNECTION_TIMEOUT_MS, ...options, max: 1, Client: Client as never });
    }
  }
  return { Client, Pool, DatabaseError, types };
}
