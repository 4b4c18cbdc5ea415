import { latexText } from './latex-text';
import type { PrintSettings } from './print-settings';
import type { TableText } from './table-text';

/**
 * The columns' kinds. A column of texts may have a width, a part of the page's: one after the other from the table's
 * attributes, and the last of them for all that follow.
 */
function columnKinds({ aligns }: TableText, { tableattr }: PrintSettings): readonly string[] {
  const widths = tableattr?.split(/[ \t\n]+/).filter((width) => width !== '') ?? [];
  let used = 0;
  return aligns.map((align) => {
    if (align !== 'left' || widths.length === 0) return align.charAt(0);
    return `p{${widths[Math.min(used++, widths.length - 1)] ?? ''}\\textwidth}`;
  });
}

function caption(title: string, addition: string): string {
  return `\\caption[${latexText(title)}${addition}]{${latexText(title)}}\n`;
}

function heads(table: TableText, border: number): string {
  const top = border >= 2 ? '\\toprule\n' : '';
  const names = `${table.headers.map((name) => `\\small\\textbf{\\textit{${latexText(name)}}}`).join(' & ')} \\\\\n`;
  const first = `${top}${names}\\midrule\n\\endfirsthead\n`;
  const other = `${top}${names}${border >= 3 ? '' : '\\midrule\n'}\\endhead\n`;
  const { title } = table;
  if (title !== null) {
    const bottom = border === 2 ? '\\bottomrule\n' : '';
    const foot = `${bottom}${caption(title, ' (Continued)')}\\endfoot\n`;
    return `${first}${other}${foot}${bottom}${caption(title, '')}\\endlastfoot\n`;
  }
  return first + other + (border >= 2 ? '\\bottomrule\n\\endfoot\n\\bottomrule\n\\endlastfoot\n' : '');
}

/** The format `latex-longtable`. */
export function printLatexLongtable(table: TableText, settings: PrintSettings): string {
  const { border } = settings;
  const columns = columnKinds(table, settings).join(border === 0 ? '' : ' | ');
  let text = `\\begin{longtable}{${border >= 2 ? `| ${columns} |` : columns}}\n`;
  if (!settings.tuples_only) text += heads(table, border);
  for (const row of table.rows) {
    const cells = row.map((cell) => `\\raggedright{${latexText(cell)}}`).join('\n&\n');
    text += `${cells} \\tabularnewline\n${border >= 3 ? ' \\hline\n' : ''}`;
  }
  return `${text}\\end{longtable}\n`;
}
