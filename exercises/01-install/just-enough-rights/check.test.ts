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
    'UPDATE results SET mark = 0',
    'UPDATE athletes SET active = false',
    'DELETE FROM results',
    'DELETE FROM clubs WHERE id = 4',
    'TRUNCATE results',
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
