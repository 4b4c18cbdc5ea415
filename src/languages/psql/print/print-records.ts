import { type CellLine, cellLines, fitting, widest } from './cell-lines';
import { type LineStyle, lineStyle } from './line-style';
import type { PrintSettings } from './print-settings';
import { recordLine } from './record-line';
import { wrapRecords } from './wrap-records';
import type { TableText } from './table-text';

/** How the lines of records look. */
interface Layout {
  readonly border: number;
  readonly style: LineStyle;
  readonly headerWidth: number;
  readonly dataWidth: number;
  readonly hasBrokenHeader: boolean;
  /** Whether lines that go on have their mark after them. */
  readonly hasMarks: boolean;
}

/** At least one space, for this is how C pads a space. */
const padded = (width: number): string => ' '.repeat(Math.max(1, width));

/** The header's half of a field's line. @param lines the header's; `n` may be past them */
function headerHalf(lines: readonly CellLine[], n: number, layout: Layout): string {
  const { border, style, headerWidth, hasBrokenHeader } = layout;
  const line = lines[n];
  if (!line) {
    const hasExtra = hasBrokenHeader && (style.isOld ? border < 2 : border === 0);
    return padded(headerWidth + border + (hasExtra ? 1 : 0));
  }
  let text = '';
  if (border === 2 || (hasBrokenHeader && style.isOld)) text += n > 0 ? style.headerBroken[0] : ' ';
  text += line.text + ' '.repeat(headerWidth - line.width);
  if (border > 0 || (hasBrokenHeader && !style.isOld)) text += n + 1 < lines.length ? style.headerBroken[1] : ' ';
  return text;
}

/** The lines of one field: its name, and its value. */
function fieldLines(header: readonly CellLine[], data: readonly CellLine[], layout: Layout): string {
  const { border, style, dataWidth, hasMarks } = layout;
  const right = border === 2 ? style.right : '';
  const showsMarks = border > 1 || (hasMarks && !style.isOld);
  let text = '';
  let line = 0;
  let offset = 0;
  let left = data[0]?.width ?? 0;
  let isAtEnd = false;
  for (let n = 0; n < header.length || !isAtEnd; n++) {
    if (border === 2) text += style.left;
    text += headerHalf(header, n, layout);
    // Past its end a value counts as wrapped, unless its last line is empty.
    if (border > 0) text += offset > 0 ? style.middleWrapped : line === 0 ? style.middle : style.middleBroken;
    if (isAtEnd) {
      text += border < 2 ? '\n' : `${' '.repeat(dataWidth)}  ${right}\n`;
      continue;
    }
    text += offset > 0 ? style.wrapped[0] : ' ';
    const piece = fitting(data[line]?.text.slice(offset) ?? '', dataWidth);
    text += piece.text;
    offset += piece.text.length;
    left -= piece.width;
    const spaces = ' '.repeat(Math.max(0, dataWidth - piece.width));
    const next = data[line + 1];
    if (left !== 0) {
      if (showsMarks) text += spaces + style.wrapped[1];
    } else if (next) {
      if (showsMarks) text += spaces + style.broken[1];
      line++;
      offset = 0;
      left = next.width;
    } else {
      if (border > 1) text += `${spaces} `;
      isAtEnd = true;
    }
    text += `${right}\n`;
  }
  return text;
}

/**
 * The formats `aligned` and `wrapped`, with the columns of each row below each other.
 * @param screen the columns that there are; 0 when nobody knows
 */
export function printRecords(table: TableText, settings: PrintSettings, screen: number): string {
  if (table.rows.length === 0) return `${table.footers.map((footer) => `${footer}\n`).join('')}\n`;
  const style = lineStyle(settings);
  const border = Math.min(settings.border, 2);
  const headers = table.headers.map(cellLines);
  const rows = table.rows.map((row) => row.map(cellLines));
  const headerWidth = headers.reduce((most, lines) => Math.max(most, widest(lines)), 0);
  const natural = rows.flat().reduce((most, lines) => Math.max(most, widest(lines)), 0);
  const hasBrokenHeader = headers.some(({ length }) => length > 1);
  const hasBrokenData = rows.flat().some(({ length }) => length > 1);
  const hasRecordLines = !settings.tuples_only;
  const { width: dataWidth, hasMarks } = wrapRecords(
    {
      ...{ border, style, headerWidth, dataWidth: natural, hasBrokenHeader, hasBrokenData },
      ...{ rowCount: table.rowCount, hasRecordLines },
    },
    settings.format === 'wrapped' ? screen : 0,
  );
  const layout: Layout = { border, style, headerWidth, dataWidth, hasBrokenHeader, hasMarks };

  // Old marks of a broken header stand before it.
  const extra = border < 2 && hasBrokenHeader && style.isOld ? 1 : 0;
  const above = { header: headerWidth + extra, data: dataWidth, screen };
  let text = table.title === null ? '' : `${table.title}\n`;
  for (const [n, row] of rows.entries()) {
    const rule = n === 0 ? style.top : style.belowHeader;
    if (hasRecordLines) text += recordLine(n + 1, above, rule, settings);
    else if (n > 0 || border === 2) text += recordLine(null, above, rule, settings);
    for (const [i, data] of row.entries()) text += fieldLines(headers[i] ?? [], data, layout);
  }
  if (border === 2) text += recordLine(null, { header: headerWidth, data: dataWidth, screen }, style.bottom, settings);
  if (border < 2 && table.recordFooters.length > 0) text += '\n';
  for (const footer of table.recordFooters) text += `${footer}\n`;
  return `${text}\n`;
}
