import type { CellDifference, Difference } from '../core/check-report';
import type { Row } from '../core/database';
import type { Table } from './table';

/** How strict a comparison is, and what it tells. */
export interface Strictness {
  /** `exact`: the rows in this order. `any`: the same rows, each as often, in whatever order. */
  readonly rowOrder: 'exact' | 'any';
  /** `any`: columns are matched by name. Default `exact`. */
  readonly columnOrder?: 'exact' | 'any';
  /** Default `exact`. */
  readonly columnNames?: 'exact' | 'any';
  /** Default `any`: an integer may stand for a bigint. */
  readonly types?: 'exact' | 'any';
  /** Values only: the learner is to find the value out, so what was expected is not told. */
  readonly secret?: boolean;
}

/** An explanation shows this many rows. */
const SHOWN = 10;

const key = (row: Row): string => JSON.stringify(row);

/** What stands in `rows` more often than in `others`. */
function surplus(rows: readonly Row[], others: readonly Row[]): Row[] {
  const counts = new Map<string, number>();
  for (const row of others) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return rows.filter((row) => {
    const left = counts.get(key(row)) ?? 0;
    counts.set(key(row), left - 1);
    return left <= 0;
  });
}

function differingCells(expected: Row, received: Row): number[] {
  return expected.flatMap((cell, i) => (cell === received[i] ? [] : [i]));
}

/** Pairs each missing row with the surplus row that agrees with it in most cells, when at least one cell agrees. */
function pairUp(missing: readonly Row[], extra: readonly Row[]): CellDifference[] | null {
  const left = [...extra];
  const pairs: CellDifference[] = [];
  for (const expected of missing) {
    let best = -1;
    let cells: number[] = [];
    left.forEach((received, i) => {
      const differing = differingCells(expected, received);
      if (differing.length < expected.length && (best < 0 || differing.length < cells.length)) {
        best = i;
        cells = differing;
      }
    });
    const [received] = best < 0 ? [] : left.splice(best, 1);
    if (!received) return null;
    pairs.push({ expected, received, cells });
  }
  return pairs;
}

function rowDifference(names: readonly string[], expected: Table, received: Table): Difference | null {
  const missing = surplus(expected.rows, received.rows);
  const extra = surplus(received.rows, expected.rows);
  const extraCount = extra.length + received.rowCount - received.rows.length;
  if (missing.length === 0 && extraCount === 0) return null;
  // As many rows, but other values in them: then the cells say more than the rows.
  if (missing.length === extraCount && missing.length <= 1000 && names.length > 1) {
    const pairs = pairUp(missing, extra);
    if (pairs) return { kind: 'different-cells', columns: names, rows: pairs.slice(0, SHOWN), count: pairs.length };
  }
  return {
    kind: missing.length === 0 ? 'extra-rows' : extraCount === 0 ? 'missing-rows' : 'different-rows',
    columns: names,
    missing: missing.slice(0, SHOWN),
    missingCount: missing.length,
    extra: extra.slice(0, SHOWN),
    extraCount,
  };
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return (
    surplus(
      a.map((name) => [name]),
      b.map((name) => [name]),
    ).length === 0 && a.length === b.length
  );
}

/** Puts the received columns into the expected order; both have the same names. */
function reordered(received: Table, names: readonly string[]): Table {
  const order: number[] = [];
  for (const name of names) order.push(received.columns.findIndex((c, i) => c.name === name && !order.includes(i)));
  return {
    ...received,
    columns: order.flatMap((i) => received.columns[i] ?? []),
    rows: received.rows.map((row) => order.map((i) => row[i] ?? null)),
  };
}

/**
 * The first thing in which a result differs from the expected one: columns before rows, rows before their order.
 * @returns `null` when they agree as far as the strictness asks
 */
export function compare(expected: Table, received: Table, strictness: Strictness): Difference | null {
  const { rowOrder, columnOrder = 'exact', columnNames = 'exact', types = 'any' } = strictness;
  const wanted = expected.columns.map(({ name }) => name);
  const got = received.columns.map(({ name }) => name);
  // Lists of objects lose their columns with their last row: nothing can be said about them then.
  const hasColumns = wanted.length > 0 && got.length > 0;
  let table = received;
  if (hasColumns) {
    if (wanted.length !== got.length) return { kind: 'column-count', expected: wanted, received: got };
    if (columnNames === 'exact') {
      const inOrder = wanted.every((name, i) => name === got[i]);
      if (!inOrder && !sameSet(wanted, got)) return { kind: 'column-names', expected: wanted, received: got };
      if (!inOrder && columnOrder === 'exact') return { kind: 'column-order', expected: wanted, received: got };
      if (!inOrder) table = reordered(received, wanted);
    }
    if (types === 'exact' && expected.columns.some((column, i) => column.type !== table.columns[i]?.type)) {
      return { kind: 'column-types', expected: expected.columns, received: table.columns };
    }
  }
  const names = hasColumns || wanted.length > 0 ? wanted : got;
  const difference = rowDifference(names, expected, table);
  if (difference || rowOrder === 'any') return difference;
  const at = expected.rows.findIndex((row, i) => key(row) !== key(table.rows[i] ?? []));
  const [wantedRow, gotRow] = [expected.rows[at], table.rows[at]];
  if (!wantedRow || !gotRow) return null;
  return { kind: 'row-order', columns: names, row: at + 1, expected: wantedRow, received: gotRow };
}
