import { condition } from './conditions';
import { expression, expressionOf } from './expressions';
import type { Random } from './prng';
import { type Named, ofType, type Source, source } from './tables';

interface Item {
  readonly sql: string;
  readonly alias: string | null;
}

const shown = ({ sql, alias }: Item, random: Random): string =>
  alias === null ? sql : `${sql} ${random.chance(90) ? 'AS ' : ''}${alias}`;

const distinctItems = (items: readonly Item[]): Item[] => [...new Map(items.map((item) => [item.sql, item])).values()];

function where(random: Random, { where: joins, columns }: Source, percent: number): string {
  const more = random.chance(percent) ? condition(random, columns) : '';
  if (joins === '' || more === '')
    return joins + more === ''
      ? ''
      : `
WHERE ${joins}${more}`;
  return `
WHERE ${joins} AND (${more})`;
}

/** ORDER BY over what is shown, by name, alias or number, or over anything else that the rules allow. */
function orderBy(random: Random, items: readonly Item[], others: readonly string[]): string {
  const keys = random.many(
    random.weighted([
      [65, 1],
      [28, 2],
      [7, 3],
    ]),
    () => {
      const at = random.integer(0, items.length - 1);
      const item = items[at];
      const inList =
        item === undefined
          ? null
          : random.weighted([
              [70, item.alias ?? item.sql],
              [22, String(at + 1)],
              [item.alias === null ? 0 : 8, item.sql],
            ]);
      const key = inList === null || (others.length > 0 && random.chance(35)) ? random.pick(others) : inList;
      return (
        key +
        random.weighted([
          [60, ''],
          [6, ' ASC'],
          [27, ' DESC'],
          [2, ' NULLS FIRST'],
          [3, ' DESC NULLS LAST'],
          [2, ' NULLS LAST'],
        ])
      );
    },
  );
  return `\nORDER BY ${keys.join(', ')}`;
}

function limit(random: Random, percent: number): string {
  if (!random.chance(percent)) return '';
  const count = random.pick([1, 1, 2, 3, 3, 5, 5, 10, 10, 20]);
  return random.weighted<() => string>([
    [80, () => `\nLIMIT ${String(count)}`],
    [14, () => `\nLIMIT ${String(count)} OFFSET ${String(random.integer(0, 10))}`],
    [2, () => `\nOFFSET ${String(random.integer(0, 10))}`],
    [1, () => '\nLIMIT 0'],
    [1, () => '\nLIMIT ALL'],
    [2, () => `\nFETCH FIRST ${String(count)} ROWS ONLY`],
  ])();
}

/** Mostly sorted; LIMIT seldom without. */
function ending(random: Random, items: readonly Item[], others: readonly string[]): string {
  return random.chance(50) ? orderBy(random, items, others) + limit(random, 28) : limit(random, 5);
}

const ALIASES = ['who', 'x', 'label', 'n', 'result', '"Name"', 'name', 'id', 'city', 'total'] as const;

function alias(random: Random, percent: number): string | null {
  return random.chance(percent) ? random.pick(ALIASES) : null;
}

function item(random: Random, columns: readonly Named[]): Item {
  return random.chance(84)
    ? { sql: random.pick(columns).sql, alias: alias(random, 14) }
    : { sql: expression(random, columns).sql, alias: alias(random, 65) };
}

function rows(random: Random): string {
  const from = source(random);
  const { columns, tables } = from;
  const others = [...columns.map(({ sql }) => sql), ...(random.chance(20) ? [expression(random, columns).sql] : [])];
  const tail = (items: readonly Item[]): string => where(random, from, 58) + ending(random, items, others);
  if (random.chance(20)) {
    const star = random.chance(tables.length > 1 ? 40 : 4) ? `${random.pick(tables)}.*` : '*';
    return `SELECT ${star}${random.chance(5) ? `, ${expression(random, columns).sql}` : ''}\nFROM ${from.sql}${tail([])}`;
  }
  const items = distinctItems(random.many(random.pick([1, 1, 2, 2, 2, 3, 3, 4]), () => item(random, columns)));
  return `SELECT ${items.map((each) => shown(each, random)).join(', ')}\nFROM ${from.sql}${tail(items)}`;
}

function distinct(random: Random): string {
  const from = source(random);
  const items = distinctItems(random.many(random.pick([1, 1, 1, 2, 2, 3]), () => item(random, from.columns)));
  const list = items.map((each) => shown(each, random)).join(', ');
  return `SELECT DISTINCT ${list}\nFROM ${from.sql}${where(random, from, 35)}${ending(random, items, [])}`;
}

function aggregate(random: Random, columns: readonly Named[]): string {
  const any = random.pick(columns).sql;
  const sortable = random.pick(columns.filter(({ type }) => type !== 'boolean')).sql;
  const numbers = ofType(columns, 'numeric', 'integer');
  const number = random.pick(
    ofType(columns, 'numeric').length > 0 && random.chance(60) ? ofType(columns, 'numeric') : numbers,
  ).sql;
  return random.weighted<() => string>([
    [40, () => 'count(*)'],
    [12, () => `count(${any})`],
    [5, () => `count(DISTINCT ${any})`],
    [12, () => `min(${sortable})`],
    [12, () => `max(${sortable})`],
    [8, () => `sum(${number})`],
    [5, () => `avg(${number})`],
    [4, () => `round(avg(${number}), ${random.pick(['1', '2'])})`],
    [1, () => `sum(DISTINCT ${number})`],
    [1, () => `max(${expressionOf(random, columns, random.pick(['integer', 'text'] as const)).sql})`],
    [1, () => `sum(CASE WHEN ${number} > 2 THEN 1 ELSE 0 END)`],
    [1, () => `max(${number}) - min(${number})`],
    [1, () => `count(*) FILTER (WHERE ${number} > 2)`],
    [1, () => `string_agg(DISTINCT ${any}::text, ', ')`],
    [1, () => `count(*) * ${String(random.integer(2, 10))}`],
    [1, () => `coalesce(sum(${number}), 0)`],
  ])();
}

function totals(random: Random): string {
  const from = source(random);
  const items = distinctItems(
    random.many(random.pick([1, 1, 1, 2, 3]), () => ({
      sql: aggregate(random, from.columns),
      alias: alias(random, 35),
    })),
  );
  const end = random.chance(4) ? orderBy(random, items, []) : limit(random, 2);
  return `SELECT ${items.map((each) => shown(each, random)).join(', ')}\nFROM ${from.sql}${where(random, from, 45)}${end}`;
}

function having(random: Random, columns: readonly Named[]): string {
  const one = (): string =>
    `${random.chance(60) ? 'count(*)' : aggregate(random, columns)} ${random.pick(['>', '>=', '=', '<', '<>'])} ${String(random.integer(1, 4))}`;
  return `\nHAVING ${random.weighted([
    [85, one()],
    [8, `${one()} AND ${one()}`],
    [3, `${one()} OR ${one()}`],
    [4, `${aggregate(random, columns)} IS NOT NULL`],
  ])}`;
}

function groups(random: Random): string {
  const from = source(random);
  const { columns } = from;
  const keys = distinctItems(
    random.many(random.pick([1, 1, 1, 1, 2, 2, 3]), () => ({
      sql: random.chance(90) ? random.pick(columns).sql : expression(random, columns).sql,
      alias: alias(random, 15),
    })),
  );
  const visible = random.chance(92) ? keys : keys.slice(1);
  // A table's other columns may stand beside its primary key; beside anything else that is an error, which happens.
  const dependent = columns.filter(({ table }) => keys.some(({ sql }) => sql === `${table}.id` || sql === 'id'));
  const extra = dependent.length > 0 && random.chance(30) ? [{ sql: random.pick(dependent).sql, alias: null }] : [];
  const aggregates = random.many(random.pick([0, 1, 1, 1, 1, 1, 1, 2, 2, 3]), () => ({
    sql: aggregate(random, columns),
    alias: alias(random, 45),
  }));
  const items = distinctItems([...visible, ...extra, ...aggregates]);
  const list = (items.length > 0 ? items : [{ sql: 'count(*)', alias: null }]).map((each) => shown(each, random));
  const by = keys.map((key) => {
    const at = items.indexOf(key);
    return random.weighted([
      [88, key.sql],
      [key.alias === null ? 0 : 6, key.alias ?? ''],
      [at < 0 ? 0 : 6, String(at + 1)],
    ]);
  });
  const head = `SELECT ${list.join(', ')}\nFROM ${from.sql}${where(random, from, 30)}\nGROUP BY ${by.join(', ')}`;
  const others = [...keys.map(({ sql }) => sql), 'count(*)', aggregate(random, columns)];
  return head + (random.chance(25) ? having(random, columns) : '') + ending(random, items, others);
}

/**
 * A plain SELECT, as the first lessons of an SQL course teach it: columns, expressions and text functions FROM one
 * table or a join of up to three, WHERE, DISTINCT, the aggregates, GROUP BY, HAVING, ORDER BY and LIMIT. It has no
 * subquery, set operation, CTE or window. The weights are those of a beginner's work: most queries show columns of one
 * table, three in ten aggregate, one in five joins two tables, and so on. What is seldom written, or is a mistake that
 * PostgreSQL answers with an error, occurs seldom; none of it is left out because pg-mem is not trusted with it.
 */
export function beginnerSelect(random: Random): string {
  return random.weighted([
    [62, rows],
    [8, distinct],
    [12, totals],
    [18, groups],
  ])(random);
}
