import { Client } from 'pg';
import type { Dataset } from '../../../src/core/database';
import { COURSE_DATABASE } from '../../../src/core/server';
import { splitStatements } from '../../../src/core/statements';
import { bootPostgres, type EmbeddedPostgres } from '../../../src/engine/postgres';
import { ensureSnapshot, snapshotFile } from '../../../src/engine/snapshot/ensure-snapshot';
import { readSnapshot } from '../../../src/engine/snapshot/read-snapshot';
import { EmbeddedServer } from '../../../src/engine/socket/embedded-server';
import { type RealPostgres, startRealPostgres } from '../../lib/real-postgres';
import type { PsqlTarget } from './type-into-real-psql';

/** A server that the real psql can connect to. */
export interface TestServer {
  /** Brings it to its beginning, with the data set in its one database. @param setup SQL for the superuser to run there */
  reset(setup: string): Promise<void>;
  target(user: string): PsqlTarget;
}

/** The databases with which psql is tried. */
export interface PsqlServers {
  readonly real: TestServer;
  /** The embedded PostgreSQL, behind its socket. */
  readonly embedded: TestServer;
  /** The same embedded PostgreSQL, for the shell in the same process; of the two, one is used at a time. */
  readonly postgres: EmbeddedPostgres;
  stop(): Promise<void>;
}

const TEMPLATE = 'course_template';

async function run(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // One at a time: CREATE DATABASE refuses to be one of several.
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function names(url: string, sql: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

function realServer({ url, port }: RealPostgres): TestServer {
  const to = (database: string): string => url.replace(/[^/]*$/, database);
  return {
    reset: async (setup) => {
      const databases = await names(
        url,
        `SELECT format('DROP DATABASE %I WITH (FORCE)', datname) AS name FROM pg_database
         WHERE NOT datistemplate AND datname NOT IN ('postgres', '${TEMPLATE}')`,
      );
      const roles = await names(
        url,
        `SELECT format('DROP ROLE %I', rolname) AS name FROM pg_roles
         WHERE rolname !~ '^pg_' AND rolname <> 'postgres' ORDER BY oid DESC`,
      );
      await run(url, [...databases, ...roles, `CREATE DATABASE ${COURSE_DATABASE} TEMPLATE ${TEMPLATE}`]);
      await run(
        to(COURSE_DATABASE),
        splitStatements(setup).map(({ text }) => text),
      );
    },
    target: (user) => ({ host: '127.0.0.1', port, user, database: COURSE_DATABASE }),
  };
}

/** Starts the servers, and loads the data set. */
export async function startServers(dataset: Dataset): Promise<PsqlServers> {
  const file = snapshotFile(process.cwd());
  await ensureSnapshot(file);
  const [real, postgres] = await Promise.all([
    startRealPostgres('trust'),
    bootPostgres(
      () => import('@electric-sql/pglite'),
      () => readSnapshot(file),
    ),
  ]);
  await run(real.url, [`CREATE DATABASE ${TEMPLATE}`, 'ALTER SYSTEM RESET search_path']);
  await run(real.url.replace(/[^/]*$/, TEMPLATE), [dataset.sql]);
  const socket = await EmbeddedServer.serve(postgres, 0);
  const port = Number(new URL(socket.url).port);
  return {
    real: realServer(real),
    embedded: {
      reset: (setup) => postgres.server.reset(dataset, setup),
      target: (user) => ({ host: '127.0.0.1', port, user, database: COURSE_DATABASE }),
    },
    postgres,
    stop: async () => {
      socket.stop();
      await postgres.server.close();
      await real.stop();
    },
  };
}
