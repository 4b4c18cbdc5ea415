import { beforeAll, describe, expect, test } from 'vitest';
import { NotTrustedError } from './not-trusted-error';
import { PgMemDatabase } from './pg-mem';

const DATASET = {
  id: 'test',
  sql: `
    CREATE TABLE clubs (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE, founded_on date);
    CREATE TABLE athletes (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      club_id integer REFERENCES clubs (id),
      name text NOT NULL,
      email text UNIQUE,
      active boolean NOT NULL DEFAULT true,
      height numeric(5, 2)
    );
    INSERT INTO clubs (name, founded_on) VALUES ('Bergen', '1996-02-29'), ('Åse', NULL), ('🏃 aa', '2000-01-01');
    INSERT INTO athletes (club_id, name, email, active, height) VALUES
      (1, 'Ida', 'ida@example.org', true, 1.70),
      (1, 'ida', NULL, false, 1.85),
      (2, ' Leo ', 'leo@example.org', true, 1.8),
      (NULL, 'O''Hara', NULL, false, NULL);
  `,
};

describe('pg-mem', () => {
  const database = new PgMemDatabase();
  beforeAll(() => database.reset(DATASET));

  // Each was wrong once: in pg-mem itself, or in how it was asked.
  test.each<[string, (string | null)[][]]>([
    ['SELECT id FROM athletes WHERE NOT (club_id = 1 AND active) ORDER BY id', [['2'], ['3'], ['4']]],
    ['SELECT id FROM athletes WHERE club_id NOT IN (2, 7) ORDER BY id', [['1'], ['2']]],
    ["SELECT id FROM clubs WHERE founded_on IN ('1996-02-29', '2000-02-29')", [['1']]],
    ["SELECT id FROM clubs WHERE NOT founded_on IN ('1996-02-29', '2000-02-29')", [['3']]],
    ['SELECT id FROM athletes WHERE id IN (1, 1) ORDER BY id', [['1']]],
    ["SELECT id FROM athletes WHERE id NOT BETWEEN '3' AND 2 ORDER BY id", [['1'], ['2'], ['3'], ['4']]],
    ['SELECT id FROM athletes WHERE id NOT BETWEEN 0 AND 4', []],
    ['SELECT id FROM athletes WHERE id = 2 AND id IS NOT NULL', [['2']]],
    ["SELECT id FROM athletes WHERE email <> 'ida@example.org'", [['3']]],
    ["SELECT id FROM clubs WHERE name LIKE '_ aa'", [['3']]],
    ["SELECT id FROM athletes WHERE name ILIKE 'IDA' AND name LIKE '\\I%'", [['1']]],
    ['SELECT length(name), right(name, 2) FROM clubs WHERE id = 3', [['4', 'aa']]],
    [
      'SELECT height, round(height, 1), round(height) FROM athletes ORDER BY id LIMIT 2',
      [
        ['1.70', '1.7', '2'],
        ['1.85', '1.9', '2'],
      ],
    ],
    [
      'SELECT sum(height), avg(height), max(height), avg(id) FROM athletes',
      [['5.35', '1.7833333333333333', '1.85', '2.5000000000000000']],
    ],
    ['SELECT sum(id), count(*), avg(height), min(name) FROM athletes WHERE id < 0', [[null, '0', null, null]]],
    ['SELECT club_id, count(*) FROM athletes GROUP BY club_id HAVING count(*) > 1', [['1', '2']]],
    [
      'SELECT c.name, count(a.id) FROM clubs c LEFT JOIN athletes a ON a.club_id = c.id GROUP BY c.id ORDER BY c.id',
      [
        ['Bergen', '2'],
        ['Åse', '1'],
        ['🏃 aa', '0'],
      ],
    ],
    [
      'SELECT id AS n, name FROM athletes ORDER BY 2, n',
      [
        ['3', ' Leo '],
        ['1', 'Ida'],
        ['4', "O'Hara"],
        ['2', 'ida'],
      ],
    ],
    ['SELECT id FROM athletes ORDER BY active LIMIT 2', [['2'], ['4']]],
    ['SELECT -7 / 2, -7 % 2, id - 1 - 1 FROM athletes WHERE id = 1', [['-3', '-1', '-1']]],
    ['SELECT concat(name, email), name || email FROM athletes WHERE id = 2', [['ida', null]]],
  ])('answers %s', async (sql, rows) => {
    expect(await database.exec(sql)).toMatchObject([{ kind: 'rows', tag: `SELECT ${String(rows.length)}`, rows }]);
  });

  test.each([
    ['a cut between rows that ORDER BY does not tell apart', 'SELECT id FROM athletes ORDER BY active LIMIT 1'],
    ['a cut without an order', 'SELECT id FROM athletes LIMIT 1'],
    ['an integer out of range', 'SELECT id * 2147483647 FROM athletes'],
    ['a division by zero', 'SELECT id / 0 FROM athletes'],
    ['the upper case of a letter that is not ASCII', 'SELECT upper(name) FROM clubs'],
    ['a pattern that ends in a backslash', "SELECT id FROM athletes WHERE name LIKE 'a\\'"],
    ['a negative length', 'SELECT left(name, -1) FROM athletes'],
  ])('leaves %s to PostgreSQL', async (_what, sql) => {
    await expect(database.exec(sql)).rejects.toThrow(NotTrustedError);
  });
});
