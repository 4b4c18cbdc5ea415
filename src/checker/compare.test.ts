import { describe, expect, test } from 'vitest';
import type { Row } from '../core/database';
import { compare } from './compare';
import type { Table } from './table';

function table(columns: string, rows: readonly Row[], types: readonly string[] = []): Table {
  return {
    columns: columns.split(' ').map((name, i) => ({ name, type: types[i] ?? 'text', oid: 25 })),
    rows,
    rowCount: rows.length,
  };
}

const TWO = table('id name', [
  ['1', 'Ana'],
  ['2', null],
]);
const EXACT = { rowOrder: 'exact' } as const;
const ANY = { rowOrder: 'any' } as const;

describe('compare', () => {
  test('equal results agree', () => {
    expect(compare(TWO, TWO, { rowOrder: 'exact', types: 'exact' })).toBeNull();
    expect(compare(table('a', []), table('a', []), EXACT)).toBeNull();
  });

  test('the number of columns', () => {
    expect(compare(TWO, table('id', [['1']]), ANY)).toEqual({
      kind: 'column-count',
      expected: ['id', 'name'],
      received: ['id'],
    });
  });

  test('names of columns, unless they do not matter', () => {
    const other = { ...TWO, columns: table('id title', []).columns };
    expect(compare(TWO, other, ANY)).toMatchObject({ kind: 'column-names', received: ['id', 'title'] });
    expect(compare(TWO, other, { rowOrder: 'any', columnNames: 'any' })).toBeNull();
  });

  test('a name that is there twice is not the same as two names', () => {
    expect(compare(table('a a b', []), table('a b b', []), ANY)).toMatchObject({ kind: 'column-names' });
  });

  test('the order of columns, unless it does not matter', () => {
    const turned = table('name id', [
      ['Ana', '1'],
      [null, '2'],
    ]);
    expect(compare(TWO, turned, EXACT)).toMatchObject({ kind: 'column-order', received: ['name', 'id'] });
    expect(compare(TWO, turned, { rowOrder: 'exact', columnOrder: 'any' })).toBeNull();
  });

  test('types, only when they are asked for, and of the right column when columns are matched by name', () => {
    const typed = table('id name', TWO.rows, ['bigint', 'text']);
    expect(compare(TWO, typed, ANY)).toBeNull();
    expect(compare(TWO, typed, { rowOrder: 'any', types: 'exact' })).toMatchObject({ kind: 'column-types' });
    const [expected, turned] = [table('a b', [], ['integer', 'text']), table('b a', [], ['text', 'integer'])];
    expect(compare(expected, turned, { rowOrder: 'any', columnOrder: 'any', types: 'exact' })).toBeNull();
  });

  test('missing, extra and different rows', () => {
    const [one, two, three] = [['1'], ['2'], ['3']] as const;
    expect(compare(table('a', [one, two]), table('a', [one]), ANY)).toMatchObject({
      kind: 'missing-rows',
      missing: [two],
      missingCount: 1,
      extraCount: 0,
    });
    expect(compare(table('a', [one]), table('a', [one, two]), ANY)).toMatchObject({ kind: 'extra-rows', extra: [two] });
    expect(compare(table('a', [one, two]), table('a', [one, three]), ANY)).toMatchObject({
      kind: 'different-rows',
      missing: [two],
      extra: [three],
    });
  });

  test('duplicates count', () => {
    expect(compare(table('a', [['1'], ['1']]), table('a', [['1']]), ANY)).toMatchObject({
      kind: 'missing-rows',
      missingCount: 1,
    });
    expect(compare(table('a', [['1']]), table('a', [['1'], ['1'], ['1']]), ANY)).toMatchObject({
      kind: 'extra-rows',
      extraCount: 2,
    });
  });

  test.each([
    [null, 'NULL'],
    [null, ''],
    ['1.50', '1.5'],
    ['a', 'A'],
    ['a', 'a '],
  ])('%j is not %j', (expected, received) => {
    expect(compare(table('a', [[expected]]), table('a', [[received]]), ANY)).toMatchObject({ kind: 'different-rows' });
  });

  test('rows that agree in most cells are paired, and the cells named', () => {
    const received = table('id name', [
      ['2', null],
      ['1', 'Bo'],
    ]);
    expect(compare(TWO, received, ANY)).toEqual({
      kind: 'different-cells',
      columns: ['id', 'name'],
      rows: [{ expected: ['1', 'Ana'], received: ['1', 'Bo'], cells: [1] }],
      count: 1,
    });
  });

  test('the order of rows, only when it is asked for', () => {
    const turned = table('id name', [...TWO.rows].reverse());
    expect(compare(TWO, turned, ANY)).toBeNull();
    expect(compare(TWO, turned, EXACT)).toEqual({
      kind: 'row-order',
      columns: ['id', 'name'],
      row: 1,
      expected: ['1', 'Ana'],
      received: ['2', null],
    });
  });

  test('cells cannot be confused with their neighbours', () => {
    expect(compare(table('a b', [['x', 'y,z']]), table('a b', [['x,y', 'z']]), ANY)).not.toBeNull();
  });

  test('an explanation shows ten rows and counts all', () => {
    const rows = Array.from({ length: 25 }, (_, i): Row => [String(i)]);
    const difference = compare(table('a', rows), table('a', []), ANY);
    expect(difference).toMatchObject({ kind: 'missing-rows', missingCount: 25 });
    expect(difference).toHaveProperty('missing.length', 10);
  });

  test('a result that was cut is longer than the rows that are there', () => {
    expect(compare(TWO, { ...TWO, rowCount: 20_000 }, ANY)).toMatchObject({ kind: 'extra-rows', extraCount: 19_998 });
  });

  test('lists without objects have no columns to compare', () => {
    expect(compare(TWO, { columns: [], rows: [], rowCount: 0 }, ANY)).toMatchObject({
      kind: 'missing-rows',
      columns: ['id', 'name'],
      missingCount: 2,
    });
  });
});
