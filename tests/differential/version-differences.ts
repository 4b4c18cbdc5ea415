import type { Cell, StatementResult } from '../../src/core/database';

/**
 * What differs between the versions that are compared, PostgreSQL 18.6 embedded and the 18.4 of the server in the
 * tests: columns, by name, whose values tell the version. Nothing else may differ.
 */
const COLUMNS: ReadonlySet<string> = new Set(['version', 'server_version', 'server_version_num']);

/** A result without what the versions may differ in. */
export function withoutVersion(result: StatementResult): StatementResult {
  if (result.kind !== 'rows' || !result.columns.some(({ name }) => COLUMNS.has(name))) return result;
  const rows = result.rows.map((row) =>
    row.map((cell, i): Cell => (COLUMNS.has(result.columns[i]?.name ?? '') ? '(a version)' : cell)),
  );
  return { ...result, rows };
}
