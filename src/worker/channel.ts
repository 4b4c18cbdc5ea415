/** A two-way line to another worker, the same for the page's workers, Node's threads and message ports. */
export interface Channel {
  post(message: unknown, transfer?: readonly MessagePort[]): void;
  listen(listener: (message: unknown) => void): void;
}

interface Target {
  postMessage(message: unknown, options: { readonly transfer: Transferable[] }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  start?(): void;
}

/** A channel over whatever sends and hears `message` events: a Worker, its global scope, or a MessagePort. */
export function channelOf(target: Target): Channel {
  // Taken now: a worker's own method is closed to the programs that run in it.
  const postMessage = target.postMessage.bind(target);
  return {
    post: (message, transfer = []) => {
      postMessage(message, { transfer: [...transfer] });
    },
    listen: (listener) => {
      target.addEventListener('message', (event) => {
        listener(event.data);
      });
      // A port holds its messages back until it is started; workers have no such method.
      target.start?.();
    },
  };
}

/** A message port handed to the other side; `for` says what it leads to. */
export interface PortMessage {
  readonly kind: 'port';
  readonly port: MessagePort;
}

/** Tells a port message from the calls that share the channel. */
export function isPortMessage(message: unknown): message is PortMessage {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'port';
}
