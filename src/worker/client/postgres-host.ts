import type { PostgresControl } from '../postgres-service';
import { connect } from '../rpc';
import type { WorkerHandle, Workers } from './workers';

interface Running {
  readonly worker: WorkerHandle;
  readonly ready: Promise<void>;
  isReady: boolean;
  close(error: Error): void;
}

/** Owns the one worker that holds PostgreSQL: started when first needed, killed when a statement runs away. */
export class PostgresHost {
  readonly #workers: Workers;
  #running: Running | null = null;

  constructor(workers: Workers) {
    this.#workers = workers;
  }

  /** Whether PostgreSQL can answer at once. */
  get isReady(): boolean {
    return this.#running?.isReady === true;
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
    const worker = this.#workers.startPostgres();
    const control = connect<PostgresControl, object>(worker, {});
    worker.onFailure((error) => {
      control.$close(error);
      if (this.#running?.worker === worker) this.#running = null;
    });
    const running: Running = {
      worker,
      ready: control.boot().then(() => {
        running.isReady = true;
      }),
      isReady: false,
      close: (error) => {
        if (!control.$closed) control.$close(error);
      },
    };
    return running;
  }
}
