import type { PrintSettings } from './print-settings';
import type { Alignment } from './printed-table';
import type { TableText } from './table-text';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '<br />\n',
};

function escape(text: string): string {
  const leading = /^ */.exec(text)?.[0].length ?? 0;
  return '&nbsp;'.repeat(leading) + text.slice(leading).replace(/[&<>"\n]/g, (character) => ESCAPES[character] ?? '');
}

function dataCell(text: string, align: Alignment | undefined): string {
  const content = /^[ \t]*$/.test(text) ? '&nbsp; ' : escape(text);
  return `    <td align="${align === 'right' ? 'right' : 'left'}">${content}</td>\n`;
}

function begin({ title }: TableText, { border, tableattr }: PrintSettings): string {
  const caption = title === null ? '' : `  <caption>${escape(title)}</caption>\n`;
  return `<table border="${String(border)}"${tableattr === null ? '' : ` ${tableattr}`}>\n${caption}`;
}

function end(footers: readonly string[]): string {
  if (footers.length === 0) return '</table>\n\n';
  return `</table>\n<p>${footers.map((footer) => `${escape(footer)}<br />\n`).join('')}</p>\n`;
}

/** The format `html`. */
export function printHtml(table: TableText, settings: PrintSettings): string {
  let text = begin(table, settings);
  if (!settings.tuples_only) {
    const headers = table.headers.map((name) => `    <th align="center">${escape(name)}</th>\n`);
    text += `  <tr>\n${headers.join('')}  </tr>\n`;
  }
  for (const row of table.rows) {
    text += `  <tr valign="top">\n${row.map((cell, i) => dataCell(cell, table.aligns[i])).join('')}  </tr>\n`;
  }
  return text + end(table.footers);
}

/** The format `html`, with the columns of each row below each other. */
export function printHtmlRecords(table: TableText, settings: PrintSettings): string {
  let text = begin(table, settings);
  for (const [n, row] of table.rows.entries()) {
    text += settings.tuples_only
      ? '\n  <tr><td colspan="2">&nbsp;</td></tr>\n'
      : `\n  <tr><td colspan="2" align="center">Record ${String(n + 1)}</td></tr>\n`;
    for (const [i, cell] of row.entries()) {
      text += `  <tr valign="top">\n    <th>${escape(table.headers[i] ?? '')}</th>\n`;
      text += `${dataCell(cell, table.aligns[i])}  </tr>\n`;
    }
  }
  return text + end(table.recordFooters);
}
