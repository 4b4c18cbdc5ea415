import { noteFailure } from './note-outcome';
import { writeRows } from './print-rows';
import type { ShellState } from './shell-state';

/** \gdesc: shows the columns that a statement would give, without running it. @returns whether it succeeded */
export async function describeResult(shell: ShellState, statement: string): Promise<boolean> {
  const { replies } = await shell.ask({ kind: 'describe', sql: statement }, true);
  for (const reply of replies) {
    if (reply.kind === 'error') {
      shell.report(reply.report, statement);
      noteFailure(shell, reply.report, statement);
      return false;
    }
    if (reply.kind !== 'description') continue;
    if (!reply.fields || reply.fields.length === 0) {
      shell.writeResult('The command has no result, or the result has no columns.\n');
      return true;
    }
    const values = reply.fields.map(
      ({ name, oid, modifier }) => `('${name.replaceAll("'", "''")}', ${String(oid)}::oid, ${String(modifier)})`,
    );
    const sql = `SELECT name AS "Column", pg_catalog.format_type(type, modifier) AS "Type"
FROM (VALUES ${values.join(', ')}) AS columns(name, type, modifier)`;
    const types = await shell.ask({ kind: 'query', sql }, true);
    for (const answer of types.replies) if (answer.kind === 'rows') writeRows(shell, answer);
  }
  return true;
}
