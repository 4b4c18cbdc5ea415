import type { PostgresSource } from '../browser/postgres-source';
import { channelOf } from '../channel';
// By this name, and from this path, the bundler knows what starts a worker: src/plugin/worker-bundler-config.ts.
import { PolicyWorker } from './policy-worker';
import type { WorkerHandle, Workers } from './workers';

/** The page's workers: those that {@link Workers} names, and those in which checks and psql's consoles run. */
export interface BrowserWorkers extends Workers {
  startCheck(): WorkerHandle;
  startConsole(): WorkerHandle;
}

function handleOf(worker: Worker): WorkerHandle {
  return {
    ...channelOf(worker),
    onFailure: (listener) => {
      worker.addEventListener('error', (event) => {
        // Otherwise the browser reports it a second time, as an error of the page.
        event.preventDefault();
        listener(new Error(event.message.replace(/^Uncaught Error: /, '') || 'A worker could not be started.'));
      });
    },
    terminate: () => {
      worker.terminate();
    },
  };
}

/** @param postgres where PGlite is on this site */
export function startBrowserWorkers(postgres: PostgresSource): BrowserWorkers {
  return {
    startRun: () => handleOf(new PolicyWorker(new URL('../browser/run.worker.ts', import.meta.url))),
    startCheck: () => handleOf(new PolicyWorker(new URL('../browser/check.worker.ts', import.meta.url))),
    startConsole: () => handleOf(new PolicyWorker(new URL('../browser/console.worker.ts', import.meta.url))),
    startPostgres: () =>
      handleOf(
        new PolicyWorker(new URL('../browser/postgres.worker.ts', import.meta.url), { name: JSON.stringify(postgres) }),
      ),
  };
}
