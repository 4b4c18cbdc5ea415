import type { Database } from '../core/database';
import { bootPostgres, type PgliteModule } from '../engine/postgres';
import { type Channel, channelOf, isPortMessage } from './channel';
import { connect } from './rpc';

/** What a run worker can ask of the worker that holds PostgreSQL. */
export type PostgresService = Omit<Database, 'engine'>;

/** What the page can ask of it. */
export interface PostgresControl {
  /** Boots PostgreSQL unless that is done; rejects when it cannot be loaded. */
  boot(): Promise<void>;
}

/** Serves one embedded PostgreSQL to every port that arrives on the channel. */
export function servePostgres(channel: Channel, load: () => Promise<PgliteModule>): void {
  let booted: Promise<Database> | null = null;
  const database = (): Promise<Database> => (booted ??= bootPostgres(load));
  const control: PostgresControl = {
    boot: async () => {
      await database();
    },
  };
  const service: PostgresService = {
    exec: async (sql, parameters) => (await database()).exec(sql, parameters),
    reset: async (dataset) => (await database()).reset(dataset),
    close: async () => (await database()).close(),
  };
  connect<object, PostgresControl>(channel, control);
  channel.listen((message) => {
    if (isPortMessage(message)) connect<object, PostgresService>(channelOf(message.port), service);
  });
}
