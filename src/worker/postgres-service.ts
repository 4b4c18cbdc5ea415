import type { Database } from '../core/database';
import { bootPostgres, type PgliteModule } from '../engine/postgres';
import { type Channel, channelOf, isPortMessage } from './channel';
import { connect } from './rpc';

/** What a run worker can ask of the worker that holds PostgreSQL. */
export type PostgresService = Omit<Database, 'engine'>;

/** What the side that owns the worker hears of it. */
export interface PostgresOwner {
  /** It has become slow, and should be replaced when nobody uses it. */
  worn(): void;
}

/**
 * Each reset makes the embedded server a little slower for good: twice as slow after some 400, measured with the
 * course's data sets. (It keeps something for every table that it ever had; VACUUM and CHECKPOINT do not help.)
 */
const MOST_RESETS = 300;

/** What the page can ask of it. */
export interface PostgresControl {
  /** Boots PostgreSQL unless that is done; rejects when it cannot be loaded. */
  boot(): Promise<void>;
}

/** Serves one embedded PostgreSQL to every port that arrives on the channel. */
export function servePostgres(channel: Channel, load: () => Promise<PgliteModule>): void {
  let booted: Promise<Database> | null = null;
  let resets = 0;
  const database = (): Promise<Database> => (booted ??= bootPostgres(load));
  const control: PostgresControl = {
    boot: async () => {
      await database();
    },
  };
  const service: PostgresService = {
    exec: async (sql, parameters) => (await database()).exec(sql, parameters),
    reset: async (dataset) => {
      await (await database()).reset(dataset);
      if (++resets === MOST_RESETS) void owner.worn.asEvent();
    },
    close: async () => (await database()).close(),
  };
  const owner = connect<PostgresOwner, PostgresControl>(channel, control);
  channel.listen((message) => {
    if (isPortMessage(message)) connect<object, PostgresService>(channelOf(message.port), service);
  });
}
