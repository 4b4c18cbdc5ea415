import { characterWidth } from '../core/text-width';
import type { Ink, Paint } from './paint';

/** A piece of a paragraph that is painted in one way. */
export interface Span {
  readonly text: string;
  readonly ink: Ink | null;
  /** Whether its spaces keep their line together, as in code. */
  readonly solid?: boolean;
}

function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + Math.max(0, characterWidth(character)), 0);
}

/** Cuts at spaces into words; a word can begin in one span and end in another, as in `**name**,`. */
function wordsOf(spans: readonly Span[]): Span[][] {
  const words: Span[][] = [];
  let word: Span[] = [];
  const finish = (): void => {
    if (word.length > 0) words.push(word);
    word = [];
  };
  for (const span of spans) {
    if (span.solid) {
      word.push(span);
      continue;
    }
    for (const piece of span.text.split(/(\s+)/)) {
      if (piece === '') continue;
      if (piece.trim() === '') finish();
      else word.push({ ...span, text: piece });
    }
  }
  finish();
  return words;
}

/** A paragraph in lines of at most `width` columns; a longer word gets a line of its own. */
export function wrapSpans(spans: readonly Span[], width: number, paint: Paint): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of wordsOf(spans)) {
    const columns = word.reduce((sum, { text }) => sum + columnsOf(text), 0);
    const painted = word.map(({ text, ink }) => (ink ? paint(ink, text) : text)).join('');
    if (used > 0 && used + 1 + columns > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += used > 0 ? ` ${painted}` : painted;
    used += (used > 0 ? 1 : 0) + columns;
  }
  if (used > 0) lines.push(line);
  return lines;
}

/** Tables, excerpts with their caret, whatever else is set out in columns, and what PostgreSQL says, which is quoted. */
const SET_OUT = /^\s|^(?:LINE \d+|ERROR|FATAL|DETAIL|HINT|CONTEXT):|[|+]|^-{3,}/;

/**
 * Wraps the prose in a message and leaves the rest as it is.
 * @returns lines of at most `width` columns where that can be
 */
export function wrapMessage(message: string, width: number): string[] {
  return message
    .split('\n')
    .flatMap((line) =>
      columnsOf(line) <= width || SET_OUT.test(line)
        ? [line]
        : wrapSpans([{ text: line, ink: null }], width, (_ink, text) => text),
    );
}
