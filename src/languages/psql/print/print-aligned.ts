import { type CellLine, cellLines, fitting, widest } from './cell-lines';
import { type LineStyle, lineStyle, type Rule } from './line-style';
import { printRecords } from './print-records';
import type { PrintSettings } from './print-settings';
import type { Alignment } from './printed-table';
import type { TableText } from './table-text';
import { wrapWidths } from './wrap-widths';

const MOST_BORDER = 2;

/** How the lines of a table look. */
interface Layout {
  readonly border: number;
  readonly style: LineStyle;
  readonly widths: readonly number[];
  readonly aligns: readonly Alignment[];
}

/** What a cell's next line is, after the one that was printed. */
type Going = 'none' | 'wrapped' | 'broken';

/** A cell on its way to the screen. */
class PrintedCell {
  readonly #lines: readonly CellLine[];
  #line = 0;
  #rest: string;
  going: Going = 'none';

  constructor(lines: readonly CellLine[]) {
    this.#lines = lines;
    this.#rest = lines[0]?.text ?? '';
  }

  get isAtEnd(): boolean {
    return this.#line >= this.#lines.length;
  }

  /** The next piece that fits. */
  take(width: number): CellLine {
    const piece = fitting(this.#rest, width);
    const rest = this.#rest.slice(piece.text.length);
    if (rest === '') {
      this.#line++;
      this.#rest = this.#lines[this.#line]?.text ?? '';
      this.going = this.isAtEnd ? 'none' : 'broken';
    } else {
      this.#rest = rest;
      this.going = 'wrapped';
    }
    // A wide character in a column of one is as wide as that, for what follows.
    return { text: piece.text, width: Math.min(piece.width, width) };
  }
}

function ruleLine({ horizontal, left, middle, right }: Rule, { border, widths }: Layout): string {
  const between = border === 0 ? ' ' : horizontal + middle + horizontal;
  const line = widths.map((width) => horizontal.repeat(width)).join(between);
  if (border === 0) return `${line}\n`;
  if (border === 1) return `${horizontal}${line}${horizontal}\n`;
  return `${left}${horizontal}${line}${horizontal}${right}\n`;
}

function headerLines(headers: readonly (readonly CellLine[])[], { border, style, widths }: Layout): string {
  const height = headers.reduce((most, lines) => Math.max(most, lines.length), 0);
  const last = headers.length - 1;
  let text = '';
  for (let n = 0; n < height; n++) {
    if (border === MOST_BORDER) text += style.left;
    for (const [i, lines] of headers.entries()) {
      const line = lines[n];
      const spaces = (widths[i] ?? 0) - (line?.width ?? 0);
      if (border !== 0 || (!style.hasMarkColumn && i > 0)) text += n > 0 ? style.headerBroken[0] : ' ';
      text += ' '.repeat(Math.floor(spaces / 2)) + (line?.text ?? '') + ' '.repeat(Math.ceil(spaces / 2));
      if (border !== 0 || style.hasMarkColumn) text += n + 1 < lines.length ? style.headerBroken[1] : ' ';
      if (border !== 0 && i < last) text += style.middle;
    }
    if (border === MOST_BORDER) text += style.right;
    text += '\n';
  }
  return text;
}

function mark(style: LineStyle, going: Going, side: 0 | 1): string | null {
  return going === 'none' ? null : style[going][side];
}

function columnLine(style: LineStyle, next: PrintedCell): string {
  if (next.going === 'wrapped') return style.middleWrapped;
  if (next.going === 'broken') return style.middleBroken;
  return next.isAtEnd ? style.middleBlank : style.middle;
}

/** One line of a row, of as many as its cells need. */
function cellsLine(cells: readonly PrintedCell[], { border, style, widths, aligns }: Layout): string {
  let text = border === MOST_BORDER ? style.left : '';
  for (const [i, cell] of cells.entries()) {
    const width = widths[i] ?? 0;
    const isLast = i === cells.length - 1;
    const isPadded = border === MOST_BORDER || !isLast;
    if (border !== 0) text += mark(style, cell.going, 0) ?? ' ';
    if (cell.isAtEnd) {
      if (isPadded) text += ' '.repeat(width);
      cell.going = 'none';
      // Past its end, a value set to the left is padded like an empty one that fills its column: not at all.
    } else {
      const piece = cell.take(width);
      const spaces = ' '.repeat(width - piece.width);
      if (aligns[i] === 'right') text += spaces + piece.text;
      else text += piece.text + (isPadded || cell.going !== 'none' ? spaces : '');
    }
    text += mark(style, cell.going, 1) ?? (isPadded ? ' ' : '');
    const next = cells[i + 1];
    if (border !== 0 && next) text += columnLine(style, next);
  }
  if (border === MOST_BORDER) text += style.right;
  return `${text}\n`;
}

function rowLines(row: readonly (readonly CellLine[])[], layout: Layout): string {
  const cells = row.map((lines) => new PrintedCell(lines));
  let text = '';
  do text += cellsLine(cells, layout);
  while (cells.some((cell) => !cell.isAtEnd));
  return text;
}

function frameWidth(columns: number, border: number): number {
  if (border === 0) return columns;
  return border === 1 ? Math.max(0, columns * 3 - 1) : columns * 3 + 1;
}

function titleLine(title: string, total: number): string {
  const width = widest(cellLines(title));
  return `${' '.repeat(Math.max(0, Math.floor((total - width) / 2)))}${title}\n`;
}

/**
 * The formats `aligned` and `wrapped`, with rows side by side.
 * @param screen the columns that there are; 0 when nobody knows
 */
export function printAligned(table: TableText, settings: PrintSettings, screen: number): string {
  const style = lineStyle(settings);
  const border = Math.min(settings.border, MOST_BORDER);
  const headers = table.headers.map(cellLines);
  const rows = table.rows.map((row) => row.map(cellLines));
  const headerWidths = headers.map(widest);
  const most = [...headerWidths];
  const sums = headers.map(() => 0);
  for (const row of rows) {
    for (const [i, lines] of row.entries()) {
      const width = widest(lines);
      most[i] = Math.max(most[i] ?? 0, width);
      sums[i] = (sums[i] ?? 0) + width;
    }
  }
  const average = sums.map((total) => (rows.length === 0 ? 0 : Math.floor(total / rows.length)));
  const frame = frameWidth(headers.length, border);
  const columns = { headers: headerWidths, most, average };
  const widths = settings.format === 'wrapped' ? wrapWidths(columns, frame, screen) : most;
  const total = widths.reduce((all, width) => all + width, frame);
  const isTooWide = screen > 0 && screen < total;
  if (settings.expanded === 'auto' && headers.length > 1 && isTooWide) return printRecords(table, settings, screen);

  const layout: Layout = { border, style, widths, aligns: table.aligns };
  let text = table.title === null ? '' : titleLine(table.title, total);
  if (!settings.tuples_only) {
    if (border === MOST_BORDER) text += ruleLine(style.top, layout);
    text += headerLines(headers, layout) + ruleLine(style.belowHeader, layout);
  }
  for (const row of rows) text += rowLines(row, layout);
  if (border === MOST_BORDER) text += ruleLine(style.bottom, layout);
  for (const footer of table.footers) text += `${footer}\n`;
  return `${text}\n`;
}
