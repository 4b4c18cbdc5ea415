import type { SqlError } from './database';
import { indexOfCharacter, positionAt } from './position';

/** Columns of the statement that the LINE excerpt shows, and what stays to the right of the caret when it is cut. */
const EXCERPT_WIDTH = 60;
const KEPT_RIGHT_OF_CARET = 10;

function excerpt(statement: string, position: number): string[] {
  const index = indexOfCharacter(statement, position);
  const { line, column } = positionAt(statement, index);
  const text = [...(statement.split(/\r?\n/)[line - 1] ?? '')].map((c) => (c === '\t' ? ' ' : c));
  const caret = column - 1;
  let begin = 0;
  let end = text.length;
  if (end - begin > EXCERPT_WIDTH) {
    if (EXCERPT_WIDTH >= caret + KEPT_RIGHT_OF_CARET) end = EXCERPT_WIDTH;
    else {
      end = Math.min(end, caret + KEPT_RIGHT_OF_CARET);
      begin = Math.max(0, end - EXCERPT_WIDTH);
    }
  }
  const prefix = `LINE ${String(line)}: ${begin > 0 ? '...' : ''}`;
  const shown = text.slice(begin, end).join('') + (end < text.length ? '...' : '');
  return [prefix + shown, `${' '.repeat(prefix.length + caret - begin)}^`];
}

/**
 * An error as psql prints it (VERBOSITY default): severity and message, the LINE excerpt with its caret,
 * DETAIL, HINT and CONTEXT. psql itself leaves the SQLSTATE out; show `error.sqlstate` beside it.
 * @param statement the statement that `error.position` counts in
 */
export function sqlErrorText(error: SqlError, statement: string): string {
  const lines = [`${error.severity}:  ${error.message}`];
  if (error.position !== null) lines.push(...excerpt(statement, error.position));
  if (error.detail !== null) lines.push(`DETAIL:  ${error.detail}`);
  if (error.hint !== null) lines.push(`HINT:  ${error.hint}`);
  if (error.where !== null) lines.push(`CONTEXT:  ${error.where}`);
  return lines.join('\n');
}
