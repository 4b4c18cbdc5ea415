import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { ConsoleIo, type Terminal } from '../../languages/psql/console-io';
import type { Completions } from '../../languages/psql/complete/completions';
import { editText } from './edit-text';
import type { NodeFiles } from './node-files';
import { runProgram } from './run-program';

/** Standard output, for readline, which can be made to show nothing of what is typed. */
class QuietableOutput extends Writable {
  isQuiet = false;
  readonly isTTY = true;

  get columns(): number {
    return process.stdout.columns;
  }

  get rows(): number {
    return process.stdout.rows;
  }

  override _write(chunk: Buffer | string, _encoding: BufferEncoding, done: () => void): void {
    if (!this.isQuiet) process.stdout.write(chunk);
    done();
  }
}

/** The terminal that this process runs in: a line editor with a history and completion, and Ctrl-C. */
export class PsqlTerminal implements Terminal {
  /** What the shell is given. */
  readonly io: ConsoleIo;
  /** Completes what is typed. */
  complete: (line: string) => Promise<Completions> = (line) => Promise.resolve({ from: line.length, words: [] });
  readonly #output = new QuietableOutput();
  readonly #files: NodeFiles;
  readonly #onHistory: (lines: readonly string[]) => void;
  #history: string[];
  #editor: Interface | null = null;
  /** Lines that were typed before anybody asked for them. */
  #ahead: string[] = [];
  #completing: Promise<unknown> = Promise.resolve();

  /** @param history the newest line first */
  constructor(files: NodeFiles, history: readonly string[], onHistory: (lines: readonly string[]) => void) {
    this.#files = files;
    this.#history = [...history];
    this.#onHistory = onHistory;
    this.io = new ConsoleIo(this, {
      files,
      columns: () => process.stdout.columns,
      runProgram: (command) => {
        this.#leave(() => {
          runProgram(command, files.folder);
        });
        return Promise.resolve();
      },
    });
    // A signal that did not come from this terminal's keyboard.
    process.on('SIGINT', this.#interrupt);
  }

  write(text: string, stream: 'out' | 'err'): void {
    process[stream === 'out' ? 'stdout' : 'stderr'].write(text);
  }

  prompt(text: string, hidden: boolean): void {
    const ahead = this.#ahead.shift();
    if (ahead !== undefined) {
      this.write(hidden ? `${text}\n` : `${text}${ahead}\n`, 'out');
      this.io.type(ahead);
      return;
    }
    const editor = (this.#editor ??= this.#open());
    // The editor redraws one line; what stands above it is only written.
    const above = text.lastIndexOf('\n') + 1;
    this.write(text.slice(0, above), 'out');
    editor.setPrompt(text.slice(above));
    editor.prompt();
    this.#output.isQuiet = hidden;
  }

  /** Between two runs of \watch there is nothing to show. */
  pause(): void {
    return undefined;
  }

  edit(name: string, text: string): Promise<string | null> {
    return Promise.resolve(this.#leave(() => editText(name, text, this.#files.folder)));
  }

  close(): void {
    process.off('SIGINT', this.#interrupt);
    this.#shut();
  }

  /** Leaves the terminal to another program meanwhile. */
  #leave<T>(work: () => T): T {
    this.#shut();
    return work();
  }

  /** Ends the line editor; the next prompt opens another, with nothing typed in it. */
  #shut(): void {
    const editor = this.#editor;
    this.#editor = null;
    editor?.close();
  }

  #open(): Interface {
    const editor = createInterface({
      input: process.stdin,
      output: this.#output,
      terminal: true,
      history: this.#history,
      historySize: 500,
      completer: (line: string, done: (error: null, found: [string[], string]) => void) => {
        void this.#find(line).then((found) => {
          done(null, found);
        });
      },
    });
    editor.on('history', (lines: string[]) => {
      // A password is typed without being shown, and not kept either.
      if (this.#output.isQuiet) lines.shift();
      this.#history = [...lines];
      this.#onHistory(lines);
    });
    editor.on('line', (line) => {
      if (this.#output.isQuiet) process.stdout.write('\n');
      this.#output.isQuiet = false;
      if (this.io.isReading) {
        // What a completion looks up goes through the same session.
        void this.#completing.then(() => {
          this.io.type(line);
        });
      } else this.#ahead.push(line);
    });
    editor.on('SIGINT', this.#interrupt);
    editor.on('close', () => {
      if (this.#editor !== editor) return;
      this.#editor = null;
      this.#output.isQuiet = false;
      // Ctrl-D.
      this.io.type(null);
    });
    return editor;
  }

  readonly #interrupt = (): void => {
    this.#ahead = [];
    if (this.io.isReading) {
      this.write('^C', 'out');
      this.#output.isQuiet = false;
      this.#shut();
    }
    this.io.interrupt();
  };

  async #find(line: string): Promise<[string[], string]> {
    if (!this.io.isReading || this.#output.isQuiet) return [[], line];
    try {
      const finding = this.complete(line);
      this.#completing = finding.catch(() => undefined);
      const { from, words } = await finding;
      const [only, ...more] = words;
      // One that is whole is followed by a space, as in psql.
      const found = only !== undefined && more.length === 0 && !/[./]$/.test(only) ? [`${only} `] : [...words];
      return [found, line.slice(from)];
    } catch {
      // Completion is a convenience: nothing is said in the middle of a line.
      return [[], line];
    }
  }
}
