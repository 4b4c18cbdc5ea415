import type { Database } from '../core/database';
import { bootPostgres, type PgliteModule } from '../engine/postgres';
import { type Channel, channelOf, isPortMessage } from './channel';
import { connect } from './rpc';

/** What a run worker can ask of the worker that holds PostgreSQL; ending it is not among that. */
export type PostgresService = Omit<Database, 'engine' | 'close'>;

/** What the page can ask of it. */
export interface PostgresControl {
  /** Boots PostgreSQL unless that is done; rejects when it cannot be loaded. */
  boot(): Promise<void>;
  /** Ends the connection, whatever its other side still sends; resolves when the last of its statements is over. */
  disconnect(): Promise<void>;
}

/**
 * Serves one embedded PostgreSQL to the port that came last on the channel. Whoever held an earlier one may have run a
 * learner's program, which must not reach the runs that follow.
 */
export function servePostgres(channel: Channel, load: () => Promise<PgliteModule>): void {
  let booted: Promise<Database> | null = null;
  const database = (): Promise<Database> => (booted ??= bootPostgres(load));
  let connected: MessagePort | null = null;
  const control: PostgresControl = {
    boot: async () => {
      await database();
    },
    disconnect: async () => {
      connected?.close();
      connected = null;
      // One statement after the other: when an empty one is answered, the others have been.
      await (await database()).exec('');
    },
  };
  const service: PostgresService = {
    exec: async (sql, parameters) => (await database()).exec(sql, parameters),
    reset: async (dataset) => (await database()).reset(dataset),
  };
  connect<object, PostgresControl>(channel, control);
  channel.listen((message) => {
    if (!isPortMessage(message)) return;
    connected?.close();
    connected = message.port;
    connect<object, PostgresService>(channelOf(connected), service);
  });
}
