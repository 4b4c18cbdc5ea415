/** A place in a text as people count: line and column from 1, the column in characters. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where an index into a text stands.
 * @param index UTF-16 index from 0; past the end it means the end
 */
export function positionAt(text: string, index: number): Position {
  const before = text.slice(0, index);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: [...before.slice(lineStart)].length + 1 };
}

/**
 * Turns PostgreSQL's error position into an index.
 * @param characters counted in code points from 1, as PostgreSQL counts
 * @returns UTF-16 index from 0
 */
export function indexOfCharacter(text: string, characters: number): number {
  let index = 0;
  for (let left = characters - 1; left > 0 && index < text.length; left--) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return index;
}
