import { type Expr, parse, type SelectedColumn, toSql } from 'pgsql-ast-parser';
import type { StatementResult } from '../../src/core/database';

/**
 * SQL leaves the order of rows open where ORDER BY does not settle it. PostgreSQL gives them mostly as they were
 * inserted, or as a join finds them; pg-mem by key. So pg-mem's rows are compared as a bag, and the order that is asked
 * for by the values that the rows are sorted by ({@link sortKeys}). LIMIT makes no exception: pg-mem is trusted with it
 * only where ORDER BY settles which rows there are.
 *
 * The two PostgreSQLs are the same program, and give what the course runs row by row alike. On random statements that
 * is too much to ask: one of them is compiled for 32 bits, and what it takes from a hash table, for DISTINCT, GROUP BY
 * or a join, comes in another order now and then. Their rows are a bag there as well, and where LIMIT or OFFSET cuts
 * between rows that ORDER BY does not tell apart, they are held to what is left: see `cut.ts`.
 */
export function asBag(result: StatementResult): StatementResult {
  if (result.kind !== 'rows') return result;
  return { ...result, rows: result.rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) };
}

/** What a column is called that shows another one under its own name, or anything under an alias. */
function outputName({ expr, alias }: SelectedColumn): string | null {
  return alias?.name ?? (expr.type === 'ref' ? expr.name : null);
}

/** What a key of ORDER BY means: an output column by its number or name, or else the expression itself. */
function meant(by: Expr, columns: readonly SelectedColumn[]): Expr {
  if (by.type === 'integer') return columns[by.value - 1]?.expr ?? by;
  if (by.type !== 'ref' || by.table !== undefined) return by;
  return columns.find((column) => outputName(column) === by.name)?.expr ?? by;
}

/** The same query, showing what it sorts by and nothing else; `null` when it does not sort. */
export function sortKeys(sql: string): string | null {
  const [statement] = parse(sql);
  if (statement?.type !== 'select' || !statement.orderBy?.length) return null;
  const shown = statement.columns ?? [];
  const keys = statement.orderBy.map(({ by, ...rest }) => ({ ...rest, by: meant(by, shown) }));
  const columns = keys.map(({ by }, i): SelectedColumn => ({ expr: by, alias: { name: `key_${i}` } }));
  return toSql.statement({ ...statement, columns, orderBy: keys });
}
