import { isPortMessage, channelOf } from '../../worker/channel';
import { PostgresHost } from '../../worker/client/postgres-host';
import type { WorkerHandle, Workers } from '../../worker/client/workers';
import { LentServer } from '../../worker/lent-server';
import type { PostgresService } from '../../worker/postgres-service';
import { connect } from '../../worker/rpc';

/** Takes the port that a host sends to a worker: here psql is in the same thread as the host. */
function portReceiver(take: (port: MessagePort) => void): WorkerHandle {
  return {
    post: (message) => {
      if (isPortMessage(message)) take(message.port);
    },
    listen: () => undefined,
    onFailure: () => undefined,
    terminate: () => undefined,
  };
}

/** The embedded PostgreSQL in a thread of its own, so that Ctrl-C can end what it does. */
export function courseServer(workers: Pick<Workers, 'startPostgres'>): { server: LentServer; close: () => void } {
  // It tells the one who has the line, too, when the thread ends by itself.
  const host = new PostgresHost(
    () => workers.startPostgres(),
    () => undefined,
  );
  const server = new LentServer({
    borrow: async () => {
      const ports: MessagePort[] = [];
      const receiver = portReceiver((port) => {
        ports.push(port);
      });
      await host.connect(receiver, (reason) => {
        server.lose(reason);
      });
      const [port] = ports;
      if (!port) throw new Error('PostgreSQL was not connected.');
      return connect<PostgresService, object>(channelOf(port), {});
    },
    giveUp: () => {
      host.kill();
    },
  });
  return {
    server,
    close: () => {
      host.kill();
    },
  };
}
