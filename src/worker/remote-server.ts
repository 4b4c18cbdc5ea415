import type { Server } from '../core/server';
import type { PostgresService } from './postgres-service';
import type { connect } from './rpc';

/** The server behind a line to the worker that holds PostgreSQL. */
export function remoteServer(remote: ReturnType<typeof connect<PostgresService, object>>): Server {
  return {
    reset: (dataset, setup = '') => remote.resetServer(dataset, setup),
    connect: async (to) => {
      const attempt = await remote.beginSession(to);
      if (attempt.kind === 'refused') return attempt;
      const { settings } = attempt;
      return { kind: 'connected', session: { ...to, settings, exchange: (request) => remote.exchange(request) } };
    },
    // Whoever holds the worker ends what goes on in it.
    abandon: () => undefined,
    close: () => Promise.resolve(),
  };
}
