import PgPool from 'pg-pool';
import { DatabaseError } from 'pg-protocol';
import types from 'pg-types';
import type { RecordingDatabase } from '../../language-runner';
import { createClientClass } from './client';

/** The module that a program gets for `import … from 'pg'`: the real pool, parsers and errors over our Client. */
export function createPg(database: RecordingDatabase): Readonly<Record<string, unknown>> {
  const Client = createClientClass(database);
  class Pool extends PgPool<never> {
    constructor(options?: ConstructorParameters<typeof PgPool>[0]) {
      // The page's database is one session, so a program has one connection however many it asks for.
      super({ ...options, max: 1, Client: Client as never });
    }
  }
  return { Client, Pool, DatabaseError, types };
}
