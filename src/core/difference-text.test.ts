import { describe, expect, test } from 'vitest';
import { cellText } from './cell-text';
import type { Difference } from './check-report';
import { differenceHeadline, differenceText, namesWithout } from './difference-text';

const columns = ['id', 'name'];
const rows = { kind: 'different-rows', columns, missing: [], missingCount: 0, extra: [], extraCount: 0 } as const;
const integer = { name: 'id', type: 'integer', oid: 23 };
const text = { name: 'id', type: 'text', oid: 25 };

describe('the headline', () => {
  test.each<[Difference, string]>([
    [
      { kind: 'no-result', expected: ['id', 'name'] },
      'Your answer gives no table; one with the columns “id”, “name” is expected.',
    ],
    [{ kind: 'no-result', expected: ['id'] }, 'Your answer gives no table; one with the column “id” is expected.'],
    [
      { kind: 'column-count', expected: ['id', 'name'], received: ['id'] },
      'The result has 1 column, but should have 2: “name” is missing.',
    ],
    [
      { kind: 'column-count', expected: ['id'], received: ['id', 'name', 'club'] },
      'The result has 3 columns, but should have 1: “name”, “club” should not be there.',
    ],
    [
      { kind: 'column-count', expected: ['id', 'name'], received: ['?column?'] },
      'The result has 1 column, but should have 2.',
    ],
    [
      { kind: 'column-names', expected: ['id', 'club'], received: ['id', 'name'] },
      'Column 2 should be named “club”, but is named “name”.',
    ],
    [{ kind: 'column-names', expected: ['a', 'b'], received: ['c', 'd'] }, '2 columns should have other names.'],
    [
      { kind: 'column-order', expected: ['a', 'b'], received: ['b', 'a'] },
      'The columns are the right ones, but they stand in another order.',
    ],
    [
      { kind: 'column-types', expected: [integer], received: [text] },
      'Column “id” should have the type integer, but has text.',
    ],
    [
      { kind: 'column-types', expected: [integer, integer], received: [text, text] },
      '2 columns should have other types.',
    ],
    [
      { ...rows, missingCount: 2, missing: [['1', 'a']], extraCount: 1 },
      '2 rows are missing and 1 row should not be there.',
    ],
    [{ ...rows, kind: 'missing-rows', missingCount: 1 }, '1 row is missing.'],
    [{ ...rows, kind: 'extra-rows', extraCount: 12_000 }, '12,000 rows should not be there.'],
    [{ kind: 'different-cells', columns, rows: [], count: 1 }, '1 row has a value that is not the expected one.'],
    [{ kind: 'different-cells', columns, rows: [], count: 3 }, '3 rows have a value that is not the expected one.'],
    [
      { kind: 'row-order', columns, row: 3, expected: ['1', 'Ana'], received: ['2', null] },
      'The rows are the right ones, but in another order: row 3 should be (1, Ana), but is (2, NULL).',
    ],
    [{ kind: 'different-value', expected: '4', received: '3' }, 'The value should be 4, but is 3.'],
    [{ kind: 'different-value', expected: '[\n  1,\n]', received: '3' }, 'The value is not the expected one.'],
    [{ kind: 'secret-value', received: "'3'" }, "The value '3' is not the right one."],
    [{ kind: 'secret-value', received: 'null' }, 'The value is not set.'],
    [
      { kind: 'inspection-failed', message: 'relation "coaches" does not exist' },
      'What your answer leaves behind cannot be looked at: relation "coaches" does not exist',
    ],
  ])('%j', (difference, headline) => {
    expect(differenceHeadline(difference)).toBe(headline);
  });
});

describe('the whole text', () => {
  test('rows that are missing and rows that are too many, and how many more there are', () => {
    const difference: Difference = {
      ...rows,
      missing: [
        ['1', 'Ana'],
        ['12', null],
      ],
      missingCount: 14,
      extra: [['3', 'NULL']],
      extraCount: 1,
    };
    expect(differenceText(difference).split('\n')).toEqual([
      '14 rows are missing and 1 row should not be there.',
      '',
      '                | id |  name  ',
      '----------------+----+--------',
      ' - missing      | 1  | Ana',
      ' - missing      | 12 | NULL',
      " + not expected | 3  | 'NULL'",
      '… and 12 more missing rows.',
    ]);
  });

  test('cells that differ, in pairs', () => {
    const difference: Difference = {
      kind: 'different-cells',
      columns,
      rows: [{ expected: ['1', 'Ana'], received: ['1', 'Ana '], cells: [1] }],
      count: 1,
    };
    expect(differenceText(difference).split('\n')).toEqual([
      '1 row has a value that is not the expected one.',
      '',
      '          | id |  name  | differs in ',
      '----------+----+--------+------------',
      ' expected | 1  | Ana    | name',
      " received | 1  | 'Ana ' | name",
    ]);
  });

  test('another order', () => {
    const difference: Difference = { kind: 'row-order', columns, row: 1, expected: ['1', 'A'], received: ['2', 'B'] };
    expect(differenceText(difference).split('\n').slice(2)).toEqual([
      '          | id | name ',
      '----------+----+------',
      ' expected | 1  | A',
      ' received | 2  | B',
    ]);
  });

  test('names of columns, side by side', () => {
    const difference: Difference = { kind: 'column-names', expected: ['id', 'club'], received: ['id', 'name'] };
    expect(differenceText(difference).split('\n').slice(2)).toEqual([
      '          | expected | received |         ',
      '----------+----------+----------+---------',
      ' column 1 | id       | id       | ',
      ' column 2 | club     | name     | differs',
    ]);
  });

  test('types of columns, with their names', () => {
    const difference: Difference = { kind: 'column-types', expected: [integer], received: [text] };
    expect(differenceText(difference)).toContain(' column 1 | id integer | id text  | differs');
  });

  test('lists of columns', () => {
    const difference: Difference = { kind: 'column-count', expected: ['id', 'name'], received: ['id'] };
    expect(differenceText(difference)).toMatch(/\n\nexpected: id, name\nreceived: id$/);
  });

  test('a value', () => {
    const difference: Difference = { kind: 'different-value', expected: '[1]', received: '[2]' };
    expect(differenceText(difference)).toMatch(/\n\nexpected: \[1\]\nreceived: \[2\]$/);
  });

  test('no table at all needs no more than the sentence', () => {
    expect(differenceText({ kind: 'no-result', expected: ['id'] })).not.toContain('\n');
  });
});

test.each([
  [null, 'NULL'],
  ['NULL', "'NULL'"],
  ['', "''"],
  ["''", "''''"],
  [' a', "' a'"],
  ['a b', 'a b'],
])('%j is written %s', (cell, written) => {
  expect(cellText(cell)).toBe(written);
});

test('names are taken off one by one', () => {
  expect(namesWithout(['id', 'id', 'name'], ['id'])).toEqual(['id', 'name']);
});
