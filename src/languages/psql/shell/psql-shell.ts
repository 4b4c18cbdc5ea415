import type { ConnectionTarget, Server, ServerReport } from '../../../core/server';
import { printTable } from '../print/print-table';
import { setOption } from '../print/pset';
import { Input } from '../scan/input';
import { type Completions, completions } from '../complete/completions';
import { ConditionStack } from './condition-stack';
import { type Beginning, Conversation } from './conversation';
import type { PsqlParts } from './command';
import { COMMAND_NAMES } from './command-table';
import { type LoopEnd, MainLoop } from './main-loop';
import { runCommand } from './run-command';
import { sendQuery } from './send-query';
import type { ShellIo } from './shell-io';
import { type LineSource, ShellState } from './shell-state';

/** How deep files may include each other: a real psql runs out of open files somewhere. */
const DEEPEST_INCLUDE = 200;

/** The variables that tell of the connection. */
const CONNECTION_VARIABLES = [
  'DBNAME',
  'USER',
  'HOST',
  'PORT',
  'ENCODING',
  'SERVER_VERSION_NAME',
  'SERVER_VERSION_NUM',
];

function lines(text: string): LineSource {
  const rest = text.split('\n');
  if (rest.at(-1) === '') rest.pop();
  let at = 0;
  return { next: () => Promise.resolve(rest[at++]?.replace(/\r$/, '') ?? null) };
}

/**
 * psql: prompts, meta-commands and output as psql 18 has them, over a {@link Server}.
 * Reference: psql's documentation, and psql 18 itself, with which tests compare it.
 */
export class PsqlShell {
  readonly #state: ShellState;
  readonly #psql: PsqlParts;
  readonly #conversation: Conversation;
  #depth = 0;

  constructor(server: Server, io: ShellIo, beginning: Beginning) {
    this.#conversation = new Conversation(server, io, beginning);
    this.#state = new ShellState(this.#conversation, io);
    this.#psql = {
      sendQuery: (statement) => sendQuery(this.#state, statement),
      readFile: (name) => this.#readFile(name),
      connect: (to) => this.#connect(to),
      disconnect: () => {
        this.#conversation.session = null;
        this.#state.serverSettings = {};
        for (const name of CONNECTION_VARIABLES) this.#state.variables.set(name, null);
      },
      forgetOpenQuotes: () => undefined,
      printPairs: (title, headers, rows) => {
        const table = {
          title,
          headers: headers.map((name) => ({ name, align: 'left' as const })),
          rows,
          rowCount: rows.length,
          footers: null,
        };
        this.#state.writeResult(printTable(table, this.#state.print, io.columns));
      },
    };
  }

  /** A variable's value; `null` when it is not set. */
  variable(name: string): string | null {
    return this.#state.variables.get(name);
  }

  /** Sets a variable, or unsets it. @returns what is wrong with it, or `null` */
  setVariable(name: string, value: string | null): string | null {
    return this.#state.variables.set(name, value);
  }

  /** Whether an error ends what nobody types. */
  get stopsAtErrors(): boolean {
    return this.#state.options.onErrorStop;
  }

  /** Completes the word at the end of a line that is being typed at the prompt, as psql does on Tab. */
  complete(line: string): Promise<Completions> {
    const shell = this.#state;
    return completions(line, {
      ask: async (sql) => {
        // A transaction that has failed answers nothing.
        if (!shell.session || shell.transaction === 'failed') return [];
        const { replies } = await shell.ask({ kind: 'query', sql }, true);
        return replies.flatMap((reply) => (reply.kind === 'rows' ? reply.rows.map(([name]) => name ?? '') : []));
      },
      variables: shell.variables.list().map(([name]) => name),
      commands: COMMAND_NAMES,
      files: (begun) => shell.io.files.list(begun),
      statement: shell.buffer.text,
    });
  }

  /** Brings the server to its beginning, and connects. @returns why that was refused, or `null` */
  async start(to: ConnectionTarget): Promise<ServerReport | null> {
    await this.#conversation.begin();
    return this.#connect(to);
  }

  /** Sets an option of \pset, before anything is printed. @returns what is wrong with it, or `null` */
  setPrintOption(name: string, value: string | null): string | null {
    const result = setOption(this.#state.print, name, value);
    if (result.kind === 'error') return result.message;
    this.#state.print = result.settings;
    return null;
  }

  /** Where results go from now on. @throws FileError */
  setOutputFile(name: string): void {
    this.#state.io.files.write(name, '');
    this.#state.outputFile = name;
  }

  /** Reads lines that somebody types, until they end. */
  run(): Promise<LoopEnd> {
    return new MainLoop(this.#state, this.#psql).run();
  }

  /** Reads lines that nobody types, as from a pipe: without prompts, and up to an error if ON_ERROR_STOP is on. */
  runPiped(): Promise<LoopEnd> {
    this.#state.isInteractive = false;
    return this.run();
  }

  /** Reads a file, with messages that say where. @returns `missing` when there is none */
  async runFile(name: string): Promise<LoopEnd | 'missing'> {
    const shell = this.#state;
    shell.isInteractive = false;
    shell.isWordy = true;
    try {
      const text = shell.io.files.read(name);
      if (text !== null) return await this.#runLines(name, text);
      shell.log(`${name}: No such file or directory`);
      return 'missing';
    } finally {
      shell.isWordy = false;
    }
  }

  /** Reads the lines of the standard input like those of a file. */
  async runStandardInput(): Promise<LoopEnd> {
    const shell = this.#state;
    shell.isWordy = true;
    shell.place = { name: '<stdin>', line: 0 };
    try {
      return await this.runPiped();
    } finally {
      shell.isWordy = false;
      shell.place = null;
    }
  }

  /** Has a statement of psql's own run, of which only an error is shown. @returns whether it succeeded */
  async runQuietly(sql: string): Promise<boolean> {
    const { replies } = await this.#state.ask({ kind: 'query', sql });
    for (const reply of replies) if (reply.kind === 'error') this.#state.report(reply.report, sql);
    return !replies.some(({ kind }) => kind === 'error');
  }

  /** Runs SQL, all of it as one message to the server, or one meta-command. @returns whether it succeeded */
  async runOne(text: string): Promise<boolean> {
    const shell = this.#state;
    shell.isInteractive = false;
    if (!text.startsWith('\\')) return sendQuery(shell, text);
    const end = await runCommand(shell, new Input(text.slice(1)), this.#psql);
    return end === 'send' ? sendQuery(shell, shell.buffer.text) : end !== 'error';
  }

  async #connect(to: ConnectionTarget): Promise<ServerReport | null> {
    const attempt = await this.#conversation.connect(to);
    if (attempt.kind === 'refused') return attempt.report;
    const shell = this.#state;
    const { session } = attempt;
    shell.serverSettings = { ...session.settings };
    shell.transaction = 'idle';
    const version = session.settings['server_version'] ?? '';
    const [major = '0', minor = '0'] = version.split('.');
    const number = String(Number(major) * 10_000 + Number(minor));
    for (const [name, value] of [
      ['DBNAME', session.database],
      ['USER', session.user],
      ['HOST', '/tmp'],
      ['PORT', '5432'],
      ['ENCODING', session.settings['client_encoding'] ?? 'UTF8'],
      ['SERVER_VERSION_NAME', version],
      ['SERVER_VERSION_NUM', number],
      ['VERSION', `PostgreSQL ${version}`],
      ['VERSION_NAME', version],
      ['VERSION_NUM', number],
    ] as const) {
      shell.variables.set(name, value);
    }
    return null;
  }

  /** Reads a file's lines, in a loop of their own. */
  async #readFile(name: string): Promise<boolean> {
    const shell = this.#state;
    const text = shell.io.files.read(name);
    if (text === null || this.#depth >= DEEPEST_INCLUDE) {
      shell.log(`${name}: ${text === null ? 'No such file or directory' : 'Too many open files'}`);
      return false;
    }
    return (await this.#runLines(name, text)) === 'ended';
  }

  async #runLines(name: string, text: string): Promise<LoopEnd> {
    const shell = this.#state;
    const { source, place, isInteractive, statementLine, conditions } = shell;
    const outer = shell.buffer.text;
    shell.buffer.text = '';
    shell.source = lines(text);
    shell.place = { name, line: 0 };
    shell.isInteractive = false;
    shell.conditions = new ConditionStack();
    this.#depth++;
    try {
      return await new MainLoop(shell, this.#psql).run();
    } finally {
      this.#depth--;
      Object.assign(shell, { source, place, isInteractive, statementLine, conditions });
      shell.buffer.text = outer;
    }
  }
}
