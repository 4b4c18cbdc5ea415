import { expression } from './expressions';
import type { Random } from './prng';
import { type Named, ofType } from './tables';
import { literal, pattern } from './values';

const COMPARISONS = ['=', '=', '=', '>', '<', '>=', '<=', '<>', '!='] as const;

function list(random: Random, column: Named): string {
  const values = random.many(random.integer(1, 4), () => literal(random, column.type));
  // A value may stand there twice, and the one that spoils NOT IN.
  if (random.chance(10)) values.push(values[0] ?? 'NULL');
  if (random.chance(4)) values.push('NULL');
  return values.join(', ');
}

function test(random: Random, columns: readonly Named[]): string {
  const column = random.pick(columns);
  const { sql, type } = column;
  if (type === 'boolean') {
    return random.weighted([
      [50, sql],
      [20, `NOT ${sql}`],
      [20, `${sql} = ${literal(random, type)}`],
      [10, `${sql} ${random.pick(['IS TRUE', 'IS NOT TRUE', 'IS FALSE', 'IS NOT FALSE'])}`],
    ]);
  }
  return random.weighted<() => string>([
    [50, () => `${sql} ${random.pick(COMPARISONS)} ${literal(random, type)}`],
    [3, () => `${sql} ${random.pick(COMPARISONS)} ${random.pick(ofType(columns, type)).sql}`],
    [2, () => `${literal(random, type)} ${random.pick(COMPARISONS)} ${sql}`],
    [column.nullable ? 20 : 4, () => `${sql} IS ${random.chance(60) ? 'NOT ' : ''}NULL`],
    [7, () => `${sql} ${random.chance(15) ? 'NOT ' : ''}BETWEEN ${literal(random, type)} AND ${literal(random, type)}`],
    [8, () => `${sql} IN (${list(random, column)})`],
    [3, () => `${sql} NOT IN (${list(random, column)})`],
    [
      type === 'text' ? 25 : 0,
      () => `${sql} ${random.pick(['LIKE', 'LIKE', 'NOT LIKE', 'ILIKE', 'NOT ILIKE'])} ${pattern(random)}`,
    ],
    [1, () => `${sql} ${random.pick(['=', '<>'])} NULL`],
    [2, () => `${sql} IS ${random.chance(30) ? 'NOT ' : ''}DISTINCT FROM ${literal(random, type)}`],
    [
      6,
      () => {
        const value = expression(random, columns);
        return value.type === 'boolean'
          ? value.sql
          : `${value.sql} ${random.pick(COMPARISONS)} ${literal(random, value.type)}`;
      },
    ],
  ])();
}

/** A condition as WHERE has it: mostly one test, sometimes several. */
export function condition(random: Random, columns: readonly Named[]): string {
  return random.weighted<() => string>([
    [60, () => test(random, columns)],
    [20, () => `${test(random, columns)} AND ${test(random, columns)}`],
    [10, () => `${test(random, columns)} OR ${test(random, columns)}`],
    [3, () => `${test(random, columns)} AND (${test(random, columns)} OR ${test(random, columns)})`],
    [2, () => `${test(random, columns)} OR ${test(random, columns)} AND ${test(random, columns)}`],
    [3, () => `NOT ${test(random, columns)}`],
    [2, () => `NOT (${test(random, columns)} ${random.pick(['AND', 'OR'])} ${test(random, columns)})`],
    [1, () => `NOT (${condition(random, columns)})`],
  ])();
}
