import { type PrintSettings, ZERO_BYTE } from './print-settings';
import type { TableText } from './table-text';

/** What ends the last record: a line's end, whatever separates records; but a zero byte where that separates them. */
function end({ recordsep }: PrintSettings): string {
  return recordsep === ZERO_BYTE ? ZERO_BYTE : '\n';
}

/** The format `unaligned`. */
export function printUnaligned(table: TableText, settings: PrintSettings): string {
  const { fieldsep, recordsep, tuples_only: tuplesOnly } = settings;
  const lines = table.rows.map((row) => row.join(fieldsep));
  if (!tuplesOnly) lines.unshift(table.headers.join(fieldsep));
  if (table.title !== null) lines.unshift(table.title);
  lines.push(...table.footers);
  return lines.length === 0 ? '' : lines.join(recordsep) + end(settings);
}

/** The format `unaligned`, with the columns of each row below each other. */
export function printUnalignedRecords(table: TableText, settings: PrintSettings): string {
  const { fieldsep, recordsep } = settings;
  const records = table.rows.map((row) =>
    row.map((cell, i) => `${table.headers[i] ?? ''}${fieldsep}${cell}`).join(recordsep),
  );
  if (table.title !== null) records.unshift(table.title);
  const footers = table.recordFooters.map((footer) => recordsep + footer);
  if (footers.length > 0) footers.unshift(recordsep);
  const text = records.join(recordsep + recordsep) + footers.join('');
  return records.length === 0 ? text : text + end(settings);
}
