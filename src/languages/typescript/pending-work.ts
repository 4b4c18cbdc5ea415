type Callback = (...args: unknown[]) => void;
type Handle = ReturnType<typeof setTimeout>;

/** The timers that a program gets in place of the global ones. */
export interface Timers {
  readonly setTimeout: (callback: Callback, ms?: number, ...args: unknown[]) => Handle;
  readonly clearTimeout: (handle: Handle | undefined) => void;
  readonly setInterval: (callback: Callback, ms?: number, ...args: unknown[]) => Handle;
  readonly clearInterval: (handle: Handle | undefined) => void;
}

/**
 * What a program has started and not waited for: timers and statements. As in Node, a program is over when nothing
 * of it is left to happen, not when its last line has run.
 */
export class PendingWork {
  readonly #open = new Map<unknown, { readonly over: Promise<void>; end(): void }>();
  readonly #failed: (thrown: unknown) => void;

  /** @param failed hears of what a timer's callback throws */
  constructor(failed: (thrown: unknown) => void) {
    this.#failed = failed;
  }

  readonly timers: Timers = {
    setTimeout: (callback, ms, ...args) => {
      const handle: Handle = setTimeout(() => {
        this.#call(callback, args);
        this.#end(handle);
      }, ms);
      this.#begin(handle);
      return handle;
    },
    clearTimeout: (handle) => {
      clearTimeout(handle);
      this.#end(handle);
    },
    setInterval: (callback, ms, ...args) => {
      const handle: Handle = setInterval(() => {
        this.#call(callback, args);
      }, ms);
      this.#begin(handle);
      return handle;
    },
    clearInterval: (handle) => {
      clearInterval(handle);
      this.#end(handle);
    },
  };

  /** Counts a promise as pending until it is settled. */
  track<T>(promise: Promise<T>): Promise<T> {
    this.#begin(promise);
    const end = (): void => {
      this.#end(promise);
    };
    promise.then(end, end);
    return promise;
  }

  /** Resolves once nothing is pending and nothing new was started by what came last. */
  async settled(): Promise<void> {
    do {
      await Promise.all([...this.#open.values()].map(({ over }) => over));
      // One turn of the event loop: promise chains go on, and errors that nobody handled are announced.
      await new Promise((resolve) => setTimeout(resolve, 0));
    } while (this.#open.size > 0);
  }

  #call(callback: Callback, args: readonly unknown[]): void {
    try {
      callback(...args);
    } catch (thrown) {
      this.#failed(thrown);
    }
  }

  #begin(key: unknown): void {
    let end = (): void => undefined;
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.#open.set(key, { over, end });
  }

  #end(key: unknown): void {
    this.#open.get(key)?.end();
    this.#open.delete(key);
  }
}
