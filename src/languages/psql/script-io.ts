import type { OutputLine } from '../../core/run-report';
import { MemoryFiles } from './shell/file-store';
import { InterruptError, type ShellIo } from './shell/shell-io';

/** All lines of the script have been read. */
export class EndOfScriptError extends Error {
  override readonly name = 'EndOfScriptError';
}

const CTRL_C = '^C';
const CTRL_D = '^D';
/** What psql writes to end the line in which a key was pressed. */
const ENDS_KEY = /^(?:\n|\\q\n)$/;
/** The width of the terminal that the course imitates. */
const COLUMNS = 80;

/**
 * Types a script: each line behind the prompt at which psql waits, as on a terminal. A line `^C` or `^D` is that key.
 * What was shown comes out line by line.
 */
export class ScriptIo implements ShellIo {
  readonly files = new MemoryFiles();
  readonly columns = COLUMNS;
  readonly #lines: string[];
  readonly #print: (line: OutputLine) => void;
  #begun = '';
  #stream: OutputLine['stream'] = 'log';
  /** Whether a key was pressed, and its line is not ended yet. */
  #endsKey = false;
  /** All that psql printed itself; what ends the line of a key is none of it. */
  printed = '';

  constructor(script: string, print: (line: OutputLine) => void) {
    this.#lines = script.replace(/\r?\n$/, '').split(/\r?\n/);
    this.#print = print;
  }

  write(text: string, stream: 'out' | 'err'): void {
    if (!this.#endsKey || !ENDS_KEY.test(text)) this.printed += text;
    this.#endsKey = false;
    this.#show(text, stream === 'out' ? 'log' : 'error');
  }

  readLine(prompt: string, hidden: boolean): Promise<string | null> {
    const line = this.#lines.shift();
    this.#show(prompt, 'input');
    if (line === undefined) return Promise.reject(new EndOfScriptError());
    this.#endsKey = line === CTRL_C || line === CTRL_D;
    if (line === CTRL_C) {
      this.#show(CTRL_C, 'input');
      return Promise.reject(new InterruptError());
    }
    if (line === CTRL_D) return Promise.resolve(null);
    this.#show(hidden ? '\n' : `${line}\n`, 'input');
    return Promise.resolve(line);
  }

  /** Nobody is there to change anything. */
  edit(): Promise<null> {
    return Promise.resolve(null);
  }

  sleep(ms: number): Promise<void> {
    // Somebody who waits for something to be watched presses Ctrl-C next.
    if (this.#lines[0] === CTRL_C) {
      this.#lines.shift();
      this.#show(CTRL_C, 'input');
      return Promise.reject(new InterruptError());
    }
    return new Promise((resolve) => setTimeout(resolve, ms));
  }

  whileWaiting<T>(work: Promise<T>): Promise<T> {
    return work;
  }

  /** Shows what has no line's end yet. */
  flush(): void {
    if (this.#begun !== '') this.#print({ stream: this.#stream, text: this.#begun });
    this.#begun = '';
  }

  #show(text: string, stream: OutputLine['stream']): void {
    const lines = text.split('\n');
    lines.forEach((line, i) => {
      // What stands behind a prompt belongs to it.
      if (this.#begun === '' || line !== '') this.#stream = this.#begun === '' ? stream : this.#stream;
      this.#begun += line;
      if (i === lines.length - 1) return;
      this.#print({ stream: this.#stream, text: this.#begun });
      this.#begun = '';
    });
  }
}
