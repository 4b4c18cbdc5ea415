import type { Cell, Column } from './database';
import { characterWidth } from './text-width';

const RIGHT_ALIGNED = /^(smallint|integer|bigint|numeric|real|double precision|money|oid|xid|xid8|cid)(\([^)]*\))?$/;
const TAB_STOP = 8;

/** Whether psql would set values of this type flush right. */
export function isRightAligned(column: Pick<Column, 'type'>): boolean {
  return RIGHT_ALIGNED.test(column.type);
}

/** One line of a cell, with the columns that it takes on a terminal. */
interface Line {
  readonly text: string;
  readonly width: number;
}

function hex(code: number, digits: number): string {
  return code.toString(16).toUpperCase().padStart(digits, '0');
}

/** psql's way to show what has no shape: tabs to the next stop, a return as `\r`, other controls by their code. */
function printable(character: string, column: number): Line {
  if (character === '\t') {
    const size = TAB_STOP - (column % TAB_STOP);
    return { text: ' '.repeat(size), width: size };
  }
  const size = characterWidth(character);
  if (size >= 0) return { text: character, width: size };
  const code = character.codePointAt(0) ?? 0;
  const text = character === '\r' ? '\\r' : code < 0x80 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
  return { text, width: text.length };
}

function linesOf(value: string): Line[] {
  return value.split('\n').map((line) => {
    let text = '';
    let width = 0;
    for (const character of line) {
      const shown = printable(character, width);
      text += shown.text;
      width += shown.width;
    }
    return { text, width };
  });
}

/** The lines of a header: centred, with a `+` at the right of each line that another follows. */
function headerLines(names: readonly (readonly Line[])[], widths: readonly number[]): string[] {
  const height = Math.max(1, ...names.map((lines) => lines.length));
  return Array.from({ length: height }, (_, n) =>
    names
      .map((lines, i) => {
        const line = lines[n] ?? { text: '', width: 0 };
        const gap = (widths[i] ?? 0) - line.width;
        const left = Math.floor(gap / 2);
        return ` ${' '.repeat(left)}${line.text}${' '.repeat(gap - left)}${n < lines.length - 1 ? '+' : ' '}`;
      })
      .join('|'),
  );
}

/** The lines of a row. The last column gets no padding on its right, unless a `+` must stand there. */
function rowLines(cells: readonly (readonly Line[])[], widths: readonly number[], right: readonly boolean[]): string[] {
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, n) =>
    cells
      .map((lines, i) => {
        const line = lines[n];
        const last = i === cells.length - 1;
        const more = n < lines.length - 1;
        const gap = ' '.repeat((widths[i] ?? 0) - (line?.width ?? 0));
        if (line === undefined) return ` ${last ? '' : `${gap} `}`;
        const padded = right[i] ? gap + line.text : line.text + (last && !more ? '' : gap);
        return ` ${padded}${more ? '+' : last ? '' : ' '}`;
      })
      .join('|'),
  );
}

/** How a table is printed where it may differ from psql's defaults. */
export interface TextTableOptions {
  /** What stands for NULL; psql's own default is the empty string. */
  readonly nullText?: string;
  /** How many rows there were, when not all of them are given. */
  readonly rowCount?: number;
  /** Whether `(2 rows)` stands under the table. */
  readonly footer?: boolean;
}

/** A result as psql's aligned format prints it, byte for byte, without the empty line that psql puts after it. */
export function textTable(
  columns: readonly Pick<Column, 'name' | 'type'>[],
  rows: readonly (readonly Cell[])[],
  { nullText = '', rowCount = rows.length, footer = true }: TextTableOptions = {},
): string {
  const names = columns.map((column) => linesOf(column.name));
  const cells = rows.map((row) => columns.map((_, i) => linesOf(row[i] ?? nullText)));
  const widths = columns.map((_, i) =>
    [names[i] ?? [], ...cells.map((row) => row[i] ?? [])].flat().reduce((most, line) => Math.max(most, line.width), 0),
  );
  const right = columns.map(isRightAligned);
  // A result without columns has neither header nor rows, but psql draws its rule.
  const body =
    columns.length === 0
      ? ['--']
      : [
          ...headerLines(names, widths),
          widths.map((size) => '-'.repeat(size + 2)).join('+'),
          ...cells.flatMap((row) => rowLines(row, widths, right)),
        ];
  if (footer) body.push(rowCount === 1 ? '(1 row)' : `(${String(rowCount)} rows)`);
  return body.join('\n');
}
