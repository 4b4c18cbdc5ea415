/**
 * Declarations of what surrounds a learner's TypeScript: the few globals that a run offers, and as much of Node's
 * modules as the declarations of `pg` mention.
 */
export const learnerGlobals = `
interface Console {
  log(...data: unknown[]): void;
  info(...data: unknown[]): void;
  warn(...data: unknown[]): void;
  error(...data: unknown[]): void;
  debug(...data: unknown[]): void;
  table(data: unknown): void;
}
declare var console: Console;
declare function setTimeout<A extends unknown[]>(callback: (...args: A) => void, delay?: number, ...args: A): number;
declare function clearTimeout(timer: number | undefined): void;
declare function setInterval<A extends unknown[]>(callback: (...args: A) => void, delay?: number, ...args: A): number;
declare function clearInterval(timer: number | undefined): void;
declare function queueMicrotask(callback: () => void): void;
declare function structuredClone<T>(value: T): T;
declare var performance: { now(): number };
declare var crypto: { randomUUID(): string };
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}
declare var AbortSignal: { abort(reason?: unknown): AbortSignal; timeout(milliseconds: number): AbortSignal };
declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}
interface URLSearchParams extends Iterable<[string, string]> {
  readonly size: number;
  append(name: string, value: string): void;
  delete(name: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string): boolean;
  set(name: string, value: string): void;
  sort(): void;
  toString(): string;
}
declare var URLSearchParams: {
  new (init?: string | URLSearchParams | Record<string, string> | string[][]): URLSearchParams;
};
interface URL {
  href: string;
  readonly origin: string;
  protocol: string;
  username: string;
  password: string;
  host: string;
  hostname: string;
  port: string;
  pathname: string;
  search: string;
  readonly searchParams: URLSearchParams;
  hash: string;
  toString(): string;
  toJSON(): string;
}
declare var URL: { new (url: string, base?: string): URL; canParse(url: string, base?: string): boolean };
interface Buffer<T extends ArrayBufferLike = ArrayBufferLike> extends Uint8Array<T> {
  toString(encoding?: string): string;
}
declare var Buffer: {
  from(data: string, encoding?: string): Buffer;
  from(data: ArrayLike<number> | ArrayBuffer): Buffer;
};
interface Blob {
  readonly size: number;
}
interface File extends Blob {
  readonly name: string;
}
declare namespace NodeJS {
  interface ReadableStream extends EventEmitterLike {}
}
type Listener = (...args: any[]) => void; // as Node declares it: with unknown, once('error', (error: Error) => …) is refused
interface EventEmitterLike {
  on(event: string | symbol, listener: Listener): this;
  once(event: string | symbol, listener: Listener): this;
  off(event: string | symbol, listener: Listener): this;
  removeListener(event: string | symbol, listener: Listener): this;
  removeAllListeners(event?: string | symbol): this;
  emit(event: string | symbol, ...args: unknown[]): boolean;
  listenerCount(event: string | symbol): number;
}
declare module 'events' {
  interface EventEmitter extends EventEmitterLike {}
  class EventEmitter {}
  namespace EventEmitter {
    export { EventEmitter };
  }
  export = EventEmitter;
}
declare module 'stream' {
  interface Readable extends EventEmitterLike {}
  interface Writable extends EventEmitterLike {}
  interface Duplex extends EventEmitterLike {}
  interface TransformOptions {}
}
declare module 'tls' {
  interface ConnectionOptions {
    rejectUnauthorized?: boolean | undefined;
    ca?: string | undefined;
    key?: string | undefined;
    cert?: string | undefined;
  }
}
`;
