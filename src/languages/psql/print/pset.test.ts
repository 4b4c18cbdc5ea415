import { describe, expect, it } from 'vitest';
import { DEFAULT_PRINT_SETTINGS, type PrintSettings } from './print-settings';
import { describeAllOptions, setOption } from './pset';

function message(name: string, value: string | null, settings: PrintSettings = DEFAULT_PRINT_SETTINGS): string {
  return setOption(settings, name, value).message;
}

function after(name: string, value: string | null, settings: PrintSettings = DEFAULT_PRINT_SETTINGS): PrintSettings {
  const result = setOption(settings, name, value);
  if (result.kind === 'error') throw new Error(result.message);
  return result.settings;
}

// What psql 18.6 says.
describe('setOption', () => {
  it.each([
    ['null', '∅', 'Null display is "∅".\n'],
    ['null', null, 'Null display is "".\n'],
    ['border', '2', 'Border style is 2.\n'],
    ['border', '-1', 'Border style is 65535.\n'],
    ['border', 'wide', 'Border style is 0.\n'],
    ['columns', '80', 'Target width is 80.\n'],
    ['columns', '0', 'Target width is unset.\n'],
    ['format', 'u', 'Output format is unaligned.\n'],
    ['format', 'LaTeX', 'Output format is latex.\n'],
    ['format', 'latex-l', 'Output format is latex-longtable.\n'],
    ['x', null, 'Expanded display is on.\n'],
    ['expanded', 'AUTO', 'Expanded display is used automatically.\n'],
    ['linestyle', 'u', 'Line style is unicode.\n'],
    ['fieldsep_zero', null, 'Field separator is zero byte.\n'],
    ['recordsep', '\n', 'Record separator is <newline>.\n'],
    ['csv_fieldsep', ';', 'Field separator for CSV is ";".\n'],
    ['title', 'Clubs', 'Title is "Clubs".\n'],
    ['C', null, 'Title is unset.\n'],
    ['T', 'border=1', 'Table attributes are "border=1".\n'],
    ['tableattr', null, 'Table attributes unset.\n'],
    ['t', null, 'Tuples only is on.\n'],
    ['pager', 'always', 'Pager is always used.\n'],
    ['pager', null, 'Pager usage is off.\n'],
    ['pager_min_lines', '1', "Pager won't be used for less than 1 line.\n"],
    ['pager_min_lines', '0x10', "Pager won't be used for less than 16 lines.\n"],
    ['unicode_header_linestyle', 'd', 'Unicode header line style is "double".\n'],
    ['xheader_width', 'column', 'Expanded header width is "column".\n'],
    ['xheader_width', '40', 'Expanded header width is 40.\n'],
    // With a value, these say nothing.
    ['tuples_only', 'on', ''],
    ['footer', 'off', ''],
    ['numericlocale', 'on', ''],
  ])('%s %s', (name, value, expected) => {
    expect(setOption(DEFAULT_PRINT_SETTINGS, name, value)).toMatchObject({ kind: 'set', message: expected });
  });

  it.each([
    ['nonsense', '1', '\\pset: unknown option: nonsense'],
    ['format', 'a', '\\pset: ambiguous abbreviation "a" matches both "aligned" and "asciidoc"'],
    [
      'format',
      'xml',
      '\\pset: allowed formats are aligned, asciidoc, csv, html, latex, latex-longtable, troff-ms, unaligned, wrapped',
    ],
    ['linestyle', 'x', '\\pset: allowed line styles are ascii, old-ascii, unicode'],
    ['x', 'perhaps', 'unrecognized value "perhaps" for "x"\nAvailable values are: on, off, auto.'],
    ['t', 'perhaps', 'unrecognized value "perhaps" for "t": Boolean expected'],
    ['pager', '', 'unrecognized value "" for "pager"\nAvailable values are: on, off, always.'],
    ['pager_min_lines', '1.5', 'invalid value "1.5" for "pager_min_lines": integer expected'],
    ['csv_fieldsep', 'é', '\\pset: csv_fieldsep must be a single one-byte character'],
    ['csv_fieldsep', '"', '\\pset: csv_fieldsep cannot be a double quote, a newline, or a carriage return'],
    ['unicode_border_linestyle', 'x', '\\pset: allowed Unicode border line styles are single, double'],
    [
      'xheader_width',
      'wide',
      '\\pset: allowed xheader_width values are "full" (default), "column", "page", or a number specifying the exact width',
    ],
  ])('refuses %s %s', (name, value, expected) => {
    expect(setOption(DEFAULT_PRINT_SETTINGS, name, value)).toEqual({ kind: 'error', message: expected });
  });

  it('switches what has two states', () => {
    expect(after('x', null, after('x', 'auto')).expanded).toBe('off');
    expect(after('t', null, after('t', null)).tuples_only).toBe(false);
    expect(message('pager', null, after('pager', 'always'))).toBe('Pager is used for long output.\n');
  });

  it('takes a zero byte back', () => {
    const zero = after('fieldsep_zero', null);
    expect(message('fieldsep', null, zero)).toBe('Field separator is zero byte.\n');
    expect(message('fieldsep', ';', zero)).toBe('Field separator is ";".\n');
  });
});

describe('describeAllOptions', () => {
  it('lists what psql begins with', () => {
    expect(describeAllOptions(DEFAULT_PRINT_SETTINGS)).toBe(`\
border                   1
columns                  0
csv_fieldsep             ','
expanded                 off
fieldsep                 '|'
fieldsep_zero            off
footer                   on
format                   aligned
linestyle                ascii
null                     ''
numericlocale            off
pager                    1
pager_min_lines          0
recordsep                '\\n'
recordsep_zero           off
tableattr                
title                    
tuples_only              off
unicode_border_linestyle single
unicode_column_linestyle single
unicode_header_linestyle single
xheader_width            full
`);
  });

  it('quotes, and knows zero bytes', () => {
    const settings = after('recordsep_zero', null, after('title', "it's\ntwo"));
    expect(describeAllOptions(settings)).toContain("title                    'it\\'s\\ntwo'\n");
    expect(describeAllOptions(settings)).toContain("recordsep                ''\nrecordsep_zero           on\n");
  });
});
