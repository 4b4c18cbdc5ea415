import type { Exchange, ServerReport, Session, SessionRequest, TransactionState } from '../../../core/server';
import { DEFAULT_PRINT_SETTINGS, type PrintSettings } from '../print/print-settings';
import type { VariableQuoting } from '../scan/variable-lookup';
import { QueryBuffer } from '../scan/sql-scanner';
import { ConditionStack } from './condition-stack';
import type { Conversation } from './conversation';
import { DEFAULT_OPTIONS, type Options } from './options';
import { reportText } from './report-text';
import type { ShellIo } from './shell-io';
import { addSpecialVariables } from './special-variables';
import { Variables } from './variables';

/** What is to become of the result of the next statement, and only of that. */
export type NextResult =
  | { readonly kind: 'print' }
  | { readonly kind: 'describe' }
  | { readonly kind: 'execute' }
  | { readonly kind: 'store'; readonly prefix: string }
  | { readonly kind: 'crosstab'; readonly args: readonly (string | null)[] };

/** How the next statement is to be sent. */
export type NextRequest =
  | { readonly kind: 'simple' }
  | { readonly kind: 'bind'; readonly parameters: readonly string[] }
  | { readonly kind: 'parse'; readonly name: string }
  | { readonly kind: 'bind-named'; readonly name: string; readonly parameters: readonly string[] }
  | { readonly kind: 'close'; readonly name: string };

/** Where lines come from: somebody who types, or a file. */
export interface LineSource {
  /** The next line; `null` at the end. @throws InterruptError after Ctrl-C */
  next(prompt: string): Promise<string | null>;
}

/** The file whose lines are being read, for messages. */
export interface FilePlace {
  readonly name: string;
  line: number;
}

/** The last error that the server reported, for \errverbose. */
export interface LastError {
  readonly report: ServerReport;
  readonly statement: string;
}

const PRINT_ONCE: NextResult = { kind: 'print' };
const SEND_SIMPLY: NextRequest = { kind: 'simple' };

/** Everything that a running psql knows; its parts work on this. */
export class ShellState {
  readonly conversation: Conversation;
  readonly io: ShellIo;
  readonly options: Options = { ...DEFAULT_OPTIONS };
  readonly variables = new Variables();
  /** Each file that is read has its own. */
  conditions = new ConditionStack();
  readonly buffer = new QueryBuffer();
  print: PrintSettings = DEFAULT_PRINT_SETTINGS;
  /** The last statement that was sent. */
  previous = '';
  transaction: TransactionState = 'idle';
  serverSettings: Record<string, string> = {};
  timing = false;
  /** Where results go: `null` for the screen, else the name of a file. */
  outputFile: string | null = null;
  lastError: LastError | null = null;
  place: FilePlace | null = null;
  source: LineSource = { next: (prompt) => this.io.readLine(prompt, false) };
  /** Whether the lines that are read now are typed by somebody. */
  isInteractive = true;
  /** Whether messages name the program, as they do for files that psql was started with. */
  isWordy = false;
  statementLine = 1;
  /** The key with which \restrict closed all meta-commands but \unrestrict. */
  restrictedBy: string | null = null;
  nextResult: NextResult = PRINT_ONCE;
  nextRequest: NextRequest = SEND_SIMPLY;
  /** Print settings that hold for one statement. */
  printOnce: PrintSettings | null = null;
  /** Where the result of one statement goes; what the file held before is gone once there is a result. */
  outputOnce: { readonly file: string; hasBegun: boolean } | null = null;
  /** The rows that \copy has read for COPY … FROM STDIN. */
  copyData: string | null = null;
  /** Takes the rows that COPY … TO STDOUT gives to \copy. */
  copyOut: ((rows: string) => void) | null = null;

  constructor(conversation: Conversation, io: ShellIo) {
    this.conversation = conversation;
    this.io = io;
    for (const [name, value] of [
      ['ERROR', 'false'],
      ['LASTOID', '0'],
      ['LAST_ERROR_MESSAGE', ''],
      ['LAST_ERROR_SQLSTATE', '00000'],
      ['PIPELINE_COMMAND_COUNT', '0'],
      ['PIPELINE_RESULT_COUNT', '0'],
      ['PIPELINE_SYNC_COUNT', '0'],
      ['ROW_COUNT', '0'],
      ['SQLSTATE', '00000'],
    ] as const) {
      this.variables.set(name, value);
    }
    addSpecialVariables(this.variables, this.options);
  }

  get session(): Session | null {
    return this.conversation.session;
  }

  /** Asks the server, and notes what it tells about the session. @param isPrivate see {@link Conversation.ask} */
  async ask(request: SessionRequest, isPrivate = false): Promise<Exchange> {
    const exchange = await this.conversation.ask(request, isPrivate);
    this.transaction = exchange.transaction;
    Object.assign(this.serverSettings, exchange.settings);
    return exchange;
  }

  /** Writes to the screen. */
  write(text: string): void {
    this.io.write(text, 'out');
  }

  /**
   * Says something about what psql does. Said of a file, it names file and line, and what kind of message it is; so does
   * what is said of files that psql was started with, even if no line of them is being read.
   */
  log(message: string, level: 'error' | 'warning' | 'plain' = 'error'): void {
    const { place } = this;
    const where = place === null ? (this.isWordy ? 'psql: ' : '') : `psql:${place.name}:${String(place.line)}: `;
    const kind = where === '' || level === 'plain' ? '' : `${level}: `;
    this.io.write(`${where}${kind}${message}\n`, 'err');
  }

  /** Writes where results go. */
  writeResult(text: string): void {
    const { outputOnce: once, outputFile } = this;
    if (once) {
      if (!once.hasBegun) this.io.files.write(once.file, '');
      once.hasBegun = true;
    }
    const file = once?.file ?? outputFile;
    if (file === null) this.write(text);
    else this.io.files.append(file, text);
  }

  /** Writes what is no result itself: where all results go, whatever \g says of this one. */
  writeStatus(text: string): void {
    if (this.outputFile === null) this.write(text);
    else this.io.files.append(this.outputFile, text);
  }

  /** Says what the server says. */
  report(report: ServerReport, statement: string | null): void {
    this.log(reportText(report, statement, this.options), 'plain');
  }

  /** What happened to \g's, \gx's, \gset's wishes is over after one statement. */
  forgetWishes(): void {
    this.nextResult = PRINT_ONCE;
    this.nextRequest = SEND_SIMPLY;
    this.printOnce = null;
    this.outputOnce = null;
  }

  /** The text that stands for a variable in what is read; in a branch that is not read nothing does. */
  variableText(name: string, quoting: VariableQuoting): string | null {
    if (!this.conditions.isActive) return null;
    const value = this.variables.get(name);
    if (value === null || quoting === 'plain') return value;
    if (quoting === 'identifier') return `"${value.replaceAll('"', '""')}"`;
    const quoted = `'${value.replaceAll("'", "''")}'`;
    return value.includes('\\') ? ` E${quoted.replaceAll('\\', '\\\\')}` : quoted;
  }

  get standardStrings(): boolean {
    return this.serverSettings['standard_conforming_strings'] !== 'off';
  }
}
