import type { Database } from '../core/database';
import type { LoadProgress } from '../core/load-progress';
import { type Channel, channelOf, isPortMessage } from './channel';
import { connect } from './rpc';

/** What a run worker can ask of whoever holds PostgreSQL; ending it is not among that. */
export type PostgresService = Omit<Database, 'engine' | 'close'>;

/** What the side that owns the worker hears of it. */
export interface PostgresOwner {
  loading(progress: LoadProgress): void;
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
  /** Boots PostgreSQL unless that is done; rejects when it cannot be had. */
  boot(): Promise<void>;
  /** Ends the connection, whatever its other side still sends; resolves when the last of its statements is over. */
  disconnect(): Promise<void>;
}

/**
 * Serves one PostgreSQL to the port that came last on the channel. Whoever held an earlier one may have run a learner's
 * program, which must not reach the runs that follow.
 * @param open begins its session; it may tell how much of it has arrived
 */
export function servePostgres(
  channel: Channel,
  open: (onProgress: (progress: LoadProgress) => void) => Promise<Database>,
): void {
  let booted: Promise<Database> | null = null;
  let resets = 0;
  let connected: MessagePort | null = null;
  const database = (): Promise<Database> => (booted ??= open((progress) => void owner.loading.asEvent(progress)));
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
    reset: async (dataset) => {
      const opened = await database();
      await opened.reset(dataset);
      if (opened.engine === 'postgres' && ++resets === MOST_RESETS) void owner.worn.asEvent();
    },
  };
  const owner = connect<PostgresOwner, PostgresControl>(channel, control);
  channel.listen((message) => {
    if (!isPortMessage(message)) return;
    connected?.close();
    connected = message.port;
    connect<object, PostgresService>(channelOf(connected), service);
  });
}
