type Listener = (thrown: unknown) => void;

let current: Listener | null = null;
let listening = false;

function stray(thrown: unknown): void {
  current?.(thrown);
}

/** Listens for good: an error that comes after its program must not end the worker, and with it the next program. */
function listen(): void {
  if (listening) return;
  listening = true;
  if (typeof process === 'object' && typeof process.on === 'function') {
    process.on('unhandledRejection', stray);
    process.on('uncaughtException', stray);
    return;
  }
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    stray(event.reason);
  });
  addEventListener('error', (event) => {
    event.preventDefault();
    stray(event.error);
  });
}

/**
 * Says who hears of errors that nothing caught: rejected promises that nobody waited for, and throws outside of any
 * call of ours.
 * @returns a function that ends it
 */
export function hearStrayErrors(listener: Listener): () => void {
  listen();
  current = listener;
  return () => {
    if (current === listener) current = null;
  };
}
