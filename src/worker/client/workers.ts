import type { Channel } from '../channel';

/** A worker died because what ran there took all the memory that there was for it. */
export class OutOfMemoryError extends Error {
  override readonly name = 'OutOfMemoryError';
}

/** A worker seen from the side that started it. */
export interface WorkerHandle extends Channel {
  /** Called when the worker dies by itself or could not start; with an {@link OutOfMemoryError} when that was why. */
  onFailure(listener: (error: Error) => void): void;
  terminate(): void;
}

/**
 * What a run worker is for: a program of a learner's, which may take all memory and so end whatever shares a process
 * with it, or any other code.
 */
export type RunPurpose = 'program' | 'other';

/** Starts workers: the page and Node each have their own way. */
export interface Workers {
  /** @param libraries those of core/libraries-of.ts that the worker must be able to load */
  startRun(purpose: RunPurpose, libraries: readonly string[]): WorkerHandle;
  startPostgres(): WorkerHandle;
  /** For runs in Python, which has a PostgreSQL of its own beside it. */
  startPython(): WorkerHandle;
  /** Begins a session on the server that DATABASE_URL names; a page has none. */
  startServer?(): WorkerHandle;
}
