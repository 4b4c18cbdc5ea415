import type { ConnectionTarget, Server, ServerReport } from '../../../core/server';
import { printTable } from '../print/print-table';
import { type Completions, completions } from '../complete/completions';
import { ConditionStack } from './condition-stack';
import { type Beginning, Conversation } from './conversation';
import type { PsqlParts } from './command';
import { COMMAND_NAMES } from './command-table';
import { type LoopEnd, MainLoop } from './main-loop';
import { sendQuery } from './send-query';
import type { ShellIo } from './shell-io';
import { type LineSource, ShellState } from './shell-state';

/** How deep files may include each other: a real psql runs out of open files somewhere. */
const DEEPEST_INCLUDE = 200;

/** The variables that tell of the connection. */
const CONNECTION_VARIABLES = ['DBNAME', 'USER', 'HOST', 'PORT', 'ENCODING', 'SERVER_VERSION_NAME', 'SERVER_VERSION_NUM'];

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

  setVariable(name: string, value: string): void {
    this.#state.variables.set(name, value);
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

  /** Reads lines until they end. */
  run(): Promise<LoopEnd> {
    return new MainLoop(this.#state, this.#psql).run();
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
    const { source, place, isInteractive, statementLine, conditions } = shell;
    const outer = shell.buffer.text;
    shell.buffer.text = '';
    shell.source = lines(text);
    shell.place = { name, line: 0 };
    shell.isInteractive = false;
    shell.conditions = new ConditionStack();
    this.#depth++;
    try {
      return (await new MainLoop(shell, this.#psql).run()) === 'ended';
    } finally {
      this.#depth--;
      Object.assign(shell, { source, place, isInteractive, statementLine, conditions });
      shell.buffer.text = outer;
    }
  }
}
