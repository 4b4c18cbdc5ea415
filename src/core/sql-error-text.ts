import type { SqlError } from './database';
import { characterWidth } from './text-width';

/** Columns of the statement that the LINE excerpt shows, and what stays to the right of the caret when it is cut. */
const EXCERPT_WIDTH = 60;
const KEPT_RIGHT_OF_CARET = 10;

function columnsOf(text: readonly string[]): number {
  // Whatever takes no column of its own is counted as one here, as libpq does.
  return text.reduce((sum, character) => sum + Math.max(1, characterWidth(character)), 0);
}

/** The line that a character of the statement stands in: which one, and where it begins and ends. */
function lineAround(characters: readonly string[], at: number): { line: number; begin: number; end: number } {
  let line = 1;
  let begin = 0;
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i];
    if (character !== '\n' && character !== '\r') continue;
    if (i >= at) return { line, begin, end: i };
    if (character === '\r' || characters[i - 1] !== '\r') line++;
    begin = i + 1;
  }
  return { line, begin, end: characters.length };
}

/**
 * libpq's LINE excerpt: the line with the mistake, cut to {@link EXCERPT_WIDTH}, and a caret under the place.
 * @param position in characters from 1
 */
export function errorExcerpt(statement: string, position: number): string[] {
  const characters = [...statement];
  const at = position - 1;
  if (at < 0 || at > characters.length) return [];
  const whole = lineAround(characters, at);
  let { begin, end } = whole;
  const columns = (from: number, to: number): number => columnsOf(characters.slice(from, to));

  if (columns(begin, end) > EXCERPT_WIDTH) {
    // Cutting on the right is enough when the caret stays clear of the edge; otherwise both sides are cut.
    if (EXCERPT_WIDTH < columns(begin, at) + KEPT_RIGHT_OF_CARET) {
      while (columns(at, end) > KEPT_RIGHT_OF_CARET) end--;
      while (columns(begin, end) > EXCERPT_WIDTH) begin++;
    } else {
      while (columns(begin, end) > EXCERPT_WIDTH) end--;
    }
  }
  const prefix = `LINE ${String(whole.line)}: ${begin > whole.begin ? '...' : ''}`;
  const shown = characters.slice(begin, end).map((character) => (character === '\t' ? ' ' : character));
  return [
    `${prefix}${shown.join('')}${end < whole.end ? '...' : ''}`,
    `${' '.repeat(prefix.length + columns(begin, at))}^`,
  ];
}

/**
 * An error as psql prints it (VERBOSITY default): severity and message, the LINE excerpt with its caret,
 * DETAIL, HINT and CONTEXT. psql itself leaves the SQLSTATE out; show `error.sqlstate` beside it.
 * @param statement the statement that `error.position` counts in
 */
export function sqlErrorText(error: SqlError, statement: string): string {
  const lines = [`${error.severity}:  ${error.message}`];
  if (error.position !== null) lines.push(...errorExcerpt(statement, error.position));
  if (error.detail !== null) lines.push(`DETAIL:  ${error.detail}`);
  if (error.hint !== null) lines.push(`HINT:  ${error.hint}`);
  if (error.where !== null) lines.push(`CONTEXT:  ${error.where}`);
  return lines.join('\n');
}
