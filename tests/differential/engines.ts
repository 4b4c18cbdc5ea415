import { Client } from 'pg';
import type { Database } from '../../src/core/database';
import { COURSE_DATABASE, type Server } from '../../src/core/server';
import { emptyDatabase, WHOLE_CLUSTER } from '../../src/engine/empty-database';
import { PgMemDatabase } from '../../src/engine/pg-mem';
import { bootPostgres } from '../../src/engine/postgres';
import { snapshotFile } from '../../src/engine/snapshot/ensure-snapshot';
import { readSnapshot } from '../../src/engine/snapshot/read-snapshot';
import { ServerWire } from '../../src/engine/server/server-wire';
import { WireDatabase } from '../../src/engine/wire-database';
import { type RealPostgres, startRealPostgres } from '../lib/real-postgres';

/** The engines that are compared, and the server that has the last word. */
export interface ComparedEngines {
  readonly pgMem: Database;
  readonly postgres: Database;
  /** A session as the superuser `postgres` in the course's database, as the embedded PostgreSQL's session is. */
  readonly server: Database;
  /** The embedded PostgreSQL as a server, for languages that have sessions with it. */
  readonly sessions: Server;
  readonly real: RealPostgres;
  close(): Promise<void>;
}

/** Starts the engines, with a real server that belongs to this test alone. */
export async function startEngines(): Promise<ComparedEngines> {
  const [real, { database: postgres, server: sessions }] = await Promise.all([
    startRealPostgres(),
    bootPostgres(
      () => import('@electric-sql/pglite'),
      () => readSnapshot(snapshotFile(process.cwd())),
    ),
  ]);
  const connect = async (url: string): Promise<Client> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    return client;
  };
  const admin = await connect(real.url);
  await admin.query(`CREATE DATABASE ${COURSE_DATABASE}`);
  await admin.end();
  const address = new URL(real.url);
  address.pathname = `/${COURSE_DATABASE}`;
  const wire = new ServerWire(() => connect(address.href));
  const server = new WireDatabase('server', wire, { empty: (run) => emptyDatabase(run, WHOLE_CLUSTER) });
  return {
    pgMem: new PgMemDatabase(),
    postgres,
    server,
    sessions,
    real,
    close: async () => {
      await Promise.all([server.close(), postgres.close()]);
      await real.stop();
    },
  };
}
