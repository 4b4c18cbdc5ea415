import { characterWidth } from '../../../core/text-width';

/** One line of a cell, fit to be printed. */
export interface CellLine {
  readonly text: string;
  readonly width: number;
}

const TAB_STOP = 8;

function escape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16).toUpperCase();
  return code < 0x80 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

function cellLine(line: string): CellLine {
  let text = '';
  let width = 0;
  for (const character of line) {
    const columns = characterWidth(character);
    let shown = character;
    if (character === '\t') shown = ' '.repeat(TAB_STOP - (width % TAB_STOP));
    else if (character === '\r') shown = '\\r';
    else if (columns < 0) shown = escape(character);
    text += shown;
    width += shown === character ? columns : shown.length;
  }
  return { text, width };
}

/** A value's lines: tabs become spaces, and control characters become escapes. */
export function cellLines(value: string): readonly CellLine[] {
  return value.split('\n').map(cellLine);
}

/** The columns that the widest of some lines takes. */
export function widest(lines: readonly CellLine[]): number {
  return lines.reduce((most, { width }) => Math.max(most, width), 0);
}

/** As much of a text's beginning as fits into some columns; at least one character, however wide. */
export function fitting(text: string, columns: number): CellLine {
  let width = 0;
  let length = 0;
  for (const character of text) {
    const own = characterWidth(character);
    if (width !== 0 && width + own > columns) break;
    width += own;
    length += character.length;
  }
  return { text: text.slice(0, length), width };
}
