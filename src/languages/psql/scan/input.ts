interface Source {
  readonly text: string;
  at: number;
  /** The variable that the text is the value of; `null` for what was typed. */
  readonly variable: string | null;
}

/**
 * The text that psql's lexers read: a line that was typed, with the values of variables put in where they stand. A
 * value is read like typed text; no token reaches from one text into another.
 */
export class Input {
  readonly #sources: Source[];

  constructor(line: string) {
    this.#sources = [{ text: line, at: 0, variable: null }];
  }

  /** The rest of the text that is being read; empty only when all has been read. */
  get rest(): string {
    let top = this.#sources.at(-1);
    while (top && top.at >= top.text.length && this.#sources.length > 1) {
      this.#sources.pop();
      top = this.#sources.at(-1);
    }
    return top?.text.slice(top.at) ?? '';
  }

  /** Takes characters from the beginning of {@link rest}. */
  take(length: number): string {
    const top = this.#sources.at(-1);
    if (!top) return '';
    const taken = top.text.slice(top.at, top.at + length);
    top.at += length;
    return taken;
  }

  /** Takes what a pattern matches at the beginning of {@link rest}; `null` when it does not. */
  match(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.rest);
    if (!match || match.index > 0) return null;
    this.take(match[0].length);
    return match;
  }

  /** Puts a variable's value in. @returns whether that is possible: a value that names itself would never end */
  insert(variable: string, value: string): boolean {
    if (this.#sources.some((source) => source.variable === variable)) return false;
    this.#sources.push({ text: value, at: 0, variable });
    return true;
  }

  /** Takes all that was typed and not read, values of variables included. */
  takeAll(): string {
    let all = '';
    for (let { rest } = this; rest !== ''; { rest } = this) all += this.take(rest.length);
    return all;
  }
}
