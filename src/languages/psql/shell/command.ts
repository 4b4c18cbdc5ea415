import type { ConnectionTarget, ServerReport } from '../../../core/server';
import type { ArgumentKind, ArgumentScanner } from '../scan/argument-scanner';
import type { ShellState } from './shell-state';

/** What a meta-command leaves to be done. */
export type CommandEnd =
  /** Nothing; the line goes on. */
  | 'done'
  /** Send the query buffer. */
  | 'send'
  /** Read the query buffer again: it was edited. */
  | 'edited'
  /** psql, or the file that it reads, ends. */
  | 'quit'
  /** It failed, and has said why; the rest of the line is not read. */
  | 'error'
  /** There is no such command. */
  | 'unknown';

/** The arguments of one meta-command, read as they are asked for. */
export class CommandArguments {
  readonly #scanner: ArgumentScanner;
  readonly #shell: ShellState;
  /** Whether an argument could not be read; psql has said so. */
  failed = false;

  constructor(scanner: ArgumentScanner, shell: ShellState) {
    this.#scanner = scanner;
    this.#shell = shell;
  }

  /** The next argument; `null` when there is none. */
  next(kind: ArgumentKind = 'normal', semicolon = false): string | null {
    return this.nextWithQuote(kind, semicolon)?.text ?? null;
  }

  /** The next argument, and what quotes it had. */
  nextWithQuote(
    kind: ArgumentKind = 'normal',
    semicolon = false,
  ): { readonly text: string; readonly quote: string | null } | null {
    const read = this.#scanner.argument(kind, semicolon);
    if (read.kind === 'unterminated') {
      this.failed = true;
      this.#shell.log('unterminated quoted string');
    }
    return read.kind === 'argument' ? read.argument : null;
  }

  /** All arguments that are left. @param semicolon whether semicolons at their ends are no part of them */
  all(semicolon = false): string[] {
    const all: string[] = [];
    for (let next = this.next('normal', semicolon); next !== null; next = this.next('normal', semicolon))
      all.push(next);
    return all;
  }

  /** The rest of the line as one argument. @param semicolon whether a semicolon at its end is no part of it */
  restOfLine(semicolon = false): string | null {
    return this.#scanner.restOfLine(semicolon);
  }
}

/** What a meta-command works on. */
export interface CommandContext {
  readonly shell: ShellState;
  /** The command's name, without its backslash. */
  readonly name: string;
  readonly args: CommandArguments;
  /** What only the shell as a whole can do. */
  readonly psql: PsqlParts;
}

/** What meta-commands need of the parts that read lines and send statements. */
export interface PsqlParts {
  /** Sends a statement, and shows what comes of it. @returns whether it succeeded */
  sendQuery(statement: string): Promise<boolean>;
  /** Reads a file's lines as if they were typed. @returns whether that went well */
  readFile(name: string): Promise<boolean>;
  /** Connects, and takes over what the server tells about the session. @returns why not, or `null` */
  connect(to: ConnectionTarget): Promise<ServerReport | null>;
  /** Ends the session: what needs one says that there is none. */
  disconnect(): void;
  /** Prints a table of two columns. */
  printPairs(title: string, headers: readonly [string, string], rows: readonly (readonly [string, string])[]): void;
  /** Forgets what is open in the statement that is being put together. */
  forgetOpenQuotes(): void;
}

export type Command = (context: CommandContext) => Promise<CommandEnd> | CommandEnd;
