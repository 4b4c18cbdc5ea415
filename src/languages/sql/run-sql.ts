import { indexOfCharacter, positionAt } from '../../core/position';
import type { RunError } from '../../core/run-report';
import { splitStatements } from '../../core/statements';
import type { LanguageRunner } from '../language-runner';

const BACK_TO_SUPERUSER = ['ROLLBACK', 'RESET SESSION AUTHORIZATION', 'RESET ROLE'] as const;

/**
 * Runs a script statement by statement, each in a transaction of its own unless it says otherwise, and goes on
 * after an error: what psql does with a file.
 */
export const runSql: LanguageRunner = async ({ code, evaluation }, { database }) => {
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
  if (!failed && evaluation.kind === 'inspect') {
    // Whoever the code has become: the superuser asks, outside of what it left open.
    for (const sql of [...BACK_TO_SUPERUSER, evaluation.sql]) await database.exec(sql);
  }
  return failed ? { kind: 'failed', error: failed } : { kind: 'completed', value: undefined };
};
