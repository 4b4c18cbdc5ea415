import type { Database } from '../core/database';
import { type Channel, channelOf, isPortMessage } from './channel';
import { connect } from './rpc';

/** What a run worker can ask of whoever holds PostgreSQL. */
export type PostgresService = Omit<Database, 'engine'>;

/** What the page can ask of it. */
export interface PostgresControl {
  /** Boots PostgreSQL unless that is done; rejects when it cannot be had. */
  boot(): Promise<void>;
}

/** Serves one PostgreSQL to every port that arrives on the channel. @param open begins its session */
export function servePostgres(channel: Channel, open: () => Promise<Database>): void {
  let booted: Promise<Database> | null = null;
  const database = (): Promise<Database> => (booted ??= open());
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
