import type { Cell, Row } from './database';

/** Whether a text needs quotes so that the eye can tell it from NULL, from nothing, or from a text without spaces. */
function needsQuotes(text: string): boolean {
  return text === '' || text === 'NULL' || text !== text.trim() || /^'.*'$/s.test(text);
}

/** A value in plain text where NULL, the text 'NULL', the empty string and spaces at the ends must not be confused. */
export function cellText(cell: Cell): string {
  if (cell === null) return 'NULL';
  return needsQuotes(cell) ? `'${cell}'` : cell;
}

/** A row in plain text, as PostgreSQL writes a row constructor: `(1, Ana, NULL)`. */
export function rowText(row: Row): string {
  return `(${row.map(cellText).join(', ')})`;
}
