import type { RunReport } from './run-report';
import { runErrorText } from './run-problem-text';
import { sqlErrorText } from './sql-error-text';
import { textTable } from './text-table';

/** NULL has to be told from the empty string. */
const NULL_TEXT = 'NULL';

/**
 * What a run showed, as plain text: what the program printed or, without any output, the result of each statement
 * as psql prints it, with NULL spelt out.
 */
export function runOutputText({ outcome, output, statements }: RunReport): string {
  const error = outcome.kind === 'failed' && outcome.error.kind !== 'sql' ? [runErrorText(outcome.error)] : [];
  if (output.length > 0) return [...output.map(({ text }) => text), ...error].join('\n');
  const results = statements.map(({ sql, result }) => {
    switch (result.kind) {
      case 'rows':
        return textTable(result.columns, result.rows, { nullText: NULL_TEXT, rowCount: result.rowCount });
      case 'command':
        return result.tag;
      case 'error':
        return sqlErrorText(result.error, sql);
    }
  });
  return [...results, ...error].join('\n\n');
}
