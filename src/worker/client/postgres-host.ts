import type { LoadProgress } from '../../core/load-progress';
import type { LossReason } from '../lent-server';
import type { PostgresControl, PostgresOwner } from '../postgres-service';
import { connect } from '../rpc';
import type { WorkerHandle } from './workers';

/** How long what an earlier run left under way may still take, in milliseconds. */
const DISCONNECT_LIMIT_MS = 1_000;

interface Running {
  readonly worker: WorkerHandle;
  readonly ready: Promise<void>;
  isReady: boolean;
  disconnect(): Promise<void>;
  close(error: Error): void;
}

/** Owns the one worker that holds a PostgreSQL: started when first needed, killed when a statement runs away. */
export class PostgresHost {
  readonly #startWorker: () => WorkerHandle;
  readonly #onLost: (error: Error) => void;
  #running: Running | null = null;
  readonly #watchers = new Set<(progress: LoadProgress) => void>();
  /** Tells whoever has the line that they have it no longer. */
  #tellHolder: (reason: LossReason) => void = () => undefined;

  /** @param onLost hears when the worker dies by itself, for example because memory ran out */
  constructor(startWorker: () => WorkerHandle, onLost: (error: Error) => void) {
    this.#startWorker = startWorker;
    this.#onLost = onLost;
  }

  /** Whether PostgreSQL can answer at once. */
  get isReady(): boolean {
    return this.#running?.isReady === true;
  }

  /**
   * Gives a worker the line to PostgreSQL; whoever had it before has it no longer.
   * @param onLost hears when that happens to this one
   * @throws Error when PostgreSQL cannot be loaded
   */
  async connect(client: WorkerHandle, onLost: (reason: LossReason) => void = () => undefined): Promise<void> {
    this.#lose('taken');
    await this.#disconnect();
    await this.ready();
    this.#tellHolder = onLost;
    const { port1, port2 } = new MessageChannel();
    this.#running?.worker.post({ kind: 'port', port: port1 }, [port1]);
    client.post({ kind: 'port', port: port2 }, [port2]);
  }

  /** Loads PostgreSQL if need be; rejects when it cannot be had. */
  async ready(): Promise<void> {
    const running = (this.#running ??= this.#start());
    try {
      await running.ready;
    } catch (error) {
      // The next one who asks may have more luck.
      if (this.#running === running) this.kill();
      throw error;
    }
  }

  /** Tells how much has arrived while PostgreSQL loads. @returns what ends that */
  watch(listener: (progress: LoadProgress) => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  kill(): void {
    this.#lose('taken');
    this.#running?.close(new Error('PostgreSQL was stopped.'));
    this.#running?.worker.terminate();
    this.#running = null;
  }

  #lose(reason: LossReason): void {
    const tell = this.#tellHolder;
    this.#tellHolder = () => undefined;
    tell(reason);
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
    const worker = this.#startWorker();
    const control = connect<PostgresControl, PostgresOwner>(worker, {
      loading: (progress) => {
        for (const watcher of this.#watchers) watcher(progress);
      },
    });
    worker.onFailure((error) => {
      if (!control.$closed) control.$close(error);
      if (this.#running !== running) return;
      this.#running = null;
      this.#lose('broken');
      this.#onLost(error);
    });
    const running: Running = {
      worker,
      ready: control.boot().then(() => {
        running.isReady = true;
      }),
      isReady: false,
      disconnect: () => control.disconnect(),
      close: (error) => {
        if (!control.$closed) control.$close(error);
      },
    };
    return running;
  }
}
