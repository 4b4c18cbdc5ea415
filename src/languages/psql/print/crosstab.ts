import type { PrintedTable } from './printed-table';

/** A pivoted result, or why there is none. */
export type Crosstab =
  { readonly kind: 'table'; readonly table: PrintedTable } | { readonly kind: 'error'; readonly message: string };

const MOST_COLUMNS = 1600;

/** Thrown inside this file; the message is psql's. */
class CrosstabError extends Error {
  override readonly name = 'CrosstabError';
}

/** A column's name, without its quotes; outside of them capitals are small letters. */
function unquoted(name: string): string {
  return name.replace(/"((?:[^"]|"")*)"?|[^"]+/g, (part, inside: string | undefined) =>
    inside === undefined ? part.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase()) : inside.replaceAll('""', '"'),
  );
}

/** The column that an argument means: by its number or its name. */
function columnOf(argument: string, { headers }: PrintedTable): number {
  if (/^\d+$/.test(argument)) {
    const number = Number(argument);
    if (number >= 1 && number <= headers.length) return number - 1;
    throw new CrosstabError(`column number ${String(number)} is out of range 1..${String(headers.length)}`);
  }
  const wanted = unquoted(argument);
  const [first, second] = headers.flatMap(({ name }, i) => (name === wanted ? [i] : []));
  if (second !== undefined) throw new CrosstabError(`ambiguous column name: "${wanted}"`);
  if (first === undefined) throw new CrosstabError(`column name not found: "${wanted}"`);
  return first;
}

/** The columns that are pivoted. */
interface Choice {
  readonly vertical: number;
  readonly horizontal: number;
  readonly data: number;
  /** By which the horizontal headers are sorted; `null` for the order in which they come. */
  readonly sort: number | null;
}

function choose(table: PrintedTable, args: readonly (string | null)[]): Choice {
  const { length } = table.headers;
  if (length < 3) throw new CrosstabError('query must return at least three columns');
  const given = (n: number): number | null => {
    const argument = args[n] ?? null;
    return argument === null ? null : columnOf(argument, table);
  };
  const vertical = given(0) ?? 0;
  const horizontal = given(1) ?? 1;
  if (vertical === horizontal) {
    throw new CrosstabError('vertical and horizontal headers must be different columns');
  }
  let data = given(2);
  if (data === null) {
    if (length !== 3) {
      throw new CrosstabError('data column must be specified when query returns more than three columns');
    }
    data = 3 - vertical - horizontal;
  }
  return { vertical, horizontal, data, sort: given(3) };
}

/** In the order of their bytes in UTF-8, that is of their code points; NULL last. */
function compareNames(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const left = [...a];
  const right = [...b];
  for (const [i, character] of left.entries()) {
    const difference = (character.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function rank(value: string | null): number {
  return value !== null && /^-?\d+$/.test(value) ? Number(value) : 0;
}

function horizontalNames(table: PrintedTable, { horizontal, sort }: Choice): readonly (string | null)[] {
  const ranks = new Map<string | null, number>();
  for (const row of table.rows) {
    const name = row[horizontal] ?? null;
    if (ranks.has(name)) continue;
    ranks.set(name, sort === null ? 0 : rank(row[sort] ?? null));
    if (ranks.size > MOST_COLUMNS) {
      throw new CrosstabError(`maximum number of columns (${String(MOST_COLUMNS)}) exceeded`);
    }
  }
  const names = [...ranks.keys()];
  if (sort === null) return names;
  return names.sort(compareNames).sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

function pivot(table: PrintedTable, choice: Choice, nullText: string | null): PrintedTable {
  const { vertical, horizontal, data } = choice;
  const across = horizontalNames(table, choice);
  const place = new Map(across.map((name, i) => [name, i + 1]));
  const rows = new Map<string | null, (string | null | undefined)[]>();
  for (const row of table.rows) {
    const name = row[vertical] ?? null;
    const above = row[horizontal] ?? null;
    const cells = rows.get(name) ?? [name, ...across.map(() => undefined)];
    rows.set(name, cells);
    const at = place.get(above) ?? 0;
    if (cells[at] !== undefined) {
      const shown = [name, above].map((value) => value ?? nullText ?? '(null)');
      throw new CrosstabError(
        `query result contains multiple data values for row "${shown[0] ?? ''}", column "${shown[1] ?? ''}"`,
      );
    }
    cells[at] = row[data] ?? null;
  }
  const align = table.headers[data]?.align ?? 'left';
  const { name = '', align: ownAlign = 'left' } = table.headers[vertical] ?? {};
  return {
    title: table.title,
    headers: [{ name, align: ownAlign }, ...across.map((each) => ({ name: each ?? nullText ?? '', align }))],
    rows: [...rows.values()].map((cells) => cells.map((cell) => (cell === undefined ? '' : cell))),
    rowCount: rows.size,
    footers: null,
  };
}

/**
 * \crosstabview: one row for each value of one column, one column for each value of another.
 * @param args the columns for the rows' names, for the columns' names, for the cells, and for the columns' order
 * @param nullText what stands for NULL, as it is set
 */
export function crosstab(table: PrintedTable, args: readonly (string | null)[], nullText: string | null): Crosstab {
  try {
    return { kind: 'table', table: pivot(table, choose(table, args), nullText) };
  } catch (error) {
    if (error instanceof CrosstabError) return { kind: 'error', message: `\\crosstabview: ${error.message}` };
    throw error;
  }
}
