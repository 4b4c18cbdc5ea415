import type { Reply } from '../../../../core/server';
import type { Alignment, PrintedTable } from '../../print/print-table';
import type { Command, CommandContext, CommandEnd } from '../command';
import { writeTable } from '../print-rows';
import type { ShellState } from '../shell-state';

/** A table as psql-describe gives it. */
interface DescribedTable {
  readonly title: string | null;
  readonly ncolumns: number;
  readonly nrows: number;
  readonly headers: readonly string[];
  readonly cells: readonly string[];
  readonly footers: readonly (string | null)[] | null;
  readonly aligns: readonly string[];
  readonly opt: { readonly default_footer?: boolean; readonly expanded?: boolean };
}

/** Thrown to leave a command that is only to show its queries. */
class NotRunError extends Error {
  override readonly name = 'NotRunError';
}

type Answer = Extract<Reply, { kind: 'rows' }>;

/** @param answer what the last query gave: where that is the table itself, it tells which of the cells are NULL */
function toPrinted(table: DescribedTable, answer: Answer | null): PrintedTable {
  const { ncolumns, nrows, headers } = table;
  const footers = table.footers?.filter((footer) => footer !== null).filter((footer) => footer !== '') ?? [];
  const isItself =
    answer?.rows.length === nrows &&
    answer.fields.length === ncolumns &&
    answer.fields.every(({ name }, i) => name === headers[i]);
  const cell = (row: number, column: number): string | null =>
    isItself && answer.rows[row]?.[column] === null ? null : (table.cells[row * ncolumns + column] ?? '');
  const align = (letter: string | undefined): Alignment =>
    letter === 'r' ? 'right' : letter === 'c' ? 'center' : 'left';
  return {
    title: table.title,
    headers: headers.map((name, i) => ({ name, align: align(table.aligns[i]) })),
    rows: Array.from({ length: nrows }, (_, row) => headers.map((__, column) => cell(row, column))),
    rowCount: nrows,
    footers: footers.length > 0 || table.opt.default_footer === false ? footers : null,
  };
}

/** An argument, written so that it is read as one again. */
function requoted(argument: string): string {
  return /^[\w.*?"$+-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
}

/**
 * The queries behind a command, asked of the shell's own session, and shown when they are to be shown.
 * @param hear told each answer
 */
function queries(
  shell: ShellState,
  hear: (answer: Answer) => void,
): (sql: string) => Promise<{ rows: readonly unknown[]; rowCount: number }> {
  return async (sql) => {
    const { echoHidden } = shell.options;
    if (echoHidden !== 'off') shell.write(`/******** QUERY *********/\n${sql}\n/************************/\n\n`);
    if (echoHidden === 'noexec') throw new NotRunError();
    const { replies } = await shell.ask({ kind: 'query', sql }, true);
    for (const reply of replies) {
      if (reply.kind === 'error') throw new Error(reply.report.message);
      if (reply.kind === 'rows') {
        hear(reply);
        const fields = reply.fields.map(({ name, oid }) => ({ name, dataTypeID: oid }));
        return { rows: reply.rows, rowCount: reply.rows.length, fields };
      }
    }
    return { rows: [], rowCount: 0, fields: [] };
  };
}

/** Runs one of psql's commands that look into the catalogs. Source: psql-describe, made from psql 18's own. */
async function run(
  { shell }: CommandContext,
  command: string,
  expanded: boolean,
  widen: ((sql: string) => string) | null = null,
): Promise<CommandEnd> {
  const { session } = shell;
  if (!session) {
    shell.log('You are currently not connected to a database.');
    return 'error';
  }
  const { describe } = await import('psql-describe');
  let answer: Answer | null = null;
  const ask = queries(shell, (heard) => (answer = heard));
  const version = Number(shell.variables.get('SERVER_VERSION_NUM'));
  let end: CommandEnd = 'done';
  let wasNotRun = false;
  const guarded = async (sql: string): ReturnType<typeof ask> => {
    try {
      return await ask(widen?.(sql) ?? sql);
    } catch (error) {
      wasNotRun = error instanceof NotRunError;
      throw error;
    }
  };
  const show = (item: string | object): void => {
    if (wasNotRun) return;
    if (typeof item !== 'string') {
      const table = item as DescribedTable;
      const settings = table.opt.expanded === false ? { ...shell.print, expanded: 'off' as const } : shell.print;
      const printed = toPrinted(widen ? { ...table, title: 'List of relations' } : table, answer);
      writeTable(shell, printed, expanded ? { ...settings, expanded: 'on' } : settings);
    } else if (/^\\s[fv]/.test(command) && /^(?:CREATE|\s|\d)/.test(item)) shell.writeResult(item);
    else if (item.startsWith('invalid command')) end = 'unknown';
    else if (EXTRA_ARGUMENT.test(item)) {
      // Behind a command that failed, nothing of the line is read.
      if (end === 'done') shell.log(item.trimEnd(), 'warning');
    } else {
      const text = item.trimEnd();
      shell.log(widen ? text.replace(/(?<=^Did not find any )[a-z ]+?(?= named|\.)/, 'relations') : text);
      end = 'error';
    }
  };
  const { promise } = describe(command, session.database, guarded, show, false, version, shell.standardStrings);
  await promise;
  return end;
}

/** What is said of words that the command has no use for. */
const EXTRA_ARGUMENT = /^\\\S+: extra argument ".*" ignored\s*$/;

/** The letters of relations, behind \d, and how pg_class calls their kinds. */
const RELATION_KINDS: Readonly<Record<string, readonly string[]>> = {
  t: ["'r'", "'p'"],
  v: ["'v'"],
  m: ["'m'"],
  i: ["'i'", "'I'"],
  s: ["'S'"],
  E: ["'f'"],
};

/**
 * psql-describe looks for relations of one kind only; where several are asked for, its question is widened.
 * @returns the letter to ask it for, and what makes a question for the others as well of its own
 */
function severalKinds(name: string): { readonly letter: string; readonly widen: (sql: string) => string } | null {
  const letters = [...new Set(name)].filter((letter) => letter in RELATION_KINDS);
  if (!/^d[tvmisE][tvmisESx+]*$/.test(name) || letters.length < 2) return null;
  const kinds = letters.flatMap((letter) => RELATION_KINDS[letter] ?? []).join(',');
  const widen = (sql: string): string => sql.replace(/(?<=c\.relkind IN \()(?:'[rpvmiISf]',)+/, `${kinds},`);
  // Indexes have a column of their own, which the question has to be for, and sequences have least.
  return { letter: ['i', 't', 'm'].find((letter) => letters.includes(letter)) ?? letters[0] ?? 't', widen };
}

/** \d with all that may follow it, \l and \z. */
export const describeCommand: Command = (context) => {
  const { args } = context;
  const several = severalKinds(context.name);
  const name = several ? `d${several.letter}${context.name.slice(1).replace(/[tvmisE]/g, '')}` : context.name;
  // An x among the letters asks for the expanded layout, except in \dx, which lists extensions.
  const head = name.startsWith('dx') ? 'dx' : name.slice(0, 1);
  const tail = name.slice(head.length);
  const letters = name.startsWith('dconfig') ? name : head + tail.replace('x', '');
  const expanded = letters !== name;
  return run(context, [`\\${letters}`, ...args.all(true).map(requoted)].join(' '), expanded, several?.widen);
};

/** \sf and \sv */
export const sourceCommand: Command = (context) =>
  run(context, `\\${context.name} ${context.args.restOfLine(true) ?? ''}`.trimEnd(), false);
