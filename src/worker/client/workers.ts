import type { Channel } from '../channel';

/** A worker seen from the side that started it. */
export interface WorkerHandle extends Channel {
  /** Called when the worker dies by itself or could not start. */
  onFailure(listener: (error: Error) => void): void;
  terminate(): void;
}

/** Starts workers: the page and Node each have their own way. */
export interface Workers {
  startRun(): WorkerHandle;
  startPostgres(): WorkerHandle;
  /** Begins a session on the server that DATABASE_URL names; a page has none. */
  startServer?(): WorkerHandle;
}
