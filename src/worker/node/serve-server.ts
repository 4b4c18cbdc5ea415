import type { ServerEngine } from '../../engine/server/server-engine';
import { channelOf } from '../channel';
import type { WorkerHandle } from '../client/workers';
import { servePostgres } from '../postgres-service';

/**
 * A server in the place of the worker that holds PostgreSQL. It needs no thread: what takes time happens elsewhere. The
 * engine stays with whoever made it, and closes it.
 */
export function serveServer(engine: ServerEngine): WorkerHandle {
  const { port1, port2 } = new MessageChannel();
  servePostgres(channelOf(port1), async () => ({ database: await engine.open(), server: null }));
  return {
    ...channelOf(port2),
    onFailure: () => {
      // It lives and dies with this process.
    },
    terminate: () => {
      port1.close();
      engine.abandon();
    },
  };
}
