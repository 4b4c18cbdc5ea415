import { type MessagePort as NodeMessagePort, parentPort, type Transferable, workerData } from 'node:worker_threads';
import { bootPostgres } from '../../engine/postgres';
import type { Channel } from '../channel';
import { servePostgres } from '../postgres-service';
import { serveRuns } from '../run-service';
import { makeFunction } from '../../core/make-function';
import { readSnapshot } from '../../engine/snapshot/read-snapshot';
import type { ProgramScope } from '../../languages/language-runner';
import { nodePython } from '../../languages/python/setup/node-python';
import { limitMemory } from '../limit-memory';
import { openPython } from '../open-python';
import type { WorkerData } from './worker-data';

function channelOf(port: NodeMessagePort): Channel {
  return {
    post: (message, transfer = []) => {
      port.postMessage(message, transfer as readonly unknown[] as readonly Transferable[]);
    },
    listen: (listener) => {
      port.on('message', listener);
    },
  };
}

if (!parentPort) throw new Error('This module is the entry of a worker thread.');
const channel = channelOf(parentPort);
const { service, snapshot, root } = workerData as WorkerData;
const openPostgres = (): ReturnType<typeof bootPostgres> =>
  bootPostgres(
    () => import('@electric-sql/pglite'),
    () => readSnapshot(snapshot),
  );
// The program's machine is its author's own: nothing is taken from it here.
const scope: ProgramScope = { makeFunction, lockDown: () => undefined };
switch (service) {
  case 'run':
    serveRuns(channel, scope);
    break;
  case 'python':
    limitMemory();
    serveRuns(channel, scope, () =>
      openPython(
        openPostgres,
        nodePython(root, () => import('pyodide')),
      ),
    );
    break;
  case 'postgres':
    servePostgres(channel, openPostgres);
}
