import type { Cell, Column } from './database';

const RIGHT_ALIGNED = /^(smallint|integer|bigint|numeric|real|double precision|money|oid)\b/;

/** Whether psql would set values of this type flush right. */
export function isRightAligned(column: Pick<Column, 'type'>): boolean {
  return RIGHT_ALIGNED.test(column.type);
}

function width(text: string): number {
  return [...text].length;
}

function pad(text: string, size: number, side: 'left' | 'right' | 'both'): string {
  const gap = size - width(text);
  if (side === 'left') return ' '.repeat(gap) + text;
  if (side === 'right') return text + ' '.repeat(gap);
  const left = Math.floor(gap / 2);
  return ' '.repeat(left) + text + ' '.repeat(gap - left);
}

/**
 * A result as psql's aligned format prints it, with the row-count footer.
 * @param nullText what stands for NULL (psql's own default is the empty string)
 */
export function textTable(
  columns: readonly Pick<Column, 'name' | 'type'>[],
  rows: readonly (readonly Cell[])[],
  { nullText = '', rowCount = rows.length }: { readonly nullText?: string; readonly rowCount?: number } = {},
): string {
  const cells = rows.map((row) => row.map((cell) => (cell ?? nullText).replaceAll('\n', '↵')));
  const widths = columns.map((column, i) => Math.max(width(column.name), ...cells.map((row) => width(row[i] ?? ''))));
  const head = columns.map((column, i) => ` ${pad(column.name, widths[i] ?? 0, 'both')} `).join('|');
  const rule = widths.map((size) => '-'.repeat(size + 2)).join('+');
  const body = cells.map((row) =>
    columns
      .map((column, i) => ` ${pad(row[i] ?? '', widths[i] ?? 0, isRightAligned(column) ? 'left' : 'right')} `)
      .join('|')
      .trimEnd(),
  );
  const footer = rowCount === 1 ? '(1 row)' : `(${String(rowCount)} rows)`;
  return [head, rule, ...body, footer].join('\n');
}
