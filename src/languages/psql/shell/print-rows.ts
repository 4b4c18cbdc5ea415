import type { Field, Reply } from '../../../core/server';
import { alignmentOf } from '../print/alignment-of';
import type { PrintSettings } from '../print/print-settings';
import { printTable, type PrintedTable } from '../print/print-table';
import type { ShellState } from './shell-state';

/** A result with rows. */
export type RowsReply = Extract<Reply, { kind: 'rows' }>;

/** The heads of a table's columns. */
function headersOf(fields: readonly Field[]): PrintedTable['headers'] {
  return fields.map(({ name, oid }) => ({ name, align: alignmentOf(oid) }));
}

/** A result as it is to be printed, with the title that is set. */
export function tableOf({ fields, rows, rowCount }: RowsReply, settings: PrintSettings): PrintedTable {
  return { title: settings.title, headers: headersOf(fields), rows, rowCount, footers: null };
}

/** Prints a table where results go. */
export function writeTable(shell: ShellState, table: PrintedTable, settings: PrintSettings): void {
  // A file is as wide as may be.
  const columns = (shell.outputOnce ?? shell.outputFile) === null ? shell.io.columns : 0;
  shell.writeResult(printTable(table, settings, columns));
}

/** Tags of statements that change rows: told even where they return some. */
export const TELLS_TAG = /^(?:INSERT|UPDATE|DELETE|MERGE)/;

/** Prints a command tag, unless psql is to be quiet. */
export function writeTag(shell: ShellState, tag: string): void {
  if (shell.options.quiet) return;
  const { format } = shell.printOnce ?? shell.print;
  shell.writeStatus(format === 'html' ? `<p>${tag}</p>\n` : `${tag}\n`);
}

/** Prints a result's rows. */
export function writeRows(shell: ShellState, reply: RowsReply): void {
  const settings = shell.printOnce ?? shell.print;
  writeTable(shell, tableOf(reply, settings), settings);
}
