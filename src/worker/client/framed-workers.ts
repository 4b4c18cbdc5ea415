import { channelOf } from '../channel';
import type { WorkerScripts } from './fetch-worker-scripts';
import { ProgramFrame } from './program-frame';
import { workerError } from './worker-error';
import type { WorkerHandle } from './workers';

/** Starts workers in a frame of the page: one frame for all of them, and a new one once that is lost. */
export class FramedWorkers {
  readonly #address: URL;
  readonly #fetchScripts: (library: string | null) => Promise<WorkerScripts>;
  #frame: ProgramFrame | null = null;
  /** What was fetched, by the library that it is; `null` stands for what every worker gets. */
  readonly #scripts = new Map<string | null, Promise<WorkerScripts>>();
  /** The workers of the frame, by who hears of their failures. */
  readonly #live = new Set<(error: Error) => void>();

  /**
   * @param address where the frame's page is
   * @param fetchScripts fetches the workers' scripts, or those of a library; done again only if it failed
   */
  constructor(address: URL, fetchScripts: (library: string | null) => Promise<WorkerScripts>) {
    this.#address = address;
    this.#fetchScripts = fetchScripts;
  }

  /** @param libraries what the worker must be able to load beyond what all of them are */
  start(libraries: readonly string[]): WorkerHandle {
    const frame = (this.#frame ??= this.#open());
    const line = new MessageChannel();
    const control = new MessageChannel();
    const listeners: ((error: Error) => void)[] = [];
    const fail = (error: Error): void => {
      this.#live.delete(fail);
      for (const listener of listeners) listener(error);
    };
    this.#live.add(fail);
    const fetched = Promise.all(libraries.map((library) => this.#fetch(library)));
    frame.start(line.port2, control.port2, fetched);
    fetched.catch((error: unknown) => {
      fail(error instanceof Error ? error : new Error(String(error)));
    });
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
    const frame = new ProgramFrame(this.#address, this.#fetch(null), (error) => {
      if (this.#frame === frame) this.#frame = null;
      for (const fail of [...this.#live]) fail(error);
    });
    return frame;
  }

  #fetch(library: string | null): Promise<WorkerScripts> {
    const known = this.#scripts.get(library);
    if (known) return known;
    const fetched = this.#fetchScripts(library);
    this.#scripts.set(library, fetched);
    fetched.catch(() => {
      this.#scripts.delete(library);
    });
    return fetched;
  }
}
