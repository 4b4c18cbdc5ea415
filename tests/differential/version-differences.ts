import type { Cell, StatementResult } from '../../src/core/database';

/**
 * What differs between the servers that are compared, PostgreSQL 18.6 embedded and the 18.4 of the server in the
 * tests: columns, by name, whose values tell the version, or the number that a server happens to give to a table.
 * Nothing else may differ.
 */
const COLUMNS: ReadonlyMap<string, string> = new Map([
  ['version', '(a version)'],
  ['server_version', '(a version)'],
  ['server_version_num', '(a version)'],
  ['conrelid', '(an object identifier)'],
]);

/** A result without what the versions may differ in. */
export function withoutVersion(result: StatementResult): StatementResult {
  if (result.kind !== 'rows' || !result.columns.some(({ name }) => COLUMNS.has(name))) return result;
  const rows = result.rows.map((row) => row.map((cell, i): Cell => COLUMNS.get(result.columns[i]?.name ?? '') ?? cell));
  return { ...result, rows };
}
