import type { Database, EngineName } from '../core/database';
import type { Language } from '../core/language';
import type { LoadProgress } from '../core/load-progress';
import type { RunReport, RunRequest } from '../core/run-report';
import type { ProgramScope } from '../languages/language-runner';
import { type Channel, channelOf, isPortMessage } from './channel';
import { type Engines, execute, loadRunner, noPython, type PythonEngine, type RunListener } from './execute';
import type { PostgresService } from './postgres-service';
import { remoteServer } from './remote-server';
import { connect } from './rpc';

/** The engines that are PostgreSQL itself. */
export type PostgresName = Exclude<EngineName, 'pg-mem'>;

/** What the side that owns a run worker does for it. */
export interface RunHost extends RunListener {
  /** Sends a port to the PostgreSQL that the run asks for over the channel; resolves once it is ready. */
  connectPostgres(): Promise<void>;
  /** What loads in the run's own worker, and how far it is. */
  loading(progress: LoadProgress): void;
}

/** What a run worker can be asked. */
export interface RunService {
  run(request: RunRequest): Promise<RunReport>;
  /** Loads what a run in a language needs before there is one, and pg-mem if that will answer. */
  warm(language: Language, pgMem: boolean): Promise<void>;
}

type Remote = ReturnType<typeof connect<PostgresService, object>>;

function remotePostgres(engine: PostgresName, remote: Remote): Database {
  return {
    engine,
    exec: (sql, parameters) => remote.exec(sql, parameters),
    reset: (dataset) => remote.reset(dataset),
    // It is not this worker's to end.
    close: () => Promise.resolve(),
  };
}

/**
 * Serves runs on the channel, with pg-mem in this worker and PostgreSQL in another.
 * @param openPython boots Python, with a PostgreSQL beside it, where this is its worker; it may tell how much has arrived,
 * then and whenever it loads more
 */
export function serveRuns(
  channel: Channel,
  scope: ProgramScope,
  openPython: (onProgress: (progress: LoadProgress) => void) => Promise<PythonEngine> = noPython,
): void {
  let python: Promise<PythonEngine> | null = null;
  let pgMem: Promise<Database> | null = null;
  let portArrived: (port: MessagePort) => void = () => undefined;
  channel.listen((message) => {
    if (isPortMessage(message)) portArrived(message.port);
  });

  // A line of its own for each run: another worker has had it since.
  const openLine = async (): Promise<Remote> => {
    const port = new Promise<MessagePort>((resolve) => {
      portArrived = resolve;
    });
    await host.connectPostgres();
    return connect<PostgresService, object>(channelOf(await port), {});
  };
  const engines: Engines = {
    pgMem: () => (pgMem ??= import('../engine/pg-mem').then(({ PgMemDatabase }) => new PgMemDatabase())),
    postgres: async () => remotePostgres('postgres', await openLine()),
    server: async () => remotePostgres('server', await openLine()),
    sessions: async () => remoteServer(await openLine()),
    python: () => {
      python ??= openPython((progress) => void host.loading.asEvent(progress)).catch((error: unknown) => {
        // The next one who asks may have more luck.
        python = null;
        throw error;
      });
      return python;
    },
  };
  const service: RunService = {
    run: (request) =>
      // Events, not calls: an endless loop must not keep them from leaving.
      execute(
        request,
        engines,
        {
          waiting: () => void host.waiting.asEvent(),
          started: (engine) => void host.started.asEvent(engine),
          printed: (line) => void host.printed.asEvent(line),
        },
        scope,
      ),
    warm: async (language, pgMem) => {
      await Promise.all([loadRunner(language), language === 'python' ? engines.python() : pgMem && engines.pgMem()]);
    },
  };
  const host = connect<RunHost, RunService>(channel, service);
}
