import type { PrintSettings } from './print-settings';
import type { TableText } from './table-text';

const escape = (text: string): string => text.replaceAll('\\', '\\(rs');

function begin({ title }: TableText, { border }: PrintSettings): string {
  const heading = title === null ? '' : `.LP\n.DS C\n${escape(title)}\n.DE\n`;
  return `${heading}.LP\n.TS\n${border >= 2 ? 'center box' : 'center'};\n`;
}

function end(footers: readonly string[]): string {
  return `.TE\n.DS L\n${footers.map((footer) => `${escape(footer)}\n`).join('')}.DE\n`;
}

/** The format `troff-ms`. */
export function printTroff(table: TableText, settings: PrintSettings): string {
  const columns = table.aligns.map((align) => align.charAt(0)).join(settings.border > 0 ? ' | ' : '');
  let text = `${begin(table, settings)}${columns}.\n`;
  if (!settings.tuples_only) text += `${table.headers.map((name) => `\\fI${escape(name)}\\fP`).join('\t')}\n_\n`;
  for (const row of table.rows) text += `${row.map(escape).join('\t')}\n`;
  return text + end(table.footers);
}

/** The format `troff-ms`, with the columns of each row below each other. */
export function printTroffRecords(table: TableText, settings: PrintSettings): string {
  const { border, tuples_only: tuplesOnly } = settings;
  let text = begin(table, settings) + (tuplesOnly ? 'c l;\n' : '');
  for (const [n, row] of table.rows.entries()) {
    if (!tuplesOnly) {
      if (n > 0) text += `${border >= 2 ? '_\n' : ''}.T&\n`;
      text += `c s.\n\\fIRecord ${String(n + 1)}\\fP\n`;
    }
    if (border >= 1) text += '_\n';
    if (!tuplesOnly) text += `.T&\n${border === 1 ? 'c | l' : 'c l'}.\n`;
    for (const [i, cell] of row.entries()) text += `${escape(table.headers[i] ?? '')}\t${escape(cell)}\n`;
  }
  return text + end(table.recordFooters);
}
