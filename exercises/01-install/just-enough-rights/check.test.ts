import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

// Each attempt is undone: it raises an error of its own where PostgreSQL let it through.
const ATTEMPTS = `
  CREATE FUNCTION pg_temp.attempt(statement text) RETURNS text LANGUAGE plpgsql AS $$
  BEGIN
    SET LOCAL ROLE timekeeper;
    EXECUTE statement;
    RAISE SQLSTATE 'UNDO1';
  EXCEPTION
    WHEN SQLSTATE 'UNDO1' THEN RETURN 'done';
    WHEN insufficient_privilege THEN RETURN 'refused: 42501';
  END $$;
  SELECT statement AS "as timekeeper", pg_temp.attempt(statement) AS outcome
  FROM unnest(ARRAY[
    'SELECT * FROM athletes',
    'SELECT * FROM events',
    'SELECT * FROM meets',
    'SELECT * FROM results',
    'SELECT * FROM clubs',
    'INSERT INTO results (athlete_id, event_id, meet_id, mark) VALUES (1, 1, 1, 11.90)',
    'INSERT INTO athletes (name, born_on) VALUES (''Tove Dahl'', ''2007-04-30'')',
    'INSERT INTO events (name, unit, lower_is_better) VALUES (''High jump'', ''m'', false)',
    'INSERT INTO meets (name, held_on) VALUES (''Winter Trial'', ''2025-12-14'')',
    'INSERT INTO clubs (name, city) VALUES (''Fjord Flyers'', ''Bergen'')',
    'UPDATE results SET mark = 0',
    'UPDATE athletes SET active = false',
    'UPDATE events SET unit = ''yd''',
    'UPDATE meets SET city = NULL',
    'UPDATE clubs SET city = ''Oslo''',
    'DELETE FROM results',
    'DELETE FROM athletes WHERE id = 0',
    'DELETE FROM events WHERE id = 0',
    'DELETE FROM meets WHERE id = 0',
    'DELETE FROM clubs WHERE id = 0',
    'TRUNCATE results',
    'TRUNCATE athletes CASCADE',
    'DROP TABLE results',
    'CREATE TABLE notes (note text)',
    'CREATE ROLE friend'
  ]) AS statement
`;

const FOR_EVERYBODY = `
  SELECT relname AS table, privilege_type AS everybody_may
  FROM pg_class, aclexplode(relacl)
  WHERE relnamespace = 'public'::regnamespace AND grantee = 0
`;

test('can do what it needs, and is refused the rest', async () => {
  await expect(answer.inspect(ATTEMPTS)).toGiveTheResultOf(reference.inspect(ATTEMPTS), { rowOrder: 'exact' });
});

test('gives no rights to everybody', async () => {
  await expect(answer.inspect(FOR_EVERYBODY)).toGiveTheResultOf(reference.inspect(FOR_EVERYBODY), { rowOrder: 'any' });
});
