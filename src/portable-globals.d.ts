// What the portable layers use of their surroundings: the same in a page, in its workers and in Node.

declare function setTimeout(callback: () => void, ms: number): number;
declare function clearTimeout(timer: number | undefined): void;
declare const performance: { now(): number };
declare function addEventListener(
  type: 'unhandledrejection' | 'error',
  listener: (event: { readonly reason?: unknown; readonly error?: unknown; preventDefault(): void }) => void,
): void;
