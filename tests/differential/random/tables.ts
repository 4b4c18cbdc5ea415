import type { Random } from './prng';
import { type ColumnType, LINKS, type Link, type Table, table, type TableColumn, TABLES } from './schema';
import { literal } from './values';

/** A column as a query may name it. */
export interface Named extends TableColumn {
  /** With the table's name before it, where that is needed or wanted. */
  readonly sql: string;
  readonly table: string;
}

/** What stands after FROM, and the columns that it gives. */
export interface Source {
  readonly sql: string;
  /** The condition of a join in the old style, for WHERE; mostly empty. */
  readonly where: string;
  readonly columns: readonly Named[];
  readonly tables: readonly string[];
}

/** The columns of a type. */
export function ofType(columns: readonly Named[], ...types: readonly ColumnType[]): Named[] {
  return columns.filter((column) => types.includes(column.type));
}

function named({ columns }: Table, name: string, qualified: boolean): Named[] {
  return columns.map((column) => ({ ...column, table: name, sql: qualified ? `${name}.${column.name}` : column.name }));
}

function oneTable(random: Random): Source {
  const chosen = random.pick(TABLES);
  if (random.chance(15)) {
    const alias = chosen.alias;
    const sql = random.chance(50) ? `${chosen.name} AS ${alias}` : `${chosen.name} ${alias}`;
    return { sql, columns: named(chosen, alias, random.chance(70)), tables: [alias], where: '' };
  }
  return { sql: chosen.name, columns: named(chosen, chosen.name, random.chance(10)), tables: [chosen.name], where: '' };
}

interface Joined {
  readonly table: Table;
  readonly name: string;
}

function condition(random: Random, link: Link, from: Joined, to: Joined): string {
  const sides = [`${from.name}.${link.fromColumn}`, `${to.name}.${link.toColumn}`];
  if (random.chance(50)) sides.reverse();
  return sides.join(' = ');
}

function joinedTables(random: Random, count: number): Source {
  const first = random.pick(LINKS);
  const aliases = random.chance(75);
  const add = (to: Table, taken: readonly Joined[]): Joined => {
    const plain = aliases || taken.some(({ name }) => name === to.name) ? to.alias : to.name;
    return { table: to, name: taken.some(({ name }) => name === plain) ? `${plain}2` : plain };
  };
  const tables: Joined[] = [add(table(random.chance(50) ? first.from : first.to), [])];
  const mention = ({ table: { name }, name: alias }: Joined): string =>
    name === alias ? name : `${name}${random.chance(30) ? ' AS' : ''} ${alias}`;
  let sql = tables.map(mention).join('');
  const conditions: string[] = [];
  while (tables.length < count) {
    const known = random.pick(tables);
    const link = random.pick(LINKS.filter(({ from, to }) => from === known.table.name || to === known.table.name));
    const forwards = link.from === known.table.name;
    const next = add(table(forwards ? link.to : link.from), tables);
    const on = forwards ? condition(random, link, known, next) : condition(random, link, next, known);
    tables.push(next);
    const more = random.chance(8)
      ? ` AND ${(() => {
          const column = random.pick(named(next.table, next.name, true).filter(({ type }) => type !== 'boolean'));
          return `${column.sql} ${random.pick(['=', '>', '<='])} ${literal(random, column.type)}`;
        })()}`
      : '';
    sql += random.weighted<() => string>([
      [45, () => `\nJOIN ${mention(next)} ON ${on}${more}`],
      [8, () => `\nINNER JOIN ${mention(next)} ON ${on}${more}`],
      [32, () => `\nLEFT JOIN ${mention(next)} ON ${on}${more}`],
      [3, () => `\nLEFT OUTER JOIN ${mention(next)} ON ${on}${more}`],
      [4, () => `\nRIGHT JOIN ${mention(next)} ON ${on}`],
      [1, () => `\nFULL JOIN ${mention(next)} ON ${on}`],
      [3, () => `\nCROSS JOIN ${mention(next)}`],
      [
        2,
        () =>
          link.fromColumn === link.toColumn
            ? `\nJOIN ${mention(next)} USING (${link.toColumn})`
            : `\nJOIN ${mention(next)} ON ${on}`,
      ],
      [
        2,
        () => {
          conditions.push(on);
          return `, ${mention(next)}`;
        },
      ],
    ])();
  }
  const all = tables.flatMap((joined) => named(joined.table, joined.name, true));
  const columns = all.map((column) => {
    const alone = all.filter(({ name }) => name === column.name).length === 1;
    return alone && random.chance(40) ? { ...column, sql: column.name } : column;
  });
  return { sql, where: conditions.join(' AND '), columns, tables: tables.map(({ name }) => name) };
}

/** One table mostly, sometimes two or three that are joined. */
export function source(random: Random): Source {
  const count = random.weighted([
    [68, 1],
    [23, 2],
    [9, 3],
  ]);
  return count === 1 ? oneTable(random) : joinedTables(random, count);
}
