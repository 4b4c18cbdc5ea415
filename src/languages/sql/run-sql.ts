import { indexOfCharacter, positionAt } from '../../core/position';
import type { RunError } from '../../core/run-report';
import { splitStatements } from '../../core/statements';
import type { LanguageRunner } from '../language-runner';

/**
 * Runs a script statement by statement, each in a transaction of its own unless it says otherwise, and goes on
 * after an error: what psql does with a file.
 */
export const runSql: LanguageRunner = async ({ code }, { database }) => {
  let failed: RunError | null = null;
  for (const statement of splitStatements(code)) {
    for (const result of await database.exec(statement.text)) {
      if (result.kind !== 'error' || failed) continue;
      const { error } = result;
      const at =
        error.position === null
          ? null
          : positionAt(code, statement.start + indexOfCharacter(statement.text, error.position));
      failed = { kind: 'sql', error, statement: statement.text, at };
    }
  }
  return failed ? { kind: 'failed', error: failed } : { kind: 'completed', value: undefined };
};
