import { channelOf } from '../channel';
import type { WorkerScripts } from './fetch-worker-scripts';
import { ProgramFrame } from './program-frame';
import { workerError } from './worker-error';
import type { WorkerHandle } from './workers';

/** Starts workers in a frame of the page: one frame for all of them, and a new one once that is lost. */
export class FramedWorkers {
  readonly #address: URL;
  readonly #fetchScripts: () => Promise<WorkerScripts>;
  #frame: ProgramFrame | null = null;
  #scripts: Promise<WorkerScripts> | null = null;
  /** The workers of the frame, by who hears of their failures. */
  readonly #live = new Set<(error: Error) => void>();

  /**
   * @param address where the frame's page is
   * @param fetchScripts fetches the workers' scripts; done again only if it failed
   */
  constructor(address: URL, fetchScripts: () => Promise<WorkerScripts>) {
    this.#address = address;
    this.#fetchScripts = fetchScripts;
  }

  start(): WorkerHandle {
    const frame = (this.#frame ??= this.#open());
    const line = new MessageChannel();
    const control = new MessageChannel();
    frame.start(line.port2, control.port2);
    const listeners: ((error: Error) => void)[] = [];
    const fail = (error: Error): void => {
      this.#live.delete(fail);
      for (const listener of listeners) listener(error);
    };
    this.#live.add(fail);
    control.port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (this.#live.has(fail)) fail(workerError(String(data)));
    };
    const channel = channelOf(line.port1);
    return {
      ...channel,
      post: (message, transfer) => {
        frame.watch();
        channel.post(message, transfer);
      },
      onFailure: (listener) => {
        listeners.push(listener);
      },
      terminate: () => {
        this.#live.delete(fail);
        control.port1.postMessage(null);
        line.port1.close();
      },
    };
  }

  #open(): ProgramFrame {
    this.#scripts ??= this.#fetchScripts();
    this.#scripts.catch(() => {
      this.#scripts = null;
    });
    const frame = new ProgramFrame(this.#address, this.#scripts, (error) => {
      if (this.#frame === frame) this.#frame = null;
      for (const fail of [...this.#live]) fail(error);
    });
    return frame;
  }
}
