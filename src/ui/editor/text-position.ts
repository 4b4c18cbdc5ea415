import type { EditorPosition } from './editor-props';

/** The offset of a line and column in a text; places outside the text go to the nearest one inside. */
export function offsetOf(text: string, { line, column }: EditorPosition): number {
  const lines = text.split('\n');
  const row = Math.min(Math.max(line, 1), lines.length) - 1;
  const before = lines.slice(0, row).reduce((length, each) => length + each.length + 1, 0);
  return before + Math.min(Math.max(column, 1) - 1, lines[row]?.length ?? 0);
}

/** The line and column of an offset in a text. */
export function positionOf(text: string, offset: number): EditorPosition {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - lineStart + 1 };
}
