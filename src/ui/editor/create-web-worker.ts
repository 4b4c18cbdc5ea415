import { editor } from 'monaco-editor/editor';

interface WorkerDescription {
  createWorker(): Worker;
  /** Handed to the worker's own factory. */
  createData: unknown;
  host?: Record<string, (...args: unknown[]) => unknown>;
  keepIdleModels?: boolean;
}

/**
 * Stands in for the module of Monaco's that starts the workers of its languages (see bundler-config.ts). Monaco's own
 * imports every feature that Monaco has, 400 KB of them that we left out on purpose.
 */
export function createWebWorker<Api extends object>(description: WorkerDescription): editor.MonacoWebWorker<Api> {
  const worker = description.createWorker();
  // The worker's script takes the first message for a sign that someone is there, and the second for its data.
  worker.postMessage('ignore');
  worker.postMessage(description.createData);
  return editor.createWebWorker<Api>({
    worker,
    ...(description.host === undefined ? {} : { host: description.host }),
    ...(description.keepIdleModels === undefined ? {} : { keepIdleModels: description.keepIdleModels }),
  });
}
