import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alignmentOf } from './alignment-of';
import { DEFAULT_PRINT_SETTINGS, type PrintSettings } from './print-settings';
import { type PrintedTable, printTable } from './print-table';
import { setOption } from './pset';

const INT8 = 20;
const INT4 = 23;
const TEXT = 25;
const NUMERIC = 1700;

function table(columns: readonly (readonly [name: string, oid: number])[], rows: PrintedTable['rows']): PrintedTable {
  const headers = columns.map(([name, oid]) => ({ name, align: alignmentOf(oid) }));
  return { title: null, headers, rows, rowCount: rows.length, footers: null };
}

const ID_AND_NAME = [
  ['id', INT4],
  ['name', TEXT],
] as const;

/** The tables of recorded-tables.sql. */
const TABLES: Readonly<Record<string, PrintedTable>> = {
  nasty: table(
    [
      ['two\nlines', TEXT],
      ['amount', NUMERIC],
      ['日本 wide', TEXT],
      ['a|b', TEXT],
    ],
    [
      ['one\ntwo\n\nfour', '1234567.5', '日本語', 'tab\tand\rreturn'],
      [null, '-0.5', 'é\u200b😀', 'back\\slash "quoted" <&> #$%_{}~^ | , ; .'],
      ['', null, '  leading, and a text that is rather long\x01', ' '],
      ['\\.', 'NaN', '\n', 'last\n'],
    ],
  ),
  plain: table(ID_AND_NAME, [
    ['1', 'Ada'],
    ['22', null],
  ]),
  many: table(
    [['n', INT8]],
    Array.from({ length: 11 }, (_, i) => [String(9998 + i)]),
  ),
  empty: table(ID_AND_NAME, []),
  columnless: table([], [[], []]),
};

interface Recorded {
  readonly name: string;
  readonly settings: PrintSettings;
  readonly printed: string;
  readonly expected: string;
}

/** What is to be printed, and what psql printed: see recorded-tables.sql. */
function readRecorded(): readonly Recorded[] {
  const read = (name: string): readonly string[] =>
    readFileSync(new URL(`testing/${name}`, import.meta.url), 'utf8')
      .split(/^(?:\\echo )?---\n/m)
      .slice(1);
  const asked = read('recorded-tables.sql');
  const answers = read('recorded-tables.out');
  let settings = DEFAULT_PRINT_SETTINGS;
  return asked.map((lines, i) => {
    let printed = '';
    const changes: string[] = [];
    let shown = '';
    for (const line of lines.split('\n')) {
      const [, option = '', , quoted, plain] = /^\\pset (\w+)( (?:'(.*)'|(.*)))?$/.exec(line) ?? [];
      if (option !== '') {
        const value = quoted?.replace(/\\([nt])/g, (_, letter) => (letter === 'n' ? '\n' : '\t')) ?? plain ?? null;
        const set = setOption(settings, option, value);
        if (set.kind === 'error') throw new Error(set.message);
        ({ settings } = set);
        printed += set.message;
        changes.push(line.slice('\\pset '.length));
      }
      shown = /^TABLE (\w+);$/.exec(line)?.[1] ?? shown;
    }
    const wanted = TABLES[shown];
    if (!wanted) throw new Error(`There is no table ${shown}.`);
    printed += printTable({ ...wanted, title: settings.title }, settings, 0);
    const name = `${String(i + 1)}: ${shown}${changes.length > 0 ? ` after ${changes.join(', ')}` : ''}`;
    return { name, settings, printed, expected: answers[i] ?? '' };
  });
}

describe('printTable', () => {
  const recorded = readRecorded();

  it('has a recording for each of many settings', () => {
    expect(recorded.length).toBeGreaterThan(200);
    expect(new Set(recorded.map(({ settings }) => settings.format)).size).toBe(9);
  });

  it.each(recorded)('prints as psql 18 does: $name', ({ printed, expected }) => {
    expect(printed).toBe(expected);
  });

  it('separates fields and records by zero bytes', () => {
    const settings: PrintSettings = { ...DEFAULT_PRINT_SETTINGS, format: 'unaligned', fieldsep: '\0', recordsep: '\0' };
    const plain = TABLES['plain'] ?? table([], []);
    expect(printTable(plain, settings, 0)).toBe('id\0name\x001\0Ada\x0022\0\0(2 rows)\0');
    expect(printTable(plain, { ...settings, expanded: 'on' }, 0)).toBe('id\x001\0name\0Ada\0\0id\x0022\0name\0\0');
  });

  it('prints footers of its own, in every layout', () => {
    const described = { ...(TABLES['plain'] ?? table([], [])), footers: ['Indexes:', '    "a_key"'] };
    expect(printTable(described, DEFAULT_PRINT_SETTINGS, 0)).toBe(
      ' id | name \n----+------\n  1 | Ada\n 22 | \nIndexes:\n    "a_key"\n\n',
    );
    expect(printTable(described, { ...DEFAULT_PRINT_SETTINGS, expanded: 'on' }, 0)).toBe(
      '-[ RECORD 1 ]\nid   | 1\nname | Ada\n-[ RECORD 2 ]\nid   | 22\nname | \n\nIndexes:\n    "a_key"\n\n',
    );
    expect(printTable({ ...described, footers: [] }, DEFAULT_PRINT_SETTINGS, 0)).toBe(
      ' id | name \n----+------\n  1 | Ada\n 22 | \n\n',
    );
  });

  it('takes the width of the screen where none is set', () => {
    const many = TABLES['nasty'] ?? table([], []);
    const automatic: PrintSettings = { ...DEFAULT_PRINT_SETTINGS, expanded: 'auto' };
    expect(printTable(many, automatic, 80)).toMatch(/^-\[ RECORD 1 \]/);
    expect(printTable(many, automatic, 200)).toMatch(/\(4 rows\)\n\n$/);
    expect(printTable(many, { ...automatic, columns: 200 }, 80)).toMatch(/\(4 rows\)\n\n$/);
  });
});
