/** What a program keeps of its worker's global scope: the language itself, and what computes and waits. */
const KEPT: ReadonlySet<string> = new Set([
  // The language.
  ...['globalThis', 'Infinity', 'NaN', 'undefined', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape'],
  ...[
    'Object',
    'Boolean',
    'Symbol',
    'Number',
    'BigInt',
    'Math',
    'Date',
    'String',
    'RegExp',
    'JSON',
    'Intl',
    'Temporal',
  ],
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['SuppressedError', 'DisposableStack', 'AsyncDisposableStack'],
  ...['Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Iterator', 'Proxy', 'Reflect'],
  ...['Promise', 'ArrayBuffer', 'SharedArrayBuffer', 'Atomics', 'DataView', 'Int8Array', 'Uint8Array'],
  ...['Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float16Array', 'Float32Array'],
  ...['Float64Array', 'BigInt64Array', 'BigUint64Array'],
  // What surrounds it in browsers and in Node alike.
  ...['self', 'console', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'queueMicrotask'],
  ...['structuredClone', 'performance', 'crypto', 'AbortController', 'AbortSignal', 'DOMException', 'URL'],
  ...['URLSearchParams', 'TextEncoder', 'TextDecoder', 'atob', 'btoa'],
  // What we put there for the libraries.
  ...['Buffer', 'process'],
]);

/** What an event target may still do, as long as it is not the worker itself: an AbortSignal needs it. */
const KEPT_OF_EVENT_TARGETS: ReadonlySet<string> = new Set([
  'addEventListener',
  'removeEventListener',
  'dispatchEvent',
]);

/** The constructors that make code of text; all but the first have no name of their own. */
const CODE_MAKERS = [
  function () {
    // Only its constructor is wanted, as of those below.
  },
  async function () {
    // See above.
  },
  function* () {
    // See above.
  },
  async function* () {
    // See above.
  },
];

function refuse(name: string): never {
  throw new Error(
    `${name} is not available here: a program on this page reaches neither the network, nor storage, nor the page.`,
  );
}

function refuseText(): never {
  throw new Error('Text is not turned into code here: write the code itself.');
}

/** A function that refuses, whether it is called or constructed. */
function refusing(name: string): () => never {
  return function () {
    return refuse(name);
  };
}

/** Puts something that refuses in a property's place. */
function close(holder: object, name: string): void {
  const descriptor = Object.getOwnPropertyDescriptor(holder, name);
  // Constants of the browser can be neither changed nor used for anything.
  if (descriptor?.configurable === false && typeof descriptor.value === 'number') return;
  Object.defineProperty(
    holder,
    name,
    typeof descriptor?.value === 'function'
      ? { value: refusing(name), writable: true, configurable: true }
      : { get: () => refuse(name), set: () => refuse(name), configurable: true },
  );
}

/** Leaves a method to other event targets, and refuses it to the worker, for which `undefined` stands too. */
function closeForScope(holder: object, name: string): void {
  const method: unknown = Reflect.get(holder, name);
  if (typeof method !== 'function') return;
  const { apply } = Reflect;
  Object.defineProperty(holder, name, {
    value(this: unknown, ...args: unknown[]): unknown {
      if (this === undefined || this === null || this === globalThis) return refuse(name);
      return apply(method, this, args);
    },
    writable: true,
    configurable: true,
  });
}

function closeCodeMakers(): void {
  for (const made of CODE_MAKERS) {
    const prototype: object = Object.getPrototypeOf(made) as object;
    // Libraries compare with it, and ask what is an instance of it.
    const refused = Object.defineProperty(
      function () {
        return refuseText();
      },
      'prototype',
      { value: prototype },
    );
    Object.defineProperty(prototype, 'constructor', { value: refused, writable: true, configurable: true });
    if (prototype === Object.getPrototypeOf(refuse)) Reflect.set(globalThis, 'Function', refused);
  }
  Reflect.set(globalThis, 'eval', refuseText);
}

let locked = false;

/**
 * Takes from this worker's global scope whatever leads out of it, for good: network, storage, other workers, other
 * pages, and the worker's own line to the page. What is kept is listed; what browsers will add is not. Load before
 * whatever is still to be loaded, and keep what is still needed.
 */
export function lockDown(): void {
  if (locked) return;
  locked = true;
  const eventTarget = EventTarget.prototype;
  for (let holder: object = globalThis; holder !== Object.prototype;) {
    for (const name of Object.getOwnPropertyNames(holder)) {
      if (holder === eventTarget && KEPT_OF_EVENT_TARGETS.has(name)) closeForScope(holder, name);
      else if (!KEPT.has(name)) close(holder, name);
    }
    holder = Object.getPrototypeOf(holder) as object;
  }
  for (const name of ['createObjectURL', 'revokeObjectURL']) close(URL, name);
  closeCodeMakers();
}
