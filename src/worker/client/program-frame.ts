import type { WorkerScripts } from './fetch-worker-scripts';
import { OutOfMemoryError } from './workers';

/** How often a frame is looked at while something may run in it, in milliseconds. */
const LOOK_MS = 100;
/** So long after the last message to it nothing runs there any more, in milliseconds. */
const QUIET_MS = 20_000;
/** How long what a page has loaded may take to show itself to the page around, in milliseconds. */
const ARRIVAL_MS = 2_000;

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * A frame in which workers are started, so that a program that takes all memory ends no more than that. Chromium gives
 * a frame with `sandbox` and a page of its own (`static/program/`) a process of its own; other browsers do not, and
 * there it is only in between.
 *
 * No event tells that a frame's process has ended. But with it go the frames within that frame, and how many there are
 * each page may count, whatever the frame is busy with.
 */
export class ProgramFrame {
  readonly #element = document.createElement('iframe');
  readonly #ready: Promise<Window>;
  readonly #onLost: (error: Error) => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #watchedUntil = 0;
  #isOpen = false;

  /** @param onLost hears, once, when the frame cannot be used, or not any more */
  constructor(address: URL, scripts: Promise<WorkerScripts>, onLost: (error: Error) => void) {
    this.#onLost = onLost;
    this.#element.setAttribute('sandbox', 'allow-scripts');
    this.#element.title = 'Where programs run';
    this.#element.hidden = true;
    this.#element.src = address.href;
    this.#ready = this.#load(scripts);
    this.#ready.then(
      () => {
        this.#isOpen = true;
      },
      (error: unknown) => {
        this.#lose(error instanceof Error ? error : new Error(String(error)));
      },
    );
    document.body.append(this.#element);
  }

  /**
   * Starts a worker there.
   * @param line leads to the worker
   * @param control ends the worker with a message, and hears of its failures
   */
  start(line: MessagePort, control: MessagePort): void {
    this.#ready.then(
      (frame) => {
        // Its origin has no name.
        frame.postMessage({ kind: 'start' }, '*', [line, control]);
      },
      () => {
        // Whoever waits for it has heard.
      },
    );
  }

  /** Looks after the frame from now on, for a while: something runs there. */
  watch(): void {
    this.#watchedUntil = performance.now() + QUIET_MS;
    this.#timer ??= setInterval(() => {
      this.#look();
    }, LOOK_MS);
  }

  get #isThere(): boolean {
    return (this.#element.contentWindow?.length ?? 0) > 0;
  }

  async #load(scripts: Promise<WorkerScripts>): Promise<Window> {
    const loaded = new Promise((resolve) => {
      this.#element.addEventListener('load', resolve, { once: true });
    });
    const [texts] = await Promise.all([scripts, loaded]);
    // The browser loads a page of its own where it cannot load ours, and says nothing.
    for (let waited = 0; !this.#isThere && waited < ARRIVAL_MS; waited += LOOK_MS) await wait(LOOK_MS);
    const frame = this.#element.contentWindow;
    if (!frame || !this.#isThere) throw new Error('A worker could not be loaded. Are you offline?');
    frame.postMessage(texts, '*');
    return frame;
  }

  #look(): void {
    if (!this.#isOpen) return;
    if (!this.#isThere) this.#lose(new OutOfMemoryError('What runs programs ran out of memory.'));
    else if (performance.now() > this.#watchedUntil) this.#rest();
  }

  #rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #lose(error: Error): void {
    this.#rest();
    if (!this.#element.isConnected) return;
    this.#element.remove();
    this.#onLost(error);
  }
}
