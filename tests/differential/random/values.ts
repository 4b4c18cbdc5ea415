import type { Random } from './prng';
import type { ColumnType } from './schema';

/** Names that make trouble: quotes, nothing at all, spaces, capitals, characters that LIKE or UTF-16 treat specially. */
const TEXTS = [
  'Ida Solberg',
  'Noor Haddad',
  'noor haddad',
  'Bergen',
  'bergen',
  'Oslo',
  'OSLO',
  'Velocity',
  'Long jump',
  '100 m',
  's',
  'm',
  "Maeve O'Hara",
  'Søren Bøgh',
  'Åse',
  'Zoë',
  '',
  ' ',
  ' Lund ',
  '50%',
  'a_b',
  '10',
  '9',
  'ida@example.org',
  'Ida@Example.org',
  'aa',
  'ab',
  'a b',
  'a',
  'A',
  'null',
  '🏃 Tuva',
] as const;

/** Boundaries of months, leap years and the calendar, and days that the course's data holds. */
const DATES = [
  '1899-12-31',
  '1900-01-01',
  '1921-05-02',
  '1958-09-14',
  '1969-12-31',
  '1970-01-01',
  '1994-02-11',
  '1996-02-29',
  '1999-12-31',
  '2000-01-01',
  '2000-02-29',
  '2003-03-17',
  '2020-01-10',
  '2023-02-28',
  '2024-02-29',
  '2024-12-31',
] as const;

const PATTERNS = [
  '%',
  'A%',
  'a%',
  '%a',
  '%o%',
  '%NO%',
  '%no%',
  '_',
  '__',
  '_d%',
  '%example.org',
  '',
  'Oslo',
  "%'%",
  '% %',
  '%.%',
  '%(%',
  '%|%',
  '%*%',
  '%+%',
  '[a-z]%',
  '%\\%%',
  '^%',
  '%$',
  'S%g',
];

/** A text as an SQL literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A pattern for LIKE, as an SQL literal. */
export function pattern(random: Random): string {
  return quoted(random.pick(PATTERNS));
}

/** A value of the type as it stands in the data. */
export function storedValue(random: Random, type: ColumnType): string {
  switch (type) {
    case 'integer':
      return String(random.integer(1, 6));
    case 'text':
      return quoted(random.pick(TEXTS));
    case 'date':
      return quoted(random.pick(DATES));
    case 'boolean':
      return random.pick(['true', 'false']);
    case 'numeric':
      return random.pick([
        '0',
        '0.01',
        '1.88',
        '5.90',
        '5.9',
        '11.84',
        '11.84',
        '12.40',
        '241.30',
        '-0.50',
        '100',
        '999999.99',
      ]);
  }
}

/** A value of the type as one writes it in a query. */
export function literal(random: Random, type: ColumnType): string {
  switch (type) {
    case 'integer':
      return random.weighted([
        [80, String(random.integer(0, 8))],
        [5, String(-random.integer(1, 5))],
        [5, random.pick(['100', '1000000', '2147483647', '-2147483648', '2147483648', '9007199254740993'])],
        [5, quoted(String(random.integer(0, 8)))],
        [5, random.pick(['1.5', '2.0', '0.5'])],
      ]);
    case 'boolean':
      return random.pick(['true', 'false', 'TRUE', "'t'", "'yes'"]);
    case 'numeric':
      return random.pick(['5', '11.84', '5.9', '5.90', '12', '241.3', '0', '-0.5', "'11.84'", '6.095', '1e1']);
    case 'date':
      return random.chance(3)
        ? random.pick(["'2023-02-29'", "'yesterday'", "'01/02/2003'", "'20000101'"])
        : storedValue(random, type);
    case 'text':
      return storedValue(random, type);
  }
}
