import type { StatementResult } from './database';
import type { RunReport } from './run-report';

/** What a result says, without notices: pg-mem has none, and is asked nothing that gives any. */
function saying(result: StatementResult): string {
  return JSON.stringify({ ...result, notices: [] });
}

/**
 * Whether two engines gave a program the same results. Statements are compared as long as the program sent both the
 * same ones: where it sends another one after equal results, that is the program's doing (chance, or the clock).
 */
export function gaveTheSame(first: RunReport, second: RunReport): boolean {
  for (const [i, { sql, parameters, result }] of first.statements.entries()) {
    const other = second.statements[i];
    if (other?.sql !== sql || JSON.stringify(other.parameters) !== JSON.stringify(parameters)) return true;
    if (saying(other.result) !== saying(result)) return false;
  }
  return true;
}

/** Whether the results differ in nothing but the order of rows. */
export function differsInOrderOnly(first: RunReport, second: RunReport): boolean {
  const sorted = (report: RunReport): RunReport => ({
    ...report,
    statements: report.statements.map((statement) => {
      const { result } = statement;
      if (result.kind !== 'rows') return statement;
      const rows = [...result.rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
      return { ...statement, result: { ...result, rows } };
    }),
  });
  return !gaveTheSame(first, second) && gaveTheSame(sorted(first), sorted(second));
}
