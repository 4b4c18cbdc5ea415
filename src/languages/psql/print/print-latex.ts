import { latexText } from './latex-text';
import type { PrintSettings } from './print-settings';
import type { TableText } from './table-text';

const RULE = '\\hline\n';

function titleText(title: string | null): string {
  return title === null ? '' : `\\begin{center}\n${latexText(title)}\n\\end{center}\n\n`;
}

function end(footers: readonly string[]): string {
  return `\\end{tabular}\n\n\\noindent ${footers.map((footer) => `${latexText(footer)} \\\\\n`).join('')}\n`;
}

/** The format `latex`. */
export function printLatex(table: TableText, settings: PrintSettings): string {
  const { border } = settings;
  const columns = table.aligns.map((align) => align.charAt(0)).join(border === 0 ? '' : ' | ');
  let text = `${titleText(table.title)}\\begin{tabular}{${border >= 2 ? `| ${columns} |` : columns}}\n`;
  if (!settings.tuples_only) {
    if (border >= 2) text += RULE;
    text += `${table.headers.map((name) => `\\textit{${latexText(name)}}`).join(' & ')} \\\\\n${RULE}`;
  }
  for (const row of table.rows) text += `${row.map(latexText).join(' & ')} \\\\\n${border >= 3 ? RULE : ''}`;
  if (border === 2) text += RULE;
  return text + end(table.footers);
}

const RECORD_COLUMNS = ['cl', 'c|l', '|c|l|'];

/** The formats `latex` and `latex-longtable`, with the columns of each row below each other. */
export function printLatexRecords(table: TableText, settings: PrintSettings): string {
  const border = Math.min(settings.border, 2);
  let text = `${titleText(table.title)}\\begin{tabular}{${RECORD_COLUMNS[border] ?? ''}}\n`;
  for (const [n, row] of table.rows.entries()) {
    if (!settings.tuples_only) {
      if (border === 2) text += RULE;
      text += `\\multicolumn{2}{${border === 2 ? '|c|' : 'c'}}{\\textit{Record ${String(n + 1)}}} \\\\\n`;
    }
    if (border >= 1) text += RULE;
    for (const [i, cell] of row.entries()) text += `${latexText(table.headers[i] ?? '')} & ${latexText(cell)} \\\\\n`;
  }
  if (border === 2) text += RULE;
  return text + end(table.recordFooters);
}
