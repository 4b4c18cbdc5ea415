import { describe, expect, test } from 'vitest';
import { readCatalog } from './catalog';
import { trustedSelect } from './trusted';

const CATALOG = readCatalog(`
  CREATE TABLE clubs (id integer PRIMARY KEY, name text NOT NULL UNIQUE, city text, founded_on date);
  CREATE TABLE athletes (id integer PRIMARY KEY, club_id integer, name text NOT NULL, email text UNIQUE, city text,
    active boolean NOT NULL, born_on date, height numeric(5, 2), weight numeric, joined_at timestamptz);
`);

describe('the trusted subset', () => {
  test.each([
    // What is shown
    'SELECT * FROM clubs',
    'SELECT c.*, a.id FROM clubs c JOIN athletes a ON a.club_id = c.id',
    'SELECT name, id FROM athletes WHERE active',
    'SELECT name AS who FROM athletes WHERE NOT active OR id = 3',
    'SELECT height FROM athletes',
    "SELECT 1, 'text', true, -7 FROM clubs",
    'SELECT id + 1, id - club_id, -id, id * 2, id / 2, id % 2 FROM athletes',
    "SELECT name || ' of ' || city, concat(name, ' ', email) FROM athletes",
    "SELECT upper(name), lower(name), length(name), trim(name), left(name, 1), replace(name, 'a', 'b') FROM clubs",
    'SELECT substring(name, 1, 3), substring(name FROM 2 FOR 1) FROM clubs',
    "SELECT coalesce(email, 'none'), coalesce(club_id, 0), coalesce(born_on, '2000-01-01') FROM athletes",
    "SELECT CASE WHEN id > 3 AND active THEN 'yes' ELSE 'no' END, CASE club_id WHEN 1 THEN name END FROM athletes",
    'SELECT extract(year FROM born_on), born_on - born_on, round(height), round(height, 1) FROM athletes',
    'SELECT id > 3, email IS NULL, NOT active, nullif(id, 3) FROM athletes',
    'SELECT DISTINCT name, active FROM athletes ORDER BY name LIMIT 3',
    // Conditions
    "SELECT name FROM athletes WHERE born_on >= '2000-02-29' AND club_id IS NOT NULL",
    'SELECT name FROM athletes WHERE height > 1.80 AND height < 1.805',
    "SELECT name FROM athletes WHERE name LIKE 'A\\_%' AND id BETWEEN 1 AND 5 AND city NOT ILIKE '%o'",
    "SELECT name FROM athletes WHERE name <> 'Ana' AND 'Ana' <> email",
    'SELECT id FROM athletes WHERE id IN (1, 2, 1) AND club_id NOT IN (1, 2) AND id NOT BETWEEN 5 AND 4',
    'SELECT id FROM athletes WHERE NOT (club_id = 1 AND active) AND active IS NOT FALSE',
    'SELECT id FROM athletes WHERE club_id NOT IN (1, NULL) OR id = NULL OR id IN (3)',
    "SELECT id FROM athletes WHERE lower(name) = 'ana' AND id + 1 > 3",
    // Joins
    'SELECT a.name, c.name AS club FROM athletes a LEFT JOIN clubs c ON c.id = a.club_id',
    'SELECT a.name FROM athletes a LEFT JOIN clubs c ON c.id = a.club_id AND c.founded_on IS NOT NULL',
    'SELECT a.name, b.name FROM athletes a JOIN athletes b ON a.id < b.id',
    'SELECT a.id FROM athletes a, clubs c WHERE a.club_id = c.id',
    'SELECT a.id FROM athletes a CROSS JOIN clubs c',
    'SELECT * FROM clubs c RIGHT JOIN clubs d ON c.id = d.id',
    'SELECT city, a.city, c.city FROM athletes a JOIN clubs c USING (city)',
    // Groups
    'SELECT count(*), count(email), min(name), max(born_on), sum(id), avg(id), sum(height), avg(height) FROM athletes',
    'SELECT count(DISTINCT email), count(DISTINCT club_id) FROM athletes',
    'SELECT round(avg(height), 1), coalesce(sum(id), 0), max(id) - min(id) FROM athletes',
    'SELECT club_id, count(*) AS n FROM athletes GROUP BY club_id HAVING count(*) > 1 ORDER BY n DESC, 1 LIMIT 3',
    'SELECT upper(city) AS town, count(*) FROM clubs GROUP BY town',
    'SELECT c.name, count(a.id) FROM clubs c LEFT JOIN athletes a ON a.club_id = c.id GROUP BY c.id',
    // Order
    'SELECT id, name FROM athletes ORDER BY 2 DESC NULLS LAST, upper(name), id',
    'SELECT name AS id FROM athletes ORDER BY id',
    'SELECT name FROM clubs ORDER BY founded_on NULLS FIRST LIMIT 3 OFFSET 1',
    'SELECT club_id, round(avg(height), 1) FROM athletes GROUP BY club_id ORDER BY 2',
    'SELECT name FROM clubs LIMIT 3',
  ])('holds %s', (sql) => {
    expect(trustedSelect(sql, [], CATALOG)).not.toBeNull();
  });

  test.each([
    ['= NULL as a value', 'SELECT id = NULL FROM athletes'],
    ['NOT over AND as a value', 'SELECT NOT (id = 1 AND active) FROM athletes'],
    ['IS NOT TRUE as a value', 'SELECT active IS NOT TRUE FROM athletes'],
    ['a list without parentheses, as the parser reads it', 'SELECT id FROM athletes WHERE id IN 2'],
    ['a numeric with any number of digits', 'SELECT weight FROM athletes'],
    ['a type that is not trusted', 'SELECT joined_at FROM athletes'],
    ['such a type behind a star', 'SELECT * FROM athletes'],
    ['a decimal number, of which the parser loses the last zeros', 'SELECT 1.50 FROM clubs'],
    ['arithmetic with numeric', 'SELECT height * 2 FROM athletes'],
    ['AND as a value, because pg-mem takes NULL AND false for NULL', 'SELECT id = 1 AND active FROM athletes'],
    ['a cast', 'SELECT id::text FROM athletes'],
    ['a text and a number', "SELECT 'no. ' || id FROM athletes"],
    ['numbers in quotes as arguments', "SELECT substring(name, '1', '2') FROM clubs"],
    ['arithmetic with nothing but quotes', "SELECT '1' + '2' FROM clubs"],
    ['a sign before quotes', "SELECT -'1' FROM clubs"],
    ['a date and a literal', "SELECT born_on - '2000-01-01' FROM athletes"],
    ['rounded values in a comparison', 'SELECT id FROM athletes WHERE round(height) = 2'],
    ['rounded values before another sort key', 'SELECT id FROM athletes ORDER BY round(height), id'],
    ['a group of rounded values', 'SELECT round(height) FROM athletes GROUP BY 1'],
    ['a field that no date has', 'SELECT extract(constructor FROM born_on) FROM athletes'],
    ['FILTER', 'SELECT count(*) FILTER (WHERE active) FROM athletes'],
    ['count(DISTINCT …) of dates, which pg-mem takes as all different', 'SELECT count(DISTINCT born_on) FROM athletes'],
    ['sum(DISTINCT …)', 'SELECT sum(DISTINCT id) FROM athletes'],
    ['another aggregate', "SELECT string_agg(name, ', ') FROM athletes"],
    ['an aggregate in WHERE', 'SELECT id FROM athletes WHERE count(*) > 1'],
    ['an aggregate in an aggregate', 'SELECT max(count(*)) FROM athletes'],
    ['a column that is not grouped', 'SELECT name, count(*) FROM athletes GROUP BY club_id'],
    ['a column beside an aggregate', 'SELECT name, count(*) FROM athletes'],
    ['a column that a unique one does not settle', 'SELECT id, name FROM clubs GROUP BY name'],
    [
      'groups by columns of one name, which pg-mem mixes up',
      'SELECT c.id, a.id FROM clubs c JOIN athletes a ON a.club_id = c.id GROUP BY c.id, a.id',
    ],
    ['a sort key that DISTINCT does not show', 'SELECT DISTINCT name FROM athletes ORDER BY id'],
    ['a sort key that DISTINCT shows rounded', 'SELECT DISTINCT height FROM athletes ORDER BY round(height)'],
    ['the same thing in other words', 'SELECT DISTINCT length(name) FROM clubs ORDER BY char_length(name)'],
    ['a group in other words', 'SELECT char_length(name) FROM clubs GROUP BY length(name)'],
    ['DISTINCT ON', 'SELECT DISTINCT ON (name) name FROM athletes'],
    ['DISTINCT of groups', 'SELECT DISTINCT count(*) FROM athletes GROUP BY club_id'],
    ['ORDER BY a number that is no column', 'SELECT id FROM athletes ORDER BY 2'],
    ['ORDER BY a constant', "SELECT id FROM athletes ORDER BY 'id'"],
    ['ORDER BY a name that two columns have', 'SELECT id AS x, name AS x FROM athletes ORDER BY x'],
    ['a column that is not there', 'SELECT nickname FROM athletes'],
    ['a table that is not there', 'SELECT id FROM meets'],
    ['no table', 'SELECT 1'],
    ['an ambiguous column', 'SELECT name FROM athletes a JOIN clubs c ON c.id = a.club_id'],
    [
      'a right join after another one',
      'SELECT 1 FROM athletes a JOIN clubs c ON c.id = a.club_id RIGHT JOIN clubs d ON d.id = a.club_id',
    ],
    ['a full join', 'SELECT a.id FROM athletes a FULL JOIN clubs c ON c.id = a.club_id'],
    ['a join without its condition', 'SELECT a.id FROM athletes a JOIN clubs c'],
    ['a join on other types', 'SELECT a.id FROM athletes a JOIN clubs c ON c.name = a.club_id'],
    [
      'a join after a comma, which does not see the first table',
      'SELECT a.id FROM athletes a, clubs c JOIN clubs d ON d.id = a.club_id',
    ],
    ['a star over USING', 'SELECT * FROM athletes a JOIN clubs c USING (city)'],
    ['the same table twice', 'SELECT 1 FROM clubs JOIN clubs ON true'],
    ['a number in place of a condition', 'SELECT id FROM athletes WHERE id'],
    ['a comparison with another type', "SELECT id FROM athletes WHERE id = 'one'"],
    ['a date that is none', "SELECT id FROM athletes WHERE born_on = '2023-02-29'"],
    ['the year 0', "SELECT id FROM athletes WHERE born_on > '0000-01-01'"],
    ['an integer that is too large', 'SELECT id FROM athletes WHERE id < 2147483648'],
    ['a subquery', 'SELECT id FROM athletes WHERE club_id IN (SELECT id FROM clubs)'],
    ['a union', 'SELECT id FROM athletes UNION SELECT id FROM clubs'],
    ['a window', 'SELECT count(*) OVER () FROM clubs'],
    ['a schema', 'SELECT id FROM public.athletes'],
    ['a function of a schema', 'SELECT pg_catalog.upper(name) FROM clubs'],
    ['a function that is not on the list', 'SELECT own_upper(name) FROM clubs'],
    ['FOR UPDATE', 'SELECT id FROM athletes FOR UPDATE'],
    ['a block comment, which the parser takes as ended where the text ends', 'SELECT id FROM clubs /* WHERE id = 1'],
    ['a number with an exponent, which the parser takes for an alias', 'SELECT id <= 1e3 FROM clubs'],
    ['a number with an underscore', 'SELECT id - 1_000 FROM clubs'],
    ['operators that PostgreSQL reads as one', 'SELECT id FROM clubs WHERE id !=-1'],
    ['a name that PostgreSQL cuts', `SELECT id AS ${'x'.repeat(64)} FROM clubs`],
    ['two statements', 'SELECT id FROM athletes; SELECT id FROM athletes'],
    ['a change', 'DELETE FROM athletes'],
    ['what cannot be read', 'SELEC id FROM athletes'],
    ['nothing', ''],
  ])('leaves %s to PostgreSQL', (_what, sql) => {
    expect(trustedSelect(sql, [], CATALOG)).toBeNull();
  });

  test('fills parameters in as literals', () => {
    const sql = 'SELECT id FROM athletes WHERE name = $1 AND id > $2';
    expect(trustedSelect(sql, ["O'Hara", '3'], CATALOG)?.sql).toContain("'O''Hara'");
    expect(trustedSelect(sql, ["O'Hara", null], CATALOG)).toBeNull();
    expect(trustedSelect(sql, ["O'Hara"], CATALOG)).toBeNull();
    // PostgreSQL refuses a value that the statement has no place for: in quotes, `$1` is a text.
    expect(trustedSelect("SELECT id FROM athletes WHERE name = '$1'", ['Ida'], CATALOG)).toBeNull();
    expect(trustedSelect(sql, ['Ida', '1', '2'], CATALOG)).toBeNull();
    expect(trustedSelect('SELECT id FROM athletes WHERE id > $2', ['Ida', '1'], CATALOG)).toBeNull();
  });

  test.each([
    ['a.id AS who', { name: 'who', type: 'integer', oid: 23 }],
    ['c.founded_on', { name: 'founded_on', type: 'date', oid: 1082 }],
    ['height', { name: 'height', type: 'numeric(5,2)', oid: 1700 }],
    ["'x'", { name: '?column?', type: 'text', oid: 25 }],
    ['true', { name: '?column?', type: 'boolean', oid: 16 }],
    ['a.id > 3', { name: '?column?', type: 'boolean', oid: 16 }],
    ['trim(a.name)', { name: 'btrim', type: 'text', oid: 25 }],
    ['char_length(a.name)', { name: 'char_length', type: 'integer', oid: 23 }],
    ['extract(year FROM born_on)', { name: 'extract', type: 'numeric', oid: 1700 }],
    ["CASE WHEN active THEN 'a' END", { name: 'case', type: 'text', oid: 25 }],
    ["CASE WHEN active THEN 'a' ELSE a.name END", { name: 'name', type: 'text', oid: 25 }],
  ])('names and types %s as PostgreSQL does', (shown, column) => {
    const sql = `SELECT ${shown} FROM athletes a JOIN clubs c ON c.id = a.club_id`;
    expect(trustedSelect(sql, [], CATALOG)?.columns).toEqual([column]);
  });

  test.each([
    ['count(*)', { name: 'count', type: 'bigint', oid: 20 }],
    ['sum(id)', { name: 'sum', type: 'bigint', oid: 20 }],
    ['max(height)', { name: 'max', type: 'numeric', oid: 1700 }],
    ['round(avg(id), 2)', { name: 'round', type: 'numeric', oid: 1700 }],
  ])('names and types %s as PostgreSQL does', (shown, column) => {
    expect(trustedSelect(`SELECT ${shown} FROM athletes`, [], CATALOG)?.columns).toEqual([column]);
  });
});
