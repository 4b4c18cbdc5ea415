import { indexOfCharacter, type Position, positionAt } from '../../core/position';
import type { SentStatement } from '../../core/run-report';
import { splitStatements } from '../../core/statements';

/**
 * Where in a script each statement's error stands, in the order in which the statements were sent;
 * `null` where there is no error, no position, or the statement is not in the script word for word.
 */
export function errorPositions(code: string, sent: readonly SentStatement[]): (Position | null)[] {
  const script = splitStatements(code);
  let next = 0;
  return sent.map(({ sql, result }) => {
    const found = script.findIndex((statement, i) => i >= next && statement.text === sql);
    const start = script[found]?.start;
    if (start === undefined) return null;
    next = found + 1;
    if (result.kind !== 'error' || result.error.position === null) return null;
    return positionAt(code, start + indexOfCharacter(sql, result.error.position));
  });
}
