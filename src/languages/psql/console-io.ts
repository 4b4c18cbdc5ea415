import { type FileStore, MemoryFiles } from './shell/file-store';
import { InterruptError, type ShellIo } from './shell/shell-io';

/** What Ctrl-C ended. */
export type Interrupted =
  /** A line that was being typed. */
  | 'line'
  /** A statement, or a command that takes its time. */
  | 'statement'
  /** A pause between two runs of \watch. */
  | 'pause'
  /** There was nothing to end. */
  | 'nothing';

/** Who sits in front of the console. */
export interface Terminal {
  write(text: string, stream: 'out' | 'err'): void;
  /** Shows a prompt, and lets a line be typed: {@link ConsoleIo.type}. */
  prompt(text: string, hidden: boolean): void;
  /** It pauses for a while, unless Ctrl-C ends that. */
  pause(): void;
  edit(name: string, text: string): Promise<string | null>;
}

/** Something that takes its time. */
interface Waiting {
  readonly kind: 'statement' | 'pause';
  readonly interrupt: () => void;
}

/** The width of the terminal that the course imitates; recorded transcripts have it too. */
const COLUMNS = 80;

/** What is around a console. */
export interface Surroundings {
  readonly files: FileStore;
  /** How many characters fit into a line at present. */
  readonly columns: () => number;
  readonly runProgram?: (command: string) => Promise<void>;
}
/** How long a shell may work without anything else getting its turn, in milliseconds. */
const LONGEST_TURN_MS = 30;

/** A console that somebody types into, who may press Ctrl-C at any time. */
export class ConsoleIo implements ShellIo {
  readonly files: FileStore;
  readonly runProgram?: (command: string) => Promise<void>;
  readonly #columns: () => number;
  readonly #terminal: Terminal;
  #reading: { readonly take: (line: string | null) => void; readonly interrupt: () => void } | null = null;
  #waiting: Waiting | null = null;
  #turnBegan = performance.now();

  /** @param around what there is besides the terminal: in a page, files in memory */
  constructor(terminal: Terminal, around: Surroundings = { files: new MemoryFiles(), columns: () => COLUMNS }) {
    this.#terminal = terminal;
    this.files = around.files;
    this.#columns = around.columns;
    if (around.runProgram) this.runProgram = around.runProgram;
  }

  get columns(): number {
    return this.#columns();
  }

  /** Whether it waits for a line. */
  get isReading(): boolean {
    return this.#reading !== null;
  }

  write(text: string, stream: 'out' | 'err'): void {
    this.#terminal.write(text, stream);
  }

  readLine(prompt: string, hidden: boolean): Promise<string | null> {
    return new Promise((resolve, reject) => {
      this.#reading = {
        take: resolve,
        interrupt: () => {
          reject(new InterruptError());
        },
      };
      this.#terminal.prompt(prompt, hidden);
    });
  }

  /** A line was typed; `null` for Ctrl-D. Nobody waits for it: it is lost. */
  type(line: string | null): void {
    const reading = this.#reading;
    this.#reading = null;
    reading?.take(line);
  }

  /** Ctrl-C. */
  interrupt(): Interrupted {
    const [reading, waiting] = [this.#reading, this.#waiting];
    this.#reading = null;
    this.#waiting = null;
    if (reading) {
      reading.interrupt();
      return 'line';
    }
    if (!waiting) return 'nothing';
    this.write(waiting.kind === 'statement' ? '^CCancel request sent\n' : '^C', 'err');
    waiting.interrupt();
    return waiting.kind;
  }

  edit(name: string, text: string): Promise<string | null> {
    return this.#terminal.edit(name, text);
  }

  sleep(ms: number): Promise<void> {
    this.#terminal.pause();
    return this.#interruptible('pause', new Promise((resolve) => setTimeout(resolve, ms)));
  }

  async whileWaiting<T>(work: Promise<T>): Promise<T> {
    const result = await this.#interruptible('statement', work);
    // What never waits for anybody else would not hear of Ctrl-C either.
    if (performance.now() - this.#turnBegan > LONGEST_TURN_MS) {
      await this.#interruptible('statement', new Promise<void>((resolve) => setTimeout(resolve, 0)));
      this.#turnBegan = performance.now();
    }
    return result;
  }

  async #interruptible<T>(kind: Waiting['kind'], work: Promise<T>): Promise<T> {
    let own: Waiting | null = null;
    const interrupted = new Promise<never>((_resolve, reject) => {
      own = {
        kind,
        interrupt: () => {
          reject(new InterruptError());
        },
      };
      this.#waiting = own;
    });
    try {
      return await Promise.race([work, interrupted]);
    } finally {
      if (this.#waiting === own) this.#waiting = null;
    }
  }
}
