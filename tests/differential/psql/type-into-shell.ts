import type { Dataset } from '../../../src/core/database';
import { COURSE_DATABASE, type Server } from '../../../src/core/server';
import { MemoryFiles } from '../../../src/languages/psql/shell/file-store';
import { PsqlShell } from '../../../src/languages/psql/shell/psql-shell';
import { InterruptError, type ShellIo } from '../../../src/languages/psql/shell/shell-io';

/** There is nothing left to be typed. */
class NothingLeftError extends Error {
  override readonly name = 'NothingLeftError';
}

/** A terminal on which lines are typed, each when the shell waits for it. */
class TestTerminal implements ShellIo {
  readonly files = new MemoryFiles();
  readonly columns = 80;
  /** What was shown, cut where a line begins that was typed. */
  readonly segments: string[] = [];
  readonly #lines: string[];
  #shown = '';

  constructor(lines: readonly string[]) {
    this.#lines = [...lines];
  }

  write(text: string): void {
    this.#shown += text;
  }

  readLine(prompt: string, hidden: boolean): Promise<string | null> {
    this.#shown += prompt;
    const line = this.#next();
    if (line === null) return Promise.reject(new NothingLeftError());
    if (line === '^C') {
      this.#shown = '^C';
      return Promise.reject(new InterruptError());
    }
    // Ctrl-D itself is not shown.
    if (line === '^D') return Promise.resolve(null);
    this.#shown = hidden ? '\n' : `${line}\n`;
    return Promise.resolve(line);
  }

  /** The editor leaves everything as it is. */
  edit(): Promise<null> {
    return Promise.resolve(null);
  }

  sleep(ms: number): Promise<void> {
    if (this.#lines[0] !== '^C') return new Promise((resolve) => setTimeout(resolve, ms));
    this.#next();
    this.#shown = '^C';
    return Promise.reject(new InterruptError());
  }

  whileWaiting<T>(work: Promise<T>): Promise<T> {
    return work;
  }

  /** What was shown at the end. */
  end(): readonly string[] {
    if (this.#shown !== '') this.segments.push(this.#shown);
    return this.segments;
  }

  #next(): string | null {
    this.segments.push(this.#shown);
    this.#shown = '';
    return this.#lines.shift() ?? null;
  }
}

/** Types lines into our shell. @returns the same as `typeIntoRealPsql` */
export async function typeIntoShell(
  server: Server,
  { dataset, setup, user }: { readonly dataset: Dataset; readonly setup: string; readonly user: string },
  files: ReadonlyMap<string, string>,
  lines: readonly string[],
): Promise<readonly string[]> {
  const terminal = new TestTerminal(lines);
  for (const [name, text] of files) terminal.files.write(name, text);
  const shell = new PsqlShell(server, terminal, { dataset, setup });
  const refused = await shell.start({ database: COURSE_DATABASE, user });
  if (refused) throw new Error(`The shell cannot connect: ${refused.message}`);
  try {
    await shell.run();
  } catch (error) {
    if (error instanceof NothingLeftError) return terminal.segments;
    throw error;
  }
  return terminal.end();
}
