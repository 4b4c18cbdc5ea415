import type { Database, EngineName } from '../core/database';
import type { RunReport, RunRequest } from '../core/run-report';
import { type Channel, channelOf, isPortMessage } from './channel';
import { type Engines, execute, type RunListener } from './execute';
import type { PostgresService } from './postgres-service';
import { connect } from './rpc';

/** The engines that are PostgreSQL itself. */
export type PostgresName = Exclude<EngineName, 'pg-mem'>;

/** What the side that owns a run worker does for it. */
export interface RunHost extends RunListener {
  /** Sends a port to a PostgreSQL over the channel; resolves once it is ready. */
  connectPostgres(name: PostgresName): Promise<void>;
}

/** What a run worker can be asked. */
export interface RunService {
  run(request: RunRequest): Promise<RunReport>;
  /** Loads what nearly every run needs, so that the first one does not wait for it. */
  warm(): Promise<void>;
}

function remotePostgres(engine: PostgresName, port: MessagePort): Database {
  const remote = connect<PostgresService, object>(channelOf(port), {});
  return {
    engine,
    exec: (sql, parameters) => remote.exec(sql, parameters),
    reset: (dataset) => remote.reset(dataset),
    close: () => remote.close(),
  };
}

/** Serves runs on the channel, with pg-mem in this worker and PostgreSQL in another. */
export function serveRuns(channel: Channel): void {
  let pgMem: Promise<Database> | null = null;
  const opened = new Map<PostgresName, Promise<Database>>();
  let portArrived: (port: MessagePort) => void = () => undefined;
  channel.listen((message) => {
    if (isPortMessage(message)) portArrived(message.port);
  });

  const open = (name: PostgresName): Promise<Database> => {
    const known = opened.get(name);
    if (known) return known;
    const database = (async () => {
      const port = new Promise<MessagePort>((resolve) => {
        portArrived = resolve;
      });
      await host.connectPostgres(name);
      return remotePostgres(name, await port);
    })();
    opened.set(name, database);
    database.catch(() => opened.delete(name));
    return database;
  };
  const engines: Engines = {
    pgMem: () => (pgMem ??= import('../engine/pg-mem').then(({ PgMemDatabase }) => new PgMemDatabase())),
    postgres: () => open('postgres'),
    server: () => open('server'),
  };
  const service: RunService = {
    run: (request) =>
      // Events, not calls: an endless loop must not keep them from leaving.
      execute(request, engines, {
        waiting: () => void host.waiting.asEvent(),
        started: (engine) => void host.started.asEvent(engine),
        printed: (line) => void host.printed.asEvent(line),
      }),
    warm: async () => {
      await engines.pgMem();
    },
  };
  const host = connect<RunHost, RunService>(channel, service);
}
