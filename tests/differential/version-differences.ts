import type { Cell, Column, StatementResult } from '../../src/core/database';

/**
 * What differs between the servers that are compared, PostgreSQL 18.6 embedded and the 18.4 of the server in the
 * tests: columns, by name, whose values tell the version; and the numbers that a server happens to give to its objects.
 * Nothing else may differ.
 */
const COLUMNS: ReadonlySet<string> = new Set(['version', 'server_version', 'server_version_num']);

/** What stands for each value of a column that differs; `null` for a column that does not. */
function standIn(column: Column | undefined): string | null {
  if (column && COLUMNS.has(column.name)) return '(a version)';
  return column?.type === 'oid' ? '(an object identifier)' : null;
}

/** A result without what the servers may differ in. */
export function withoutVersion(result: StatementResult): StatementResult {
  if (result.kind !== 'rows') return result;
  const { columns } = result;
  return { ...result, rows: result.rows.map((row) => row.map((cell, i): Cell => standIn(columns[i]) ?? cell)) };
}
