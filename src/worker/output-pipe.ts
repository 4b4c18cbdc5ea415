/** Text that psql wrote to one of its streams. */
export interface OutputPiece {
  readonly stream: 'out' | 'err';
  readonly text: string;
}

/** What was written since the last time. */
export interface Output {
  /** How many lines were left out before this: more was written than anybody could look at. */
  readonly dropped: number;
  readonly pieces: readonly OutputPiece[];
}

/** What waits to be sent is kept up to here, in characters; of more, the last part. */
const MOST_WAITING = 300_000;
/** How long output is gathered, in milliseconds. */
const GATHER_MS = 20;

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

/** Carries output to a slower side: gathers it, has one message under way at a time, and drops what is too much. */
export class OutputPipe {
  readonly #send: (output: Output) => Promise<void>;
  #pieces: OutputPiece[] = [];
  #length = 0;
  #dropped = 0;
  #sending: Promise<void> | null = null;

  constructor(send: (output: Output) => Promise<void>) {
    this.#send = send;
  }

  write(text: string, stream: OutputPiece['stream']): void {
    if (text === '') return;
    const last = this.#pieces.at(-1);
    if (last?.stream === stream) this.#pieces[this.#pieces.length - 1] = { stream, text: last.text + text };
    else this.#pieces.push({ stream, text });
    this.#length += text.length;
    // Twice as much, so that not every line is the reason to cut.
    if (this.#length > 2 * MOST_WAITING) this.#cut();
    this.#sending ??= this.#sendAll(GATHER_MS);
  }

  /** Resolves when all that was written has arrived. */
  async flush(): Promise<void> {
    while (this.#sending) await this.#sending;
  }

  async #sendAll(delay: number): Promise<void> {
    await new Promise<void>((resolve) => setTimeout(resolve, delay));
    try {
      while (this.#pieces.length > 0) {
        if (this.#length > MOST_WAITING) this.#cut();
        const output = { dropped: this.#dropped, pieces: this.#pieces };
        this.#pieces = [];
        this.#length = 0;
        this.#dropped = 0;
        await this.#send(output);
      }
    } finally {
      this.#sending = null;
    }
  }

  /** Keeps the last part, from the beginning of a line. */
  #cut(): void {
    let tooMany = this.#length - MOST_WAITING;
    let whole = 0;
    for (const { text } of this.#pieces) {
      if (text.length > tooMany) break;
      tooMany -= text.length;
      this.#leaveOut(text);
      whole++;
    }
    this.#pieces.splice(0, whole);
    const [first] = this.#pieces;
    if (!first || tooMany === 0) return;
    const end = first.text.indexOf('\n', tooMany - 1);
    const at = end < 0 ? first.text.length : end + 1;
    this.#leaveOut(first.text.slice(0, at));
    this.#pieces[0] = { ...first, text: first.text.slice(at) };
  }

  #leaveOut(text: string): void {
    this.#dropped += countLines(text);
    this.#length -= text.length;
  }
}
