import type { Random } from './prng';
import type { ColumnType } from './schema';
import { type Named, ofType } from './tables';
import { literal, quoted } from './values';

/** An expression of one value, and its type as far as the grammar has to know it. */
export interface Value {
  readonly sql: string;
  readonly type: ColumnType;
}

type Rule = (random: Random, columns: readonly Named[]) => Value | null;

/** Turns a rule for columns of some types into one that gives up where there is none. */
function on(
  types: readonly ColumnType[],
  rule: (random: Random, column: Named, others: readonly Named[]) => Value,
): Rule {
  return (random, columns) => {
    const fitting = ofType(columns, ...types);
    return fitting.length === 0 ? null : rule(random, random.pick(fitting), fitting);
  };
}

const text = (sql: string): Value => ({ sql, type: 'text' });
const integer = (sql: string): Value => ({ sql, type: 'integer' });
const numeric = (sql: string): Value => ({ sql, type: 'numeric' });

/** What the first lessons write besides columns, as often as they do. */
const RULES: readonly (readonly [weight: number, rule: Rule])[] = [
  [8, on(['text'], (random, { sql }) => text(`${random.pick(['upper', 'lower'])}(${sql})`))],
  [6, on(['text'], (random, { sql }) => integer(`${random.pick(['length', 'length', 'char_length'])}(${sql})`))],
  [6, on(['text'], (random, { sql }) => text(`${sql} || ${quoted(random.pick(['!', ' ', "'s", '', ', ']))}`))],
  [
    4,
    on(['text'], (random, { sql }, all) =>
      text(`${sql} || ${quoted(random.pick([' ', ' – ', ': ']))} || ${random.pick(all).sql}`),
    ),
  ],
  [1, on(['integer'], (random, { sql }) => text(`${quoted('no. ')} || ${sql}`))],
  [2, on(['text'], (random, { sql }) => text(`concat(${sql}, ${quoted(random.pick([' ', '!']))}, ${sql})`))],
  [
    2,
    on(['text'], (random, { sql }) =>
      text(`substring(${sql}, ${String(random.integer(1, 3))}, ${String(random.integer(0, 4))})`),
    ),
  ],
  [
    1,
    on(['text'], (random, { sql }) =>
      text(`substring(${sql} FROM ${String(random.integer(1, 3))} FOR ${String(random.integer(1, 4))})`),
    ),
  ],
  [
    3,
    on(['text'], (random, { sql }) =>
      text(`${random.pick(['left', 'right'])}(${sql}, ${String(random.integer(0, 4))})`),
    ),
  ],
  [
    2,
    on(['text'], (random, { sql }) =>
      text(
        `replace(${sql}, ${quoted(random.pick(['a', 'o', ' ', 'Bergen', '']))}, ${quoted(random.pick(['', '-', 'e']))})`,
      ),
    ),
  ],
  [2, on(['text'], (random, { sql }) => text(`trim(${sql})`))],
  [
    10,
    on(['integer'], (random, { sql }) =>
      integer(`${sql} ${random.pick(['+', '-', '*'])} ${String(random.integer(0, 10))}`),
    ),
  ],
  [
    3,
    on(['integer'], (random, { sql }, all) =>
      integer(`${sql} ${random.pick(['+', '-', '*'])} ${random.pick(all).sql}`),
    ),
  ],
  [
    2,
    on(['integer'], (random, { sql }) =>
      integer(`(${sql} ${random.pick(['+', '-'])} ${String(random.integer(1, 5))}) * ${String(random.integer(2, 4))}`),
    ),
  ],
  [
    1,
    on(['integer'], (random, { sql }) =>
      integer(`${String(random.integer(1, 9))} - ${sql} - ${String(random.integer(1, 9))}`),
    ),
  ],
  [1, on(['integer'], (_random, { sql }) => integer(`-${sql}`))],
  [
    3,
    on(['integer'], (random, { sql }) => integer(`${sql} ${random.pick(['/', '%'])} ${String(random.integer(1, 4))}`)),
  ],
  [0.5, on(['integer'], (random, { sql }, all) => integer(`${sql} / ${random.pick(all).sql}`))],
  [
    4,
    on(['numeric'], (random, { sql }) =>
      numeric(`${sql} ${random.pick(['+', '-', '*', '/'])} ${random.pick(['2', '10', '0.5', '100'])}`),
    ),
  ],
  [4, on(['numeric'], (random, { sql }) => numeric(`round(${sql}${random.pick(['', ', 1', ', 2'])})`))],
  [4, on(['date'], (_random, { sql }) => numeric(`extract(year FROM ${sql})`))],
  [1, on(['date'], (random, { sql }) => numeric(`EXTRACT(${random.pick(['month', 'day', 'MONTH'])} FROM ${sql})`))],
  [2, on(['date'], (_random, { sql }, all) => integer(`${sql} - ${all[0]?.sql ?? sql}`))],
  [
    1,
    on(['date'], (random, { sql }) => ({
      sql: `${sql} ${random.pick(['+', '-'])} ${String(random.integer(0, 40))}`,
      type: 'date',
    })),
  ],
  [1, () => ({ sql: 'current_date', type: 'date' })],
  [
    7,
    on(['text'], (random, { sql }) => text(`coalesce(${sql}, ${quoted(random.pick(['none', 'unknown', '', '–']))})`)),
  ],
  [3, on(['integer'], (random, { sql }) => integer(`coalesce(${sql}, ${String(random.integer(-1, 3))})`))],
  [1, on(['numeric'], (_random, { sql }) => numeric(`coalesce(${sql}, 0)`))],
  [1, on(['date'], (_random, { sql }) => ({ sql: `coalesce(${sql}, ${quoted('2000-01-01')})`, type: 'date' }))],
  [1, on(['integer'], (random, { sql }) => integer(`nullif(${sql}, ${String(random.integer(1, 3))})`))],
  [
    5,
    on(['integer'], (random, { sql }) =>
      text(
        `CASE WHEN ${sql} ${random.pick(['=', '>', '<='])} ${String(random.integer(1, 5))} THEN ${quoted('yes')} ELSE ${quoted('no')} END`,
      ),
    ),
  ],
  [
    3,
    on(['integer'], (random, { sql }) =>
      text(
        `CASE ${sql} WHEN 1 THEN ${quoted('gold')} WHEN 2 THEN ${quoted('silver')}${random.pick(['', " ELSE 'other'"])} END`,
      ),
    ),
  ],
  [
    2,
    on(['boolean'], (random, { sql }) =>
      text(`CASE WHEN ${sql} THEN ${quoted('yes')}${random.pick(['', " ELSE 'no'"])} END`),
    ),
  ],
  [
    2,
    on(['text'], (random, { sql }) =>
      text(`CASE WHEN ${sql} IS NULL THEN ${quoted('none')} ELSE ${random.pick([sql, `upper(${sql})`])} END`),
    ),
  ],
  [
    2,
    on(['integer', 'text', 'date'], (random, { sql }) => ({
      sql: `${sql} ${random.pick(['IS NULL', 'IS NOT NULL'])}`,
      type: 'boolean',
    })),
  ],
  [
    2,
    on(['integer'], (random, { sql }) => ({
      sql: `${sql} ${random.pick(['=', '<>', '>', '<='])} ${String(random.integer(1, 4))}`,
      type: 'boolean',
    })),
  ],
  [0.5, on(['boolean'], (_random, { sql }) => ({ sql: `NOT ${sql}`, type: 'boolean' }))],
  [
    3,
    (random) =>
      random.pick([
        integer('1'),
        text("'text'"),
        integer('2 + 3 * 4'),
        text("'it''s'"),
        numeric('1.50'),
        integer('-7'),
        { sql: 'true', type: 'boolean' },
        integer('10 - 4 - 3'),
        integer('7 / 2'),
      ]),
  ],
  [1, on(['integer'], (_random, { sql }) => text(`${sql}::text`))],
  [0.5, on(['date'], (_random, { sql }) => text(`to_char(${sql}, 'YYYY-MM')`))],
];

/** An expression that is more than a column. */
export function expression(random: Random, columns: readonly Named[]): Value {
  for (;;) {
    const value = random.weighted(RULES)(random, columns);
    if (value) return value;
  }
}

/** An expression over some column of the type, for a condition or an aggregate. */
export function expressionOf(random: Random, columns: readonly Named[], type: ColumnType): Value {
  for (let tries = 0; tries < 50; tries++) {
    const value = expression(random, columns);
    if (value.type === type) return value;
  }
  return { sql: literal(random, type), type };
}
