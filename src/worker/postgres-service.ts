import type { Database, Dataset } from '../core/database';
import type { LoadProgress } from '../core/load-progress';
import type { ConnectionTarget, Exchange, Server, ServerReport, Session, SessionRequest } from '../core/server';
import { type Channel, channelOf, isPortMessage } from './channel';
import { connect } from './rpc';

/** What a run worker can ask of whoever holds PostgreSQL; ending it is not among that. */
export interface PostgresService extends Omit<Database, 'engine' | 'close'> {
  /** {@link Server.reset} */
  resetServer(dataset: Dataset, setup: string): Promise<void>;
  /** {@link Server.connect}, with what can cross to another worker of the session. */
  beginSession(
    to: ConnectionTarget,
  ): Promise<
    | { readonly kind: 'connected'; readonly settings: Session['settings'] }
    | { readonly kind: 'refused'; readonly report: ServerReport }
  >;
  /** {@link Session.exchange}, of the session that began last. */
  exchange(request: SessionRequest): Promise<Exchange>;
}

/** PostgreSQL, and the server behind it where others may have sessions of their own. */
export interface OpenPostgres {
  readonly database: Database;
  readonly server: Server | null;
}

/** What the side that owns the worker hears of it. */
export interface PostgresOwner {
  loading(progress: LoadProgress): void;
}

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
  open: (onProgress: (progress: LoadProgress) => void) => Promise<OpenPostgres>,
): void {
  let booted: Promise<OpenPostgres> | null = null;
  let session: Session | null = null;
  let connected: MessagePort | null = null;
  const opened = (): Promise<OpenPostgres> => (booted ??= open((progress) => void owner.loading.asEvent(progress)));
  const database = async (): Promise<Database> => (await opened()).database;
  const server = async (): Promise<Server> => {
    const { server: found } = await opened();
    if (!found) throw new Error('psql talks to the PostgreSQL of the course: another server is not for playing with.');
    return found;
  };
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
      await (await database()).reset(dataset);
    },
    resetServer: async (dataset, setup) => {
      session = null;
      await (await server()).reset(dataset, setup);
    },
    beginSession: async (to) => {
      const attempt = await (await server()).connect(to);
      if (attempt.kind === 'refused') return attempt;
      ({ session } = attempt);
      return { kind: 'connected', settings: session.settings };
    },
    exchange: (request) => {
      if (!session) throw new Error('There is no session.');
      return session.exchange(request);
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
