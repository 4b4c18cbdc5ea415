import type { FileStore } from './file-store';

/** Ctrl-C: whatever was going on is over, and psql waits for a new line. */
export class InterruptError extends Error {
  override readonly name = 'InterruptError';

  constructor() {
    super('Interrupted.');
  }
}

/** What the shell has around it: a page's console, a terminal, or a list of lines. */
export interface ShellIo {
  readonly files: FileStore;
  /** How many characters fit into a line. */
  readonly columns: number;
  write(text: string, stream: 'out' | 'err'): void;
  /**
   * Waits for a line behind a prompt.
   * @param hidden whether it is not to be shown while it is typed
   * @returns `null` for the end of input (Ctrl-D)
   * @throws InterruptError after Ctrl-C
   */
  readLine(prompt: string, hidden: boolean): Promise<string | null>;
  /** Lets somebody change a text; `null` when it was left as it is. */
  edit(name: string, text: string): Promise<string | null>;
  /** Runs a program of the system's, or its shell for the empty string; only where there is a system around psql. */
  runProgram?(command: string): Promise<void>;
  /** @throws InterruptError after Ctrl-C */
  sleep(ms: number): Promise<void>;
  /**
   * Waits for something that takes its time.
   * @throws InterruptError after Ctrl-C: it goes on without anybody who waits
   */
  whileWaiting<T>(work: Promise<T>): Promise<T>;
}
