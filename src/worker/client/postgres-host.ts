import type { PostgresControl } from '../postgres-service';
import { connect } from '../rpc';
import type { WorkerHandle, Workers } from './workers';

/** How long statements of an earlier run may take to end, in milliseconds, before they are ended. */
const DISCONNECT_LIMIT_MS = 1_000;

interface Running {
  readonly worker: WorkerHandle;
  readonly ready: Promise<void>;
  disconnect(): Promise<void>;
  close(error: Error): void;
}

/** Owns the one worker that holds PostgreSQL: started when first needed, killed when a statement runs away. */
export class PostgresHost {
  readonly #workers: Workers;
  #running: Running | null = null;

  constructor(workers: Workers) {
    this.#workers = workers;
  }

  /**
   * Gives a worker the line to PostgreSQL; whoever had it before has it no longer.
   * @throws Error when PostgreSQL cannot be loaded
   */
  async connect(client: WorkerHandle): Promise<void> {
    await this.#disconnect();
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

  /** Resolves when PostgreSQL is loaded, rejects when it cannot be. */
  ready(): Promise<void> {
    return (this.#running ??= this.#start()).ready;
  }

  kill(): void {
    this.#running?.close(new Error('PostgreSQL was stopped.'));
    this.#running?.worker.terminate();
    this.#running = null;
  }

  /** What an earlier run left under way must neither mix with the next one nor keep it waiting. */
  async #disconnect(): Promise<void> {
    const running = this.#running;
    if (!running) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      await running.ready;
      await Promise.race([
        running.disconnect(),
        new Promise((_resolve, reject) => {
          timer = setTimeout(() => {
            reject(new Error('PostgreSQL is busy.'));
          }, DISCONNECT_LIMIT_MS);
        }),
      ]);
    } catch {
      if (this.#running === running) this.kill();
    } finally {
      clearTimeout(timer);
    }
  }

  #start(): Running {
    const worker = this.#workers.startPostgres();
    const control = connect<PostgresControl, object>(worker, {});
    worker.onFailure((error) => {
      control.$close(error);
      if (this.#running?.worker === worker) this.#running = null;
    });
    return {
      worker,
      ready: control.boot(),
      disconnect: () => control.disconnect(),
      close: (error) => {
        if (!control.$closed) control.$close(error);
      },
    };
  }
}
