import type { PostgresControl } from '../postgres-service';
import { connect } from '../rpc';
import type { WorkerHandle } from './workers';

interface Running {
  readonly worker: WorkerHandle;
  readonly ready: Promise<void>;
  close(error: Error): void;
}

/** Owns the one worker that holds a PostgreSQL: started when first needed, killed when a statement runs away. */
export class PostgresHost {
  readonly #startWorker: () => WorkerHandle;
  #running: Running | null = null;

  constructor(startWorker: () => WorkerHandle) {
    this.#startWorker = startWorker;
  }

  /** Gives a worker a line to PostgreSQL. @throws Error when PostgreSQL cannot be loaded */
  async connect(client: WorkerHandle): Promise<void> {
    const running = (this.#running ??= this.#start());
    try {
      await running.ready;
    } catch (error) {
      this.kill();
      throw error;
    }
    const { port1, port2 } = new MessageChannel();
    running.worker.post({ kind: 'port', port: port1 }, [port1]);
    client.post({ kind: 'port', port: port2 }, [port2]);
  }

  kill(): void {
    this.#running?.close(new Error('PostgreSQL was stopped.'));
    this.#running?.worker.terminate();
    this.#running = null;
  }

  #start(): Running {
    const worker = this.#startWorker();
    const control = connect<PostgresControl, object>(worker, {});
    worker.onFailure((error) => {
      control.$close(error);
      if (this.#running?.worker === worker) this.#running = null;
    });
    return {
      worker,
      ready: control.boot(),
      close: (error) => {
        if (!control.$closed) control.$close(error);
      },
    };
  }
}
