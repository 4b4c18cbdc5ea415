import { describe, expect, it } from 'vitest';
import { crosstab } from './crosstab';
import type { PrintedTable } from './print-table';

const RESULTS: PrintedTable = {
  title: null,
  headers: [
    { name: 'club', align: 'left' },
    { name: 'Year', align: 'right' },
    { name: 'points', align: 'right' },
  ],
  rows: [
    ['Comets', '2026', '7'],
    ['Owls', '2025', '5'],
    ['Comets', '2025', null],
    [null, null, '1'],
  ],
  rowCount: 4,
  footers: null,
};
const FOUR: PrintedTable = { ...RESULTS, headers: [...RESULTS.headers, { name: 'club', align: 'left' }] };

describe('crosstab', () => {
  it('makes a column of each value, in the order in which they come', () => {
    expect(crosstab(RESULTS, [], '-')).toEqual({
      kind: 'table',
      table: {
        title: null,
        headers: [
          { name: 'club', align: 'left' },
          { name: '2026', align: 'right' },
          { name: '2025', align: 'right' },
          { name: '-', align: 'right' },
        ],
        rows: [
          ['Comets', '7', null, ''],
          ['Owls', '', '5', ''],
          [null, '', '', '1'],
        ],
        rowCount: 3,
        footers: null,
      },
    });
  });

  it('sorts the columns by another, as numbers', () => {
    const pivoted = crosstab(RESULTS, ['club', '"Year"', 'points', '3'], null);
    expect(pivoted.kind === 'table' && pivoted.table.headers.map(({ name }) => name)).toEqual([
      'club',
      '',
      '2025',
      '2026',
    ]);
  });

  it('takes columns by number or name, the data being the one that is left', () => {
    const pivoted = crosstab(RESULTS, ['2', 'CLUB'], null);
    expect(pivoted.kind === 'table' && pivoted.table.headers.map(({ name }) => name)).toEqual([
      'Year',
      'Comets',
      'Owls',
      '',
    ]);
  });

  // What psql 18.6 says.
  it.each([
    [RESULTS, ['year'], 'column name not found: "year"'],
    [RESULTS, ['"CLUB"'], 'column name not found: "CLUB"'],
    [RESULTS, ['a"B""c"D'], 'column name not found: "aB"cd"'],
    [RESULTS, ['0'], 'column number 0 is out of range 1..3'],
    [RESULTS, ['1', '1'], 'vertical and horizontal headers must be different columns'],
    [FOUR, ['club'], 'ambiguous column name: "club"'],
    [FOUR, [], 'data column must be specified when query returns more than three columns'],
    [{ ...RESULTS, headers: RESULTS.headers.slice(1) }, [], 'query must return at least three columns'],
    [
      { ...RESULTS, rows: [...RESULTS.rows, ['Owls', '2025', '6']] },
      [],
      'query result contains multiple data values for row "Owls", column "2025"',
    ],
    [
      { ...RESULTS, rows: [...RESULTS.rows, [null, null, null]] },
      [],
      'query result contains multiple data values for row "(null)", column "(null)"',
    ],
    [
      { ...RESULTS, rows: Array.from({ length: 1601 }, (_, i) => ['a', String(i), '1']) },
      [],
      'maximum number of columns (1600) exceeded',
    ],
  ])('refuses, in the words of psql (%#)', (table, args, expected) => {
    expect(crosstab(table, args, null)).toEqual({ kind: 'error', message: `\\crosstabview: ${expected}` });
  });
});
