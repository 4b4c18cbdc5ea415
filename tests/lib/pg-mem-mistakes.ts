/**
 * What pg-mem is known to get wrong, mostly without a word, each as a script on the data set `club`: a name, and the
 * SQL. Nobody who learns may ever see one of these answers.
 */
export const PG_MEM_MISTAKES: readonly (readonly [name: string, sql: string])[] = [
  ['ORDER BY a number', 'SELECT name, born_on FROM athletes ORDER BY 2, 1;'],
  ['NOT IN with a NULL', 'SELECT name FROM athletes WHERE id NOT IN (SELECT mentor_id FROM athletes);'],
  [
    '<> on a column with an index and NULLs',
    "SELECT name FROM athletes WHERE email <> 'nobody@example.org' ORDER BY name;",
  ],
  ['IN with a value twice, on a key', 'SELECT name FROM athletes WHERE id IN (2, 2);'],
  ['count over DISTINCT rows', 'SELECT count(*) FROM (SELECT DISTINCT club_id FROM athletes) AS clubs_with_athletes;'],
  ['FILTER', 'SELECT count(*) FILTER (WHERE active) FROM athletes;'],
  ['array_agg in an order', 'SELECT array_agg(name ORDER BY name DESC) FROM clubs;'],
  ['= ANY of an array', 'SELECT name FROM athletes WHERE id = ANY (ARRAY[1, 2]) ORDER BY id;'],
  ['an aggregate in a scalar subquery', 'SELECT name, (SELECT count(*) FROM athletes) FROM clubs ORDER BY name;'],
  ['a column that is not grouped by', 'SELECT club_id, name, count(*) FROM athletes GROUP BY club_id;'],
  ['numeric arithmetic', 'SELECT 0.1 + 0.2, 1.50 * 2, avg(mark) FROM results;'],
  ['a sum of numeric', 'SELECT sum(mark), max(mark) FROM results;'],
  ['a large bigint', "SELECT 9007199254740993, '9223372036854775807'::bigint;"],
  ['an integer overflow', 'SELECT 2147483647 + 1;'],
  ['division by zero', 'SELECT id / 0 FROM clubs;'],
  ['integer division', 'SELECT 7 / 2, -7 / 2, 7 % 2;'],
  ['a month after the 31st', "SELECT date '2024-01-31' + interval '1 month';"],
  ['time zones', "SELECT timestamptz '2024-07-01 12:00+02', timestamp '2024-07-01 12:00' AT TIME ZONE 'Europe/Oslo';"],
  ['a comparison of different types', 'SELECT name FROM athletes WHERE name = 1;'],
  [
    'a new column with a default',
    'ALTER TABLE clubs ADD COLUMN open boolean DEFAULT true; SELECT name, open FROM clubs ORDER BY id;',
  ],
  ['a renamed column', 'ALTER TABLE clubs RENAME COLUMN city TO town; SELECT name, town FROM clubs ORDER BY id;'],
  [
    'a conflict that nothing is done about',
    'INSERT INTO clubs (name, city) SELECT name, city FROM clubs ON CONFLICT (name) DO NOTHING; SELECT count(*) FROM clubs;',
  ],
  [
    'UPDATE … FROM … RETURNING',
    'UPDATE athletes SET active = false FROM clubs WHERE clubs.id = athletes.club_id AND clubs.id = 1 RETURNING athletes.name, clubs.name;',
  ],
  ['rollback', 'BEGIN; DELETE FROM results; ROLLBACK; SELECT count(*) FROM results;'],
  ['an aborted transaction', 'BEGIN; SELECT nonsense; SELECT 1; COMMIT; SELECT count(*) FROM clubs;'],
  [
    'a savepoint',
    "BEGIN; INSERT INTO clubs (name, city) VALUES ('A', 'X'); SAVEPOINT s; INSERT INTO clubs (name, city) VALUES ('B', 'X'); ROLLBACK TO s; COMMIT; SELECT name FROM clubs WHERE city = 'X';",
  ],
  ['HAVING', 'SELECT club_id, count(*) FROM athletes GROUP BY club_id HAVING count(*) > 1 ORDER BY club_id;'],
  [
    'EXISTS',
    'SELECT name FROM clubs c WHERE NOT EXISTS (SELECT FROM athletes a WHERE a.club_id = c.id) ORDER BY name;',
  ],
  ['a window', 'SELECT name, row_number() OVER (ORDER BY born_on, name) FROM athletes ORDER BY 2 LIMIT 3;'],
  ['FULL JOIN', 'SELECT c.name, a.name FROM clubs c FULL JOIN athletes a ON a.club_id = c.id ORDER BY c.name, a.name;'],
  ['EXCEPT', 'SELECT id FROM athletes EXCEPT SELECT athlete_id FROM results ORDER BY id;'],
  [
    'a recursive query',
    'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT i FROM n;',
  ],
  ['text functions', "SELECT length(name), lpad(name, 12, '.'), nullif(city, 'Oslo') FROM clubs ORDER BY name;"],
  ['a name that does not exist', 'SELECT nmae FROM clubs;'],
];
