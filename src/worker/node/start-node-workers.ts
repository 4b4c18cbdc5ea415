import { type Transferable, Worker } from 'node:worker_threads';
import type { ServerEngine } from '../../engine/server/server-engine';
import { ensureLibrary } from '../../languages/python/setup/ensure-library';
import { ensurePackages } from '../../languages/python/setup/ensure-packages';
import { snapshotFile } from '../../engine/snapshot/ensure-snapshot';
import { OutOfMemoryError, type WorkerHandle, type Workers } from '../client/workers';
import { bundleWorker } from './bundle-worker';
import { serveServer } from './serve-server';
import type { WorkerData } from './worker-data';

function start(entry: string, data: WorkerData): WorkerHandle {
  const worker = new Worker(entry, {
    workerData: data,
    // Nothing of the surroundings: neither variables nor arguments.
    env: {},
    argv: [],
    execArgv: [],
    stdout: false,
    stderr: false,
    resourceLimits: { maxOldGenerationSizeMb: data.service === 'run' ? 512 : 2048 },
  });
  worker.unref();
  return {
    post: (message, transfer = []) => {
      worker.postMessage(message, transfer as readonly unknown[] as readonly Transferable[]);
    },
    listen: (listener) => {
      worker.on('message', listener);
    },
    onFailure: (listener) => {
      worker.on('error', (error) => {
        const ranOut = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
        listener(ranOut ? new OutOfMemoryError(error.message) : error);
      });
      worker.on('exit', () => {
        listener(new Error('The worker ended.'));
      });
    },
    terminate: () => {
      void worker.terminate();
    },
  };
}

/** Prepares Python's library and packages from here: a worker has no variables, and so does not find pip. */
function preparePython(root: string): void {
  ensureLibrary(root);
  try {
    ensurePackages(root);
  } catch {
    // Whoever imports one of them will be told.
  }
}

/**
 * Node's worker threads: for runs, for PostgreSQL, for Python with a PostgreSQL of its own. They do not keep the process alive.
 * @param root the project's folder
 * @param server the real server, for whoever asks for it
 */
export function startNodeWorkers(root: string, server?: ServerEngine): Workers {
  const entry = bundleWorker(root);
  const shared = { snapshot: snapshotFile(root), root };
  return {
    startRun: () => start(entry, { service: 'run', ...shared }),
    startPostgres: () => start(entry, { service: 'postgres', ...shared }),
    startPython: () => {
      preparePython(root);
      return start(entry, { service: 'python', ...shared });
    },
    ...(server ? { startServer: () => serveServer(server) } : {}),
  };
}
