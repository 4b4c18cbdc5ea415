import { type MessagePort as NodeMessagePort, parentPort, type Transferable, workerData } from 'node:worker_threads';
import { bootPostgres } from '../../engine/postgres';
import type { Channel } from '../channel';
import { servePostgres } from '../postgres-service';
import { serveRuns } from '../run-service';
import { makeFunction } from '../../core/make-function';
import { readSnapshot } from '../../engine/snapshot/read-snapshot';
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
const { service, snapshot } = workerData as WorkerData;
// The program's machine is its author's own: nothing is taken from it here.
if (service === 'run') serveRuns(channel, { makeFunction, lockDown: () => undefined });
else
  servePostgres(channel, () =>
    bootPostgres(
      () => import('@electric-sql/pglite'),
      () => readSnapshot(snapshot),
    ),
  );
