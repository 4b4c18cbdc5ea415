import { type PromptState, type QueryBuffer, SqlScanner } from '../scan/sql-scanner';
import type { CommandEnd, PsqlParts } from './command';
import { FileError } from './file-store';
import { promptText } from './prompt-text';
import { runCommand } from './run-command';
import { sendQuery } from './send-query';
import { InterruptError } from './shell-io';
import type { ShellState } from './shell-state';

/** How a loop over lines ended. */
export type LoopEnd =
  /** The lines ended, or somebody typed \q. */
  | 'ended'
  /** A statement failed where ON_ERROR_STOP is on. */
  | 'stopped';

const HELP = `You are using psql, the command-line interface to PostgreSQL.
Type:  \\copyright for distribution terms
       \\h for help with SQL commands
       \\? for help with psql commands
       \\g or terminate with semicolon to execute query
       \\q to quit
`;

/** The states of a prompt in which \q is read as a command. */
const READS_COMMANDS: readonly PromptState[] = ['ready', 'continue', 'parenthesis'];

/** Reads lines from where the shell has them at present, and acts on them. */
export class MainLoop {
  readonly #shell: ShellState;
  readonly #psql: PsqlParts;
  readonly #scanner: SqlScanner;
  readonly #buffer: QueryBuffer;
  #state: PromptState = 'ready';
  #lastEnd: CommandEnd = 'done';
  #lineCount = 0;

  constructor(shell: ShellState, psql: PsqlParts) {
    this.#shell = shell;
    this.#buffer = shell.buffer;
    this.#psql = {
      ...psql,
      forgetOpenQuotes: () => {
        this.#scanner.reset();
        this.#state = 'ready';
      },
    };
    this.#scanner = new SqlScanner(
      {
        value: (name, quoting) => shell.variableText(name, quoting),
        isSet: (name) => shell.variables.has(name),
        skipped: (name) => {
          shell.log(`skipping recursive expansion of variable "${name}"`, 'warning');
        },
      },
      () => shell.standardStrings,
    );
  }

  async run(): Promise<LoopEnd> {
    const shell = this.#shell;
    let endsInARow = 0;
    for (;;) {
      let line: string | null;
      try {
        line = await this.#nextLine();
        if (line === null && shell.isInteractive && ++endsInARow < shell.options.ignoreEof) {
          if (!shell.options.quiet) shell.write('Use "\\q" to leave psql.\n');
          continue;
        }
        if (line === null) {
          if (shell.isInteractive) shell.write(shell.options.quiet ? '\n' : '\\q\n');
          break;
        }
        endsInARow = 0;
        if (shell.place) shell.place.line++;
        const end = await this.#act(line);
        if (end === 'quit') return 'ended';
        if (end === 'stopped') return 'stopped';
      } catch (error) {
        if (!(error instanceof InterruptError)) throw error;
        if (!shell.isInteractive) return 'stopped';
        this.#forgetAll();
      }
    }
    return this.#atEnd();
  }

  /** Ctrl-C: what was typed is forgotten, and so is one \if. */
  #forgetAll(): void {
    const { conditions } = this.#shell;
    this.#scanner.reset();
    this.#buffer.clear();
    this.#state = 'ready';
    this.#shell.statementLine = 1;
    this.#shell.forgetWishes();
    this.#shell.write('\n');
    if (conditions.isEmpty) return;
    this.#shell.log('\\if: escaped');
    conditions.pop();
  }

  async #nextLine(): Promise<string | null> {
    const shell = this.#shell;
    if (!shell.isInteractive) {
      if (shell.conversation.isInterrupted) throw new InterruptError();
      // Ctrl-C gets through between two lines, too.
      return shell.io.whileWaiting(shell.source.next(''));
    }
    shell.conversation.isInterrupted = false;
    if (this.#buffer.text === '') this.#state = 'ready';
    return shell.source.next(promptText(shell, this.#state));
  }

  /** Words that are understood without a backslash, for whoever comes from elsewhere. @returns whether to go on */
  #takeWord(line: string): 'quit' | 'taken' | 'not-taken' {
    const shell = this.#shell;
    const word = /^(help|exit|quit)\s*;?\s*$/i.exec(line)?.[1]?.toLowerCase();
    const isEmpty = this.#buffer.text === '';
    if (word === 'help') {
      if (isEmpty) {
        shell.write(HELP);
        return 'taken';
      }
      shell.write('Use \\? for help or press control-C to clear the input buffer.\n');
    } else if (word !== undefined) {
      if (isEmpty) return 'quit';
      shell.write(READS_COMMANDS.includes(this.#state) ? 'Use \\q to quit.\n' : 'Use control-D to quit.\n');
    } else if (/^\\q\s*;?\s*$/.test(line) && !isEmpty && !READS_COMMANDS.includes(this.#state)) {
      shell.write('Use control-D to quit.\n');
    }
    return 'not-taken';
  }

  async #act(line: string): Promise<'on' | 'quit' | 'stopped'> {
    const shell = this.#shell;
    this.#lineCount++;
    const text = this.#lineCount === 1 ? line.replace(/^\ufeff/, '') : line;
    if (text === '' && !this.#scanner.isInQuote) return 'on';
    if (shell.isInteractive) {
      const taken = this.#takeWord(text);
      if (taken !== 'not-taken') return taken === 'quit' ? 'quit' : 'on';
    } else if (shell.options.echo === 'all') shell.write(`${text}\n`);

    let newlineAt: number | null = null;
    if (this.#buffer.text !== '') {
      this.#buffer.append('\n');
      newlineAt = this.#buffer.text.length;
    }
    const stopsAtError = shell.options.onErrorStop;
    let success = true;
    this.#scanner.read(text);
    while (success || !stopsAtError) {
      const stop = this.#scanner.scan(this.#buffer);
      if (stop.kind === 'end-of-line') {
        this.#state = stop.state;
        if (stop.state === 'continue' && shell.options.singleLine && this.#buffer.text !== '') {
          success = await this.#send();
        }
        break;
      }
      if (stop.kind === 'semicolon') success = await this.#send();
      else {
        // A line that holds nothing but a meta-command leaves the statement as it was.
        if (this.#buffer.text.length === newlineAt) this.#buffer.text = this.#buffer.text.slice(0, -1);
        const end = await this.#command();
        if (end === 'quit') return 'quit';
        success = end !== 'error';
      }
      newlineAt = null;
    }
    shell.statementLine = this.#buffer.text === '' ? 1 : shell.statementLine + 1;
    // Nor does a script go on that has lost its session.
    const stops = (!success && stopsAtError) || !shell.session;
    return stops && !shell.isInteractive ? 'stopped' : 'on';
  }

  async #command(): Promise<CommandEnd> {
    let end = await runCommand(this.#shell, this.#scanner.input, this.#psql);
    this.#lastEnd = end;
    if (end === 'send') {
      const success = await this.#send();
      this.#scanner.reset();
      end = success ? 'send' : 'error';
    } else if (end === 'edited') {
      const edited = this.#buffer.text;
      this.#buffer.clear();
      this.#scanner.reset();
      this.#state = 'ready';
      await this.#rescan(edited);
    }
    return end;
  }

  /** What comes back from an editor is read like typed text, and what of it is not sent is shown again. */
  async #rescan(text: string): Promise<void> {
    this.#scanner.read(text.endsWith('\n') || text === '' ? text : `${text}\n`);
    for (;;) {
      const stop = this.#scanner.scan(this.#buffer);
      if (stop.kind === 'end-of-line') {
        this.#state = stop.state;
        break;
      }
      if (stop.kind === 'semicolon') await this.#send();
      else await this.#command();
    }
    if (this.#buffer.text !== '') this.#shell.write(promptText(this.#shell, 'ready') + this.#buffer.text);
  }

  async #send(): Promise<boolean> {
    const shell = this.#shell;
    if (!shell.conditions.isActive) {
      if (shell.isInteractive) shell.log('query ignored; use \\endif or Ctrl-C to exit current \\if block');
      return true;
    }
    const statement = this.#buffer.text;
    let success = false;
    try {
      success = await sendQuery(shell, statement);
    } catch (error) {
      // The file that results go to.
      if (!(error instanceof FileError)) throw error;
      shell.log(error.message);
    }
    shell.previous = statement;
    this.#buffer.clear();
    return success;
  }

  async #atEnd(): Promise<LoopEnd> {
    const shell = this.#shell;
    let end: LoopEnd = 'ended';
    if (this.#buffer.text !== '' && !shell.isInteractive) {
      const success = await this.#send();
      if (!success && shell.options.onErrorStop) end = 'stopped';
    }
    if (this.#lastEnd !== 'quit' && end === 'ended' && !shell.conditions.isEmpty) {
      shell.log('reached EOF without finding closing \\endif(s)');
      if (shell.options.onErrorStop && !shell.isInteractive) end = 'stopped';
    }
    return end;
  }
}
