import type { Position } from '../core/position';
import { characterWidth } from '../core/text-width';

/** The line that an error names, its number, and a caret under the place. The empty list when there is no such line. */
export function codeFrame(code: string, { line, column }: Position): string[] {
  const text = code.split('\n')[line - 1]?.trimEnd();
  if (text === undefined) return [];
  const before = [...text].slice(0, column - 1);
  const gap = before.reduce(
    (sum, character) => sum + (character === '\t' ? 1 : Math.max(0, characterWidth(character))),
    0,
  );
  const head = `${String(line)} | `;
  return [`${head}${text.replaceAll('\t', ' ')}`, `${' '.repeat(head.length - 2)}| ${' '.repeat(gap)}^`];
}
