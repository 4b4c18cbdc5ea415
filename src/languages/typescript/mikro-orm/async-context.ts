/**
 * What Node's AsyncLocalStorage is to MikroORM where there is none, as in browsers: a value lasts as long as the call
 * for which it was set, and not beyond the call's first `await`.
 */
class CallContext {
  #value: unknown;

  getStore(): unknown {
    return this.#value;
  }

  enterWith(value: unknown): void {
    this.#value = value;
  }

  run<T>(value: unknown, call: () => T): T {
    const before = this.#value;
    this.#value = value;
    try {
      return call();
    } finally {
      this.#value = before;
    }
  }
}

const NAME = 'AsyncLocalStorage';

/**
 * Loads a library that wants AsyncLocalStorage of the global scope, with one that is the same in a page and in Node: a
 * program must not work in one and fail in the other.
 */
export async function withAsyncContexts<T>(load: () => Promise<T>): Promise<T> {
  const before = Object.getOwnPropertyDescriptor(globalThis, NAME);
  Object.defineProperty(globalThis, NAME, { value: CallContext, configurable: true });
  try {
    return await load();
  } finally {
    if (before) Object.defineProperty(globalThis, NAME, before);
    else Reflect.deleteProperty(globalThis, NAME);
  }
}
