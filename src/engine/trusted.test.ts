import { describe, expect, test } from 'vitest';
import { readCatalog } from './catalog';
import { trustedSelect } from './trusted';

const CATALOG = readCatalog(`
  CREATE TABLE clubs (id integer PRIMARY KEY, name text NOT NULL UNIQUE, founded_on date);
  CREATE TABLE athletes (id integer PRIMARY KEY, club_id integer, name text NOT NULL, email text UNIQUE,
    active boolean NOT NULL, born_on date, height numeric(5, 2), joined_at timestamptz);
`);

describe('the trusted subset', () => {
  test.each([
    'SELECT * FROM clubs',
    'SELECT name, id FROM athletes WHERE active',
    'SELECT name AS who FROM athletes WHERE NOT active OR id = 3',
    "SELECT name FROM athletes WHERE born_on >= '2000-02-29' AND club_id IS NOT NULL",
    'SELECT name FROM athletes WHERE height > 1.80',
    'SELECT name FROM athletes WHERE id IN (1, 2, 3) ORDER BY born_on DESC, id LIMIT 2 OFFSET 1',
    "SELECT name FROM athletes WHERE name LIKE 'A%' AND id BETWEEN 1 AND 5",
    'SELECT a.name, c.name AS club FROM athletes a LEFT JOIN clubs c ON c.id = a.club_id',
    "SELECT name FROM athletes WHERE name <> 'Ana'",
    'SELECT name FROM clubs ORDER BY founded_on, name LIMIT 3',
    'SELECT a.name, c.name FROM athletes a LEFT JOIN clubs c ON c.id = a.club_id ORDER BY c.name, a.id LIMIT 3',
    'SELECT a.name, c.name FROM clubs c JOIN athletes a ON c.id = a.club_id ORDER BY a.id LIMIT 3',
    'SELECT a.name, c.name FROM clubs c LEFT JOIN athletes a ON c.id = a.club_id ORDER BY c.id, a.id LIMIT 3',
  ])('holds %s', (sql) => {
    expect(trustedSelect(sql, [], CATALOG)).not.toBeNull();
  });

  test.each([
    ['ORDER BY a number', 'SELECT id, name FROM athletes ORDER BY 1'],
    ['ORDER BY an alias', 'SELECT name AS id FROM athletes ORDER BY id'],
    ['ORDER BY … NULLS FIRST', 'SELECT id FROM athletes ORDER BY born_on NULLS FIRST'],
    ['LIMIT without ORDER BY', 'SELECT name FROM clubs LIMIT 3'],
    ['OFFSET without ORDER BY', 'SELECT name FROM clubs OFFSET 3'],
    ['LIMIT where rows may be equal in ORDER BY', 'SELECT id FROM athletes ORDER BY name, born_on LIMIT 3'],
    ['LIMIT where several rows may be NULL in ORDER BY', 'SELECT id FROM athletes ORDER BY email LIMIT 3'],
    [
      'LIMIT where a left join may repeat NULL',
      'SELECT c.name FROM clubs c LEFT JOIN athletes a ON a.club_id = c.id ORDER BY a.id LIMIT 3',
    ],
    [
      'LIMIT where a join repeats what ORDER BY names',
      'SELECT a.name FROM clubs c JOIN athletes a ON a.club_id = c.id ORDER BY c.id LIMIT 3',
    ],
    ['NOT IN with a NULL', 'SELECT id FROM athletes WHERE club_id NOT IN (1, NULL)'],
    ['NOT IN', 'SELECT id FROM athletes WHERE club_id NOT IN (1, 2)'],
    ['IN with a value twice', 'SELECT id FROM athletes WHERE id IN (1, 2, 1)'],
    ['<> on a nullable unique column', "SELECT id FROM athletes WHERE email <> 'x'"],
    ['numeric in the select list', 'SELECT height FROM athletes'],
    ['numeric behind a star', 'SELECT * FROM athletes'],
    ['a type that is not trusted', 'SELECT joined_at FROM athletes'],
    ['an aggregate', 'SELECT count(*) FROM athletes'],
    ['FILTER', 'SELECT count(*) FILTER (WHERE active) FROM athletes'],
    ['an expression', 'SELECT id + 1 FROM athletes'],
    ['DISTINCT', 'SELECT DISTINCT name FROM athletes'],
    ['GROUP BY', 'SELECT name FROM athletes GROUP BY name'],
    ['a column that is not there', 'SELECT nickname FROM athletes'],
    ['a table that is not there', 'SELECT id FROM meets'],
    ['an ambiguous column', 'SELECT name FROM athletes a JOIN clubs c ON c.id = a.club_id'],
    ['two tables without a join', 'SELECT a.id FROM athletes a, clubs c'],
    ['a right join', 'SELECT a.id FROM athletes a RIGHT JOIN clubs c ON c.id = a.club_id'],
    ['a join on other types', 'SELECT a.id FROM athletes a JOIN clubs c ON c.name = a.club_id'],
    ['a number in place of a condition', 'SELECT id FROM athletes WHERE id'],
    ['a comparison with another type', "SELECT id FROM athletes WHERE id = 'one'"],
    ['a date that is none', "SELECT id FROM athletes WHERE born_on = '2023-02-29'"],
    ['the year 0', "SELECT id FROM athletes WHERE born_on > '0000-01-01'"],
    ['an integer that is too large', 'SELECT id FROM athletes WHERE id < 2147483648'],
    ['LIKE with a backslash', "SELECT id FROM athletes WHERE name LIKE '10\\%'"],
    ['a schema', 'SELECT id FROM public.athletes'],
    ['FOR UPDATE', 'SELECT id FROM athletes FOR UPDATE'],
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
  });

  test('names and types columns as PostgreSQL does', () => {
    const sql = 'SELECT a.id AS who, c.* FROM athletes a JOIN clubs c ON c.id = a.club_id';
    expect(trustedSelect(sql, [], CATALOG)?.columns).toEqual([
      { name: 'who', type: 'integer', oid: 23 },
      { name: 'id', type: 'integer', oid: 23 },
      { name: 'name', type: 'text', oid: 25 },
      { name: 'founded_on', type: 'date', oid: 1082 },
    ]);
  });
});
