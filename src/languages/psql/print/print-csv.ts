import type { PrintSettings } from './print-settings';
import type { TableText } from './table-text';

function field(text: string, separator: string): string {
  // A line of only "\." would end the rows for COPY.
  const isPlain = !text.includes(separator) && !/["\r\n]/.test(text) && text !== '\\.' && !/[\\.]/.test(separator);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

function line(fields: readonly string[], { csv_fieldsep: separator }: PrintSettings): string {
  return `${fields.map((text) => field(text, separator)).join(separator)}\n`;
}

/** The format `csv`. */
export function printCsv(table: TableText, settings: PrintSettings): string {
  const rows = settings.tuples_only ? table.rows : [table.headers, ...table.rows];
  return rows.map((row) => line(row, settings)).join('');
}

/** The format `csv`, with the columns of each row below each other. */
export function printCsvRecords(table: TableText, settings: PrintSettings): string {
  return table.rows.flatMap((row) => row.map((cell, i) => line([table.headers[i] ?? '', cell], settings))).join('');
}
