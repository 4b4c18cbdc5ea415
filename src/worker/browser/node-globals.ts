// What pg, pg-pool and pg-mem look for in Node's global scope while they load and run. Import it before they load.
import { Buffer } from 'buffer';

const process = {
  env: {},
  platform: 'browser',
  nextTick: (callback: (...args: unknown[]) => void, ...args: unknown[]): void => {
    queueMicrotask(() => {
      callback(...args);
    });
  },
};
Reflect.set(globalThis, 'Buffer', Buffer);
Reflect.set(globalThis, 'process', process);
