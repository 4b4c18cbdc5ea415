import { describe, expect, test } from 'vitest';
import type { Cell } from './database';
import { isRightAligned, textTable } from './text-table';

/** What psql printed for each result, without the empty line that follows; recorded with `\pset null` as given. */
const RECORDED: readonly {
  readonly title: string;
  readonly columns: readonly (readonly [name: string, type: string])[];
  readonly rows: readonly (readonly Cell[])[];
  readonly nullText?: string;
  readonly printed: readonly string[];
}[] = [
  {
    title: 'numbers flush right, text flush left',
    columns: [
      ['id', 'integer'],
      ['name', 'text'],
      ['price', 'numeric'],
    ],
    rows: [
      ['1', 'Ana', '12.50'],
      ['20', 'Boris', '3.25'],
    ],
    printed: [' id | name  | price ', '----+-------+-------', '  1 | Ana   | 12.50', ' 20 | Boris |  3.25', '(2 rows)'],
  },
  {
    title: 'headers are centred, the odd space on the right',
    columns: [
      ['a', 'integer'],
      ['odd name', 'text'],
      ['b', 'text'],
      ['even', 'integer'],
    ],
    rows: [['1', 'x', 'longer than', '22']],
    printed: [
      ' a | odd name |      b      | even ',
      '---+----------+-------------+------',
      ' 1 | x        | longer than |   22',
      '(1 row)',
    ],
  },
  {
    title: 'NULL and the empty string look the same by default',
    columns: [
      ['id', 'integer'],
      ['note', 'text'],
      ['last', 'text'],
    ],
    rows: [
      ['1', null, 'x'],
      ['2', '', null],
    ],
    printed: [' id | note | last ', '----+------+------', '  1 |      | x', '  2 |      | ', '(2 rows)'],
  },
  {
    title: 'NULL as one asks for it',
    columns: [
      ['id', 'integer'],
      ['note', 'text'],
    ],
    rows: [
      ['1', null],
      [null, 'NULL'],
    ],
    nullText: '∅',
    printed: [' id | note ', '----+------', '  1 | ∅', '  ∅ | NULL', '(2 rows)'],
  },
  {
    title: 'NULL in a column of numbers',
    columns: [
      ['id', 'integer'],
      ['points', 'integer'],
    ],
    rows: [
      ['1', null],
      ['2', '7'],
    ],
    nullText: 'NULL',
    printed: [' id | points ', '----+--------', '  1 |   NULL', '  2 |      7', '(2 rows)'],
  },
  {
    title: 'no rows',
    columns: [
      ['id', 'integer'],
      ['name', 'text'],
    ],
    rows: [],
    printed: [' id | name ', '----+------', '(0 rows)'],
  },
  {
    title: 'one row',
    columns: [['name', 'text']],
    rows: [['x']],
    printed: [' name ', '------', ' x', '(1 row)'],
  },
  {
    title: 'no columns',
    columns: [],
    rows: [[]],
    printed: ['--', '(1 row)'],
  },
  {
    title: 'no columns, three rows',
    columns: [],
    rows: [[], [], []],
    printed: ['--', '(3 rows)'],
  },
  {
    title: 'trailing spaces in the last column stay',
    columns: [
      ['id', 'integer'],
      ['name', 'text'],
    ],
    rows: [['1', 'Ana  ']],
    printed: [' id | name  ', '----+-------', '  1 | Ana  ', '(1 row)'],
  },
  {
    title: 'fixed-length text keeps its padding',
    columns: [
      ['code', 'character(5)'],
      ['last', 'character(4)'],
    ],
    rows: [['ab   ', 'cd  ']],
    printed: [' code  | last ', '-------+------', ' ab    | cd  ', '(1 row)'],
  },
  {
    title: 'an empty last column keeps the space before it',
    columns: [
      ['a', 'text'],
      ['b', 'text'],
    ],
    rows: [['a', '']],
    printed: [' a | b ', '---+---', ' a | ', '(1 row)'],
  },
  {
    title: 'several lines in one cell',
    columns: [
      ['id', 'integer'],
      ['note', 'text'],
      ['after', 'text'],
    ],
    rows: [['1', 'first\nsecond line\nthird', 'x']],
    printed: [
      ' id |    note     | after ',
      '----+-------------+-------',
      '  1 | first      +| x',
      '    | second line+| ',
      '    | third       | ',
      '(1 row)',
    ],
  },
  {
    title: 'several lines in the last column',
    columns: [
      ['id', 'integer'],
      ['note', 'text'],
    ],
    rows: [
      ['1', 'first line\nsecond'],
      ['2', 'one'],
    ],
    printed: [' id |    note    ', '----+------------', '  1 | first line+', '    | second', '  2 | one', '(2 rows)'],
  },
  {
    title: 'several lines in two columns, one of them longer',
    columns: [
      ['left', 'text'],
      ['right', 'text'],
      ['empty_lines', 'text'],
    ],
    rows: [['a\nb\nc', '1\n2', '\n']],
    printed: [
      ' left | right | empty_lines ',
      '------+-------+-------------',
      ' a   +| 1    +|            +',
      ' b   +| 2     | ',
      ' c    |       | ',
      '(1 row)',
    ],
  },
  {
    title: 'a header of several lines',
    columns: [
      ['points\nper match', 'integer'],
      ['name\nof the\nathlete', 'text'],
    ],
    rows: [['1', 'x']],
    printed: [
      '  points  +|  name  +',
      ' per match | of the +',
      '           | athlete ',
      '-----------+---------',
      '         1 | x',
      '(1 row)',
    ],
  },
  {
    title: 'tabs run to the next stop of eight',
    columns: [
      ['t', 'text'],
      ['u', 'text'],
      ['v', 'text'],
    ],
    rows: [['a\tb', '12345678\tx', '\t']],
    printed: [
      '     t     |         u         |    v     ',
      '-----------+-------------------+----------',
      ' a       b | 12345678        x |         ',
      '(1 row)',
    ],
  },
  {
    title: 'returns and control characters as escapes',
    columns: [
      ['crlf', 'text'],
      ['bell', 'text'],
      ['next_line', 'text'],
    ],
    rows: [['a\r\nb', 'bell\u0007', '\u0085']],
    printed: [
      ' crlf |   bell   | next_line ',
      '------+----------+-----------',
      ' a\\r +| bell\\x07 | \\u0085',
      ' b    |          | ',
      '(1 row)',
    ],
  },
  {
    title: 'wide characters take two columns, combining ones none',
    columns: [
      ['jp', 'text'],
      ['composed', 'text'],
      ['combining', 'text'],
      ['emoji', 'text'],
      ['full', 'text'],
    ],
    rows: [['日本', 'é', 'e\u0301', '😀', 'ｗ']],
    printed: [
      '  jp  | composed | combining | emoji | full ',
      '------+----------+-----------+-------+------',
      ' 日本 | é        | e\u0301         | 😀    | ｗ',
      '(1 row)',
    ],
  },
  {
    title: 'which types stand on the right',
    columns: [
      ['s', 'smallint'],
      ['b', 'bigint'],
      ['r', 'real'],
      ['d', 'double precision'],
      ['m', 'money'],
      ['o', 'oid'],
      ['x', 'xid'],
    ],
    rows: [['1', '2', '1.5', '2.5', '$3.00', '4', '5']],
    printed: [
      ' s | b |  r  |  d  |   m   | o | x ',
      '---+---+-----+-----+-------+---+---',
      ' 1 | 2 | 1.5 | 2.5 | $3.00 | 4 | 5',
      '(1 row)',
    ],
  },
  {
    title: 'which types stand on the left',
    columns: [
      ['yes_or_no', 'boolean'],
      ['day', 'date'],
      ['long_time', 'interval'],
      ['numbers', 'integer[]'],
      ['more_numbers', 'numeric(4,2)[]'],
      ['doc', 'json'],
      ['digits', 'text'],
    ],
    rows: [['t', '2024-03-01', '01:00:00', '{1,2}', '{1.50}', '{"a": 1}', '12']],
    printed: [
      ' yes_or_no |    day     | long_time | numbers | more_numbers |   doc    | digits ',
      '-----------+------------+-----------+---------+--------------+----------+--------',
      ' t         | 2024-03-01 | 01:00:00  | {1,2}   | {1.50}       | {"a": 1} | 12',
      '(1 row)',
    ],
  },
  {
    title: 'a numeric with a scale',
    columns: [
      ['price', 'numeric'],
      ['name', 'character varying'],
    ],
    rows: [
      ['1.50', 'x'],
      ['1000', 'longer name'],
    ],
    printed: [' price |    name     ', '-------+-------------', '  1.50 | x', '  1000 | longer name', '(2 rows)'],
  },
  {
    title: 'columns of the same name, and one without',
    columns: [
      ['?column?', 'integer'],
      ['?column?', 'integer'],
      ['a', 'text'],
      ['a', 'text'],
    ],
    rows: [['1', '2', 'x', 'y']],
    printed: [
      ' ?column? | ?column? | a | a ',
      '----------+----------+---+---',
      '        1 |        2 | x | y',
      '(1 row)',
    ],
  },
  {
    title: 'negative numbers and wide headers',
    columns: [
      ['change since last season', 'integer'],
      ['n', 'numeric'],
    ],
    rows: [['-1', '-12345.678']],
    printed: [
      ' change since last season |     n      ',
      '--------------------------+------------',
      '                       -1 | -12345.678',
      '(1 row)',
    ],
  },
];

describe('a table as psql prints it', () => {
  test.each(RECORDED)('$title', ({ columns, rows, nullText = '', printed }) => {
    const named = columns.map(([name, type]) => ({ name, type }));
    expect(textTable(named, rows, { nullText }).split('\n')).toEqual(printed);
  });
});

test('the footer counts the rows that there were', () => {
  const columns = [{ name: 'id', type: 'integer' }];
  expect(textTable(columns, [['1']], { rowCount: 20_000 })).toContain('(20000 rows)');
  expect(textTable(columns, [['1']], { footer: false })).toBe(' id \n----\n  1');
});

test.each([
  ['integer', true],
  ['numeric(6,2)', true],
  ['double precision', true],
  ['integer[]', false],
  ['numeric(6,2)[]', false],
  ['oidvector', false],
  ['boolean', false],
  ['text', false],
])('%s stands on the right: %s', (type, right) => {
  expect(isRightAligned({ type })).toBe(right);
});
