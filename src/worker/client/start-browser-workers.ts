import type { PythonSource } from '../browser/python-source';
import { channelOf } from '../channel';
// By their names, and from these paths, the bundler knows what starts a worker: src/plugin/worker-bundler-config.ts.
import { fetchWorkerScripts } from './fetch-worker-scripts';
import { FramedWorkers } from './framed-workers';
import { PolicyWorker } from './policy-worker';
import { workerError } from './worker-error';
import { WorkerScript } from './worker-script';
import type { WorkerHandle, Workers } from './workers';

export type { PythonSource } from '../browser/python-source';

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
        listener(workerError(event.message));
      });
    },
    terminate: () => {
      worker.terminate();
    },
  };
}

/**
 * @param python where Pyodide is on this site, and PGlite
 * @param programFrame the address of the page in which learners' programs run: `static/program/`
 */
export function startBrowserWorkers(python: PythonSource, programFrame: URL): BrowserWorkers {
  const { address } = new WorkerScript(
    // Its name tells src/plugin/list-worker-scripts.ts which scripts to list.
    /* webpackChunkName: "run-worker" */ new URL('../browser/run.worker.ts', import.meta.url),
  );
  const framed = new FramedWorkers(programFrame, (library) => fetchWorkerScripts(address, library));
  return {
    startRun: (purpose, libraries) =>
      // The latter loads what it needs by itself.
      purpose === 'program' ? framed.start(libraries) : handleOf(new PolicyWorker(address)),
    startCheck: () => handleOf(new PolicyWorker(new URL('../browser/check.worker.ts', import.meta.url))),
    startConsole: () => handleOf(new PolicyWorker(new URL('../browser/console.worker.ts', import.meta.url))),
    startPostgres: () =>
      handleOf(
        new PolicyWorker(new URL('../browser/postgres.worker.ts', import.meta.url), {
          name: JSON.stringify(python.postgres),
        }),
      ),
    startPython: () =>
      handleOf(
        new PolicyWorker(new URL('../browser/python.worker.ts', import.meta.url), { name: JSON.stringify(python) }),
      ),
  };
}
