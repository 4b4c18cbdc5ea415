import type { WorkerScripts } from './fetch-worker-scripts';
import { OutOfMemoryError } from './workers';

/** How often a frame is looked at after something was sent there, in milliseconds. */
const LOOK_MS = 100;
/** How often it is looked at once nothing was sent there for {@link QUIET_MS}, in milliseconds. */
const RARE_LOOK_MS = 1_000;
/** So long after the last message to it most likely nothing runs there any more, in milliseconds. */
const QUIET_MS = 20_000;
/** How long a frame may take to load, in milliseconds. */
const LOAD_LIMIT_MS = 20_000;
/** How often a frame is loaded: one that follows a crash at once may not come up. */
const ATTEMPTS = 2;
/** How long what a page has loaded may take to show itself to the page around, in milliseconds. */
const ARRIVAL_MS = 2_000;

const NOT_LOADED = 'A worker could not be loaded. Are you offline?';

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
  #element: HTMLIFrameElement | null = null;
  readonly #ready: Promise<Window>;
  readonly #onLost: (error: Error) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isLost = false;
  #watchedUntil = 0;
  #isOpen = false;
  /** What was sent there: a megabyte is not sent twice. */
  readonly #sent = new Set<WorkerScripts>();

  /** @param onLost hears, once, when the frame cannot be used, or not any more */
  constructor(address: URL, scripts: Promise<WorkerScripts>, onLost: (error: Error) => void) {
    this.#onLost = onLost;
    this.#ready = this.#load(address, scripts);
    this.#ready.then(
      () => {
        this.#isOpen = true;
        this.#look();
      },
      (error: unknown) => {
        this.#lose(error instanceof Error ? error : new Error(String(error)));
      },
    );
  }

  /**
   * Starts a worker there.
   * @param line leads to the worker
   * @param control ends the worker with a message, and hears of its failures
   * @param libraries what it may load beyond what every worker may
   */
  start(line: MessagePort, control: MessagePort, libraries: Promise<readonly WorkerScripts[]>): void {
    Promise.all([this.#ready, libraries]).then(
      ([frame, all]) => {
        for (const scripts of all) {
          if (!this.#sent.has(scripts)) frame.postMessage(scripts, '*');
          this.#sent.add(scripts);
        }
        // Its origin has no name.
        frame.postMessage({ kind: 'start' }, '*', [line, control]);
      },
      () => {
        // Whoever waits for it has heard.
      },
    );
  }

  /** Something was sent there, and may take its memory soon. */
  watch(): void {
    const isWatched = performance.now() < this.#watchedUntil;
    this.#watchedUntil = performance.now() + QUIET_MS;
    if (!isWatched) this.#look();
  }

  get #isThere(): boolean {
    return (this.#element?.contentWindow?.length ?? 0) > 0;
  }

  async #load(address: URL, scripts: Promise<WorkerScripts>): Promise<Window> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const [texts, hasArrived] = await Promise.all([scripts, this.#loadElement(address)]);
      const frame = this.#element?.contentWindow;
      if (frame && hasArrived) {
        frame.postMessage(texts, '*');
        return frame;
      }
      this.#element?.remove();
    }
    throw new Error(NOT_LOADED);
  }

  /** @returns whether our page is in the frame now */
  async #loadElement(address: URL): Promise<boolean> {
    const element = document.createElement('iframe');
    this.#element = element;
    element.setAttribute('sandbox', 'allow-scripts');
    element.title = 'Where programs run';
    element.hidden = true;
    element.src = address.href;
    const loaded = new Promise((resolve) => {
      element.addEventListener('load', resolve, { once: true });
    });
    document.body.append(element);
    await Promise.race([loaded, wait(LOAD_LIMIT_MS)]);
    // The browser loads a page of its own where it cannot load ours, and says nothing.
    for (let waited = 0; !this.#isThere && waited < ARRIVAL_MS; waited += LOOK_MS) await wait(LOOK_MS);
    return this.#isThere;
  }

  #look(): void {
    clearTimeout(this.#timer);
    if (!this.#isOpen || this.#isLost) return;
    const pause = performance.now() < this.#watchedUntil ? LOOK_MS : RARE_LOOK_MS;
    this.#timer = setTimeout(() => {
      if (this.#isThere) this.#look();
      else this.#lose(new OutOfMemoryError('What runs programs ran out of memory.'));
    }, pause);
  }

  #lose(error: Error): void {
    if (this.#isLost) return;
    this.#isLost = true;
    clearTimeout(this.#timer);
    this.#element?.remove();
    this.#onLost(error);
  }
}
