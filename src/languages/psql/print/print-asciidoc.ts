import type { PrintSettings } from './print-settings';
import type { Alignment } from './printed-table';
import type { TableText } from './table-text';

const FRAMES = [',frame="none",grid="none"', ',frame="none"', ',frame="all",grid="all"'];

const escape = (text: string): string => text.replaceAll('|', '\\|');
const isBlank = (text: string): boolean => /^[ \t]*$/.test(text);
const column = (align: Alignment | undefined): string => (align === 'right' ? '>l' : '<l');

function begin({ title }: TableText, { border }: PrintSettings, options: string): string {
  return `\n${title === null ? '' : `.${title}\n`}[${options}${FRAMES[border] ?? ''}]\n|====\n`;
}

function end(footers: readonly string[]): string {
  const lines = footers.map((footer) => `${footer}\n`).join('');
  return `|====\n${lines === '' ? '' : `\n....\n${lines}....\n`}`;
}

/** The format `asciidoc`. */
export function printAsciidoc(table: TableText, settings: PrintSettings): string {
  const columns = `cols="${table.aligns.map(column).join(',')}"`;
  let text = begin(table, settings, settings.tuples_only ? columns : `options="header",${columns}`);
  if (!settings.tuples_only) text += `${table.headers.map((name) => `^l|${escape(name)}`).join(' ')}\n`;
  for (const row of table.rows) {
    const last = row.length - 1;
    const cells = row.map((cell, i) => `|${isBlank(cell) ? (i < last ? ' ' : '') : escape(cell)}`);
    text += `${cells.join(' ')}\n`;
  }
  return text + end(table.footers);
}

/** The format `asciidoc`, with the columns of each row below each other. */
export function printAsciidocRecords(table: TableText, settings: PrintSettings): string {
  let text = begin(table, settings, 'cols="h,l"');
  for (const [n, row] of table.rows.entries()) {
    text += settings.tuples_only ? '2+|\n' : `2+^|Record ${String(n + 1)}\n`;
    for (const [i, cell] of row.entries()) {
      const value = isBlank(cell) ? ' ' : escape(cell);
      text += `<l|${escape(table.headers[i] ?? '')} ${column(table.aligns[i])}|${value}\n`;
    }
  }
  return text + end(table.recordFooters);
}
