import { beginnerSelect } from './beginner-select';
import { condition } from './conditions';
import { expression } from './expressions';
import type { Random } from './prng';
import { type Named, ofType, source } from './tables';
import { literal } from './values';

type Rule = (random: Random) => string;

function misspelt(random: Random): string {
  const sql = beginnerSelect(random);
  const at = random.integer(0, sql.length - 1);
  return random.pick([
    () => sql.slice(0, at) + sql.slice(at + 1),
    () => sql.slice(0, at) + random.pick([',', ')', "'", '(', ' x', ';', '"', '--', '/*']) + sql.slice(at),
    () =>
      sql.replace(
        /\b(name|city|id|mark|place)\b/,
        random.pick(['nmae', 'salary', 'ID', '"Name"', 'public.clubs.name']),
      ),
    () => sql.replace(/(FROM) \w+/, '$1 nowhere'),
    () => sql.replace(/\b\d+\b/, random.pick(['NULL', "'x'", '1e3', '0x1F', '1_000', '$1', '-0'])),
  ])();
}

const aColumn = (random: Random, columns: readonly Named[]): Named => random.pick(columns);

const RULES: readonly (readonly [weight: number, rule: Rule])[] = [
  [20, misspelt],
  // Without FROM, and what stands in the select list by itself
  [
    6,
    (random) =>
      `SELECT ${random.many(random.integer(1, 3), () => literal(random, random.pick(['integer', 'text', 'boolean', 'numeric'] as const))).join(', ')}`,
  ],
  [
    4,
    (random) =>
      `SELECT ${random.pick([
        "upper('abc')",
        '2 + 3',
        "'a' || 'b'",
        '10 / 4',
        '10 % 4',
        '-7 / 2',
        "length('🏃')",
        'NULL',
        'NULL IS NULL',
        '1 = 1',
        'round(2.5)',
        "date '2024-01-31' + 1",
        '2147483647 + 1',
        "coalesce(NULL, 'x')",
        'NOT NULL',
        "'a' < 'B'", // Not 'straße': the capital of ß depends on the C library, which PostgreSQL embedded and a server do not share.
        "lower('ÅSE')",
        'true AND NULL',
        '2 - 3 - 4',
        '- - 3',
        '2 * -3',
        "'1' + 1",
        'abs(-3)',
      ])} AS x`,
  ],
  // Subqueries
  [4, () => 'SELECT name FROM athletes WHERE club_id IN (SELECT id FROM clubs)'],
  [
    4,
    (random) =>
      `SELECT name FROM clubs WHERE id ${random.pick(['IN', 'NOT IN'])} (SELECT club_id FROM athletes WHERE ${random.pick(['active', 'club_id IS NOT NULL', 'id > 3'])})`,
  ],
  [
    3,
    (random) =>
      `SELECT name FROM clubs c WHERE ${random.pick(['', 'NOT '])}EXISTS (SELECT FROM athletes a WHERE a.club_id = c.id)`,
  ],
  [
    3,
    (random) =>
      `SELECT id, mark FROM results WHERE mark ${random.pick(['>', '=', '<'])} (SELECT ${random.pick(['avg', 'max', 'min'])}(mark) FROM results)`,
  ],
  [3, () => 'SELECT name, (SELECT count(*) FROM athletes a WHERE a.club_id = c.id) FROM clubs c'],
  [3, () => 'SELECT x.n FROM (SELECT count(*) AS n FROM athletes GROUP BY club_id) x WHERE x.n > 1'],
  [3, () => 'WITH x AS (SELECT club_id, count(*) AS n FROM athletes GROUP BY club_id) SELECT n FROM x ORDER BY n'],
  // Sets of rows, windows
  [
    4,
    (random) =>
      `SELECT city FROM clubs ${random.pick(['UNION', 'UNION ALL', 'EXCEPT', 'INTERSECT'])} SELECT city FROM meets${random.pick(['', ' ORDER BY city', ' ORDER BY 1 DESC'])}`,
  ],
  [3, () => 'SELECT name, row_number() OVER (ORDER BY born_on, id) FROM athletes'],
  [2, () => 'SELECT id, place, rank() OVER (PARTITION BY event_id ORDER BY mark) FROM results'],
  [2, () => 'SELECT DISTINCT ON (club_id) club_id, name FROM athletes ORDER BY club_id, id'],
  [
    2,
    (random) =>
      `SELECT name FROM athletes ORDER BY ${random.pick(['random()', 'lower(name), 1', 'name COLLATE "C"', 'active, -id', '(id)', "'x'", 'NULL', '1 + 1', 'true'])}`,
  ],
  [2, (random) => `SELECT * FROM ${source(random).sql} FOR UPDATE`],
  [3, (random) => `SELECT name FROM athletes WHERE id = ANY (ARRAY[${String(random.integer(1, 3))}, 2])`],
  // Conditions and values of the wrong type
  [
    6,
    (random) => {
      const { sql, columns } = source(random);
      const column = aColumn(random, columns);
      return `SELECT 1 AS one FROM ${sql} WHERE ${column.sql} ${random.pick(['=', '<', 'LIKE', 'IN', '||', '+', 'IS', 'AND'])} ${random.pick(['(1)', "('a')", 'true', 'NULL', "'2000-01-01'"])}`;
    },
  ],
  [
    4,
    (random) => {
      const { sql, columns } = source(random);
      const texts = ofType(columns, 'text', 'integer');
      return `SELECT ${random.pick(['sum', 'avg', 'min', 'upper', 'length', 'abs', 'max', 'count', 'now', 'lower', 'concat'])}(${texts[0]?.sql ?? '*'}) FROM ${sql}`;
    },
  ],
  [
    4,
    (random) => {
      const { sql, columns } = source(random);
      return `SELECT ${aColumn(random, columns).sql}, count(*) FROM ${sql} GROUP BY ${aColumn(random, columns).sql} HAVING ${condition(random, columns)}`;
    },
  ],
  [
    3,
    (random) => {
      const { sql, columns } = source(random);
      return `SELECT DISTINCT ${aColumn(random, columns).sql} FROM ${sql} ORDER BY ${expression(random, columns).sql}`;
    },
  ],
];

/** Statements that change something: pg-mem must not answer them, and they are not run. */
const CHANGES: readonly string[] = [
  'DELETE FROM results',
  "INSERT INTO clubs (name, city) VALUES ('x', 'y') RETURNING id",
  'UPDATE athletes SET active = false WHERE id = 1',
  'CREATE TABLE t (a int)',
  'BEGIN',
  'TRUNCATE results',
  'SELECT * INTO copy FROM clubs',
  "SELECT setval('clubs_id_seq', 10)",
  'ALTER TABLE clubs ADD COLUMN x int',
];

/** A SELECT beyond the first lessons, or one with a mistake. */
export function otherSelect(random: Random): string {
  return random.weighted(RULES)(random);
}

/** A statement that changes data, tables or the session. */
export function change(random: Random): string {
  return random.pick(CHANGES);
}
