import type { Database, Row, StatementResult } from '../../src/core/database';

/**
 * A SELECT that ends with LIMIT, OFFSET or FETCH. Where they cut between rows that ORDER BY does not tell apart, SQL
 * leaves it open which of these stay. All else is settled: the rows that come before the ones at the cut, and how many
 * of those there are.
 */
export interface Cut {
  /** The same SELECT without the cut. */
  readonly whole: string;
  readonly offset: number;
  /** Infinite: as many rows as there are. */
  readonly limit: number;
}

/** What may stand between two words: spaces and comments. */
const GAP = String.raw`(?:\s|--[^\n]*\n|/\*.*?\*/)+`;
const bounds = (...words: readonly string[]): string => words.join(GAP);
const ENDING = new RegExp(
  `${GAP}(?:${[
    bounds('limit', String.raw`(?<limit>[^\s;]+)(?:${GAP}${bounds('offset', String.raw`(?<offset>[^\s;]+)`)})?`),
    bounds('offset', String.raw`(?<only>[^\s;]+)`),
    bounds('fetch', 'first', String.raw`(?<fetch>[^\s;]+)`, 'rows', 'only'),
  ].join('|')})[\\s;]*$`,
  'is',
);

/** What LIMIT or OFFSET says; not a number where this does not understand it. */
function rowsIn(text: string | undefined, otherwise: number): number {
  if (text === undefined || /^(all|null)$/i.test(text)) return otherwise;
  // As PostgreSQL writes numbers: 0x1F, 1e3, 1_000.
  const count = Number(text.replaceAll('_', ''));
  return Number.isSafeInteger(count) && count >= 0 ? count : NaN;
}

/**
 * The cut at the end of a statement; `null` where there is none, or one that this does not understand. It looks at the
 * text, because the parser that the project has knows less SQL than what is compared.
 */
export function cutOf(sql: string): Cut | null {
  const found = ENDING.exec(sql);
  const groups = found?.groups;
  if (!groups) return null;
  const offset = rowsIn(groups['offset'] ?? groups['only'], 0);
  const limit = rowsIn(groups['limit'] ?? groups['fetch'], Infinity);
  if (Number.isNaN(offset) || Number.isNaN(limit)) return null;
  return { whole: sql.slice(0, found.index), offset, limit };
}

/** Rows that ORDER BY tells apart from all others, but not from each other. */
export type Equals = readonly Row[];

async function rowsOf(database: Database, sql: string): Promise<readonly Row[] | null> {
  const [result, ...more] = await database.exec(sql);
  const isWhole = result?.kind === 'rows' && more.length === 0 && result.rows.length === result.rowCount;
  return isWhole ? result.rows : null;
}

/**
 * The rows up to the end of the cut, as ORDER BY tells them apart: PostgreSQL itself says so, because it keeps together
 * what is equal WITH TIES. `null` where it cannot be said.
 */
export async function equalRows({ whole, offset, limit }: Cut, database: Database): Promise<readonly Equals[] | null> {
  const sizes: number[] = [];
  let rows: readonly Row[] = [];
  while (rows.length < offset + limit) {
    const count = rows.length + 1;
    const next = await rowsOf(database, `${whole}\nFETCH FIRST ${String(count)} ROWS WITH TIES`);
    if (next === null) {
      // Without ORDER BY there are no ties: nothing is told apart.
      const all = count === 1 ? await rowsOf(database, whole) : null;
      return all && [all];
    }
    if (next.length < count) break;
    sizes.push(next.length - rows.length);
    rows = next;
  }
  let at = 0;
  return sizes.map((size) => rows.slice(at, (at += size)));
}

/**
 * Whether a result is one of those that SQL allows.
 * @param given what the statement gave
 * @param equals what {@link equalRows} found
 */
export function isAllowed(given: StatementResult, equals: readonly Equals[], { offset, limit }: Cut): boolean {
  if (given.kind !== 'rows') return false;
  const left = given.rows.map((row) => JSON.stringify(row));
  let at = 0;
  for (const group of equals) {
    const next = at + group.length;
    const wanted = Math.max(0, Math.min(next, offset + limit) - Math.max(at, offset));
    const kept = left.splice(0, wanted);
    if (kept.length < wanted) return false;
    const choice = group.map((row) => JSON.stringify(row));
    for (const row of kept) {
      const found = choice.indexOf(row);
      if (found < 0) return false;
      choice.splice(found, 1);
    }
    at = next;
  }
  return left.length === 0;
}
