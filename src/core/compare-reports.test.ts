import { describe, expect, test } from 'vitest';
import { differsInOrderOnly, gaveTheSame } from './compare-reports';
import type { StatementResult } from './database';
import { emptyReport, type RunReport } from './run-report';

function rows(...names: readonly string[]): StatementResult {
  return {
    kind: 'rows',
    tag: `SELECT ${names.length}`,
    columns: [{ name: 'name', type: 'text', oid: 25 }],
    rows: names.map((name) => [name]),
    rowCount: names.length,
    notices: [],
  };
}

function report(...results: readonly (readonly [sql: string, result: StatementResult])[]): RunReport {
  return {
    ...emptyReport({ kind: 'completed' }),
    statements: results.map(([sql, result], i) => ({ sql, parameters: [], result, ms: i })),
  };
}

const QUERY = 'SELECT name FROM clubs';

describe('gaveTheSame', () => {
  test('times do not count, cells do', () => {
    const first = report([QUERY, rows('a', 'b')]);
    const slower = { ...first, ms: 99, statements: first.statements.map((sent) => ({ ...sent, ms: 99 })) };
    expect(gaveTheSame(first, slower)).toBe(true);
    expect(gaveTheSame(first, report([QUERY, rows('a', 'c')]))).toBe(false);
    expect(gaveTheSame(first, report([QUERY, rows('a')]))).toBe(false);
  });

  test('a type or a name of a column counts', () => {
    const other = { ...rows('a'), columns: [{ name: 'name', type: 'character varying', oid: 1043 }] };
    expect(gaveTheSame(report([QUERY, rows('a')]), report([QUERY, other as StatementResult]))).toBe(false);
  });

  test('another statement after equal results is the program’s doing', () => {
    const chance = (n: number): RunReport => report([QUERY, rows('a')], [`SELECT ${n}`, rows(String(n))]);
    expect(gaveTheSame(chance(1), chance(2))).toBe(true);
  });
});

describe('differsInOrderOnly', () => {
  test('tells another order from other rows', () => {
    const first = report([QUERY, rows('a', 'b')]);
    expect(differsInOrderOnly(first, report([QUERY, rows('b', 'a')]))).toBe(true);
    expect(differsInOrderOnly(first, report([QUERY, rows('b', 'b')]))).toBe(false);
    expect(differsInOrderOnly(first, first)).toBe(false);
  });
});
