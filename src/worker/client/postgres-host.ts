import type { PostgresControl, PostgresOwner } from '../postgres-service';
import { connect } from '../rpc';
import type { WorkerHandle, Workers } from './workers';

interface Running {
  readonly worker: WorkerHandle;
  readonly ready: Promise<void>;
  isReady: boolean;
  isWorn: boolean;
  close(error: Error): void;
}

/** Owns the one worker that holds PostgreSQL: started when first needed, killed when a statement runs away. */
export class PostgresHost {
  readonly #workers: Workers;
  readonly #onLost: (error: Error) => void;
  #running: Running | null = null;

  /** @param onLost hears when the worker dies by itself, for example because memory ran out */
  constructor(workers: Workers, onLost: (error: Error) => void) {
    this.#workers = workers;
    this.#onLost = onLost;
  }

  /** Whether PostgreSQL can answer at once. */
  get isReady(): boolean {
    return this.#running?.isReady === true;
  }

  /** Whether a fresh one would be faster. */
  get isWorn(): boolean {
    return this.#running?.isWorn === true;
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
    const control = connect<PostgresControl, PostgresOwner>(worker, {
      worn: () => {
        running.isWorn = true;
      },
    });
    worker.onFailure((error) => {
      if (!control.$closed) control.$close(error);
      if (this.#running !== running) return;
      this.#running = null;
      this.#onLost(error);
    });
    const running: Running = {
      worker,
      ready: control.boot().then(() => {
        running.isReady = true;
      }),
      isReady: false,
      isWorn: false,
      close: (error) => {
        if (!control.$closed) control.$close(error);
      },
    };
    return running;
  }
}
