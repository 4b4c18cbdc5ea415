import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { FileStore } from '../../languages/psql/shell/file-store';
import type { ShellIo } from '../../languages/psql/shell/shell-io';
import { editText } from './edit-text';
import { runProgram } from './run-program';
import type { NodeFiles } from './node-files';

/** Lines from a pipe or a file, and output to wherever the two streams lead. */
export class PipeIo implements ShellIo {
  readonly files: FileStore;
  /** Nobody knows how wide it is where this goes. */
  readonly columns = 0;
  readonly #lines: AsyncIterator<string>;
  readonly #files: NodeFiles;

  constructor(input: Readable, files: NodeFiles) {
    this.files = files;
    this.#files = files;
    this.#lines = createInterface({ input, crlfDelay: Infinity })[Symbol.asyncIterator]();
  }

  write(text: string, stream: 'out' | 'err'): void {
    writeAll(stream === 'out' ? 1 : 2, text);
  }

  async readLine(prompt: string): Promise<string | null> {
    if (prompt !== '') this.write(prompt, 'out');
    const next = await this.#lines.next();
    return next.done === true ? null : next.value;
  }

  edit(name: string, text: string): Promise<string | null> {
    return Promise.resolve(editText(name, text, this.#files.folder));
  }

  runProgram(command: string): Promise<void> {
    runProgram(command, this.#files.folder);
    return Promise.resolve();
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }

  whileWaiting<T>(work: Promise<T>): Promise<T> {
    return work;
  }
}

/** Writes at once, so that both streams keep their order where they lead to the same place. */
function writeAll(descriptor: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text, 'utf8');
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      // Whoever reads is slower.
      if (code === 'EAGAIN') continue;
      // Whoever read has seen enough, as in `npm run psql -- -c '\d' | head`.
      if (code === 'EPIPE') process.exit(0);
      throw error;
    }
  }
}
