// A reset that finds nothing written leaves the tables where they are, and makes all anew otherwise. Which of the two it
// did shows in the tables' OIDs, and in when the instance began.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COURSE_DATABASE, SUPERUSER } from '../core/server';
import { bootPostgres, type EmbeddedPostgres } from './postgres';
import { snapshotFile } from './snapshot/ensure-snapshot';
import { readSnapshot } from './snapshot/read-snapshot';

const DATASET = {
  id: 'fixture',
  sql: `CREATE TABLE clubs (id integer GENERATED ALWAYS AS IDENTITY, name text);
    CREATE TABLE empty (id serial);
    INSERT INTO clubs (name) SELECT 'Club ' || n FROM generate_series(1, 1000) AS n;`,
};

let postgres: EmbeddedPostgres;
beforeAll(async () => {
  postgres = await bootPostgres(
    () => import('@electric-sql/pglite'),
    () => readSnapshot(snapshotFile(process.cwd())),
  );
}, 60_000);
afterAll(() => postgres.database.close());

async function rows(sql: string): Promise<unknown> {
  const [result] = await postgres.database.exec(sql);
  return result?.kind === 'rows' ? result.rows : result;
}

/** All that is in the database and all that a session starts with, and where the table is. */
async function look(): Promise<{ readonly all: unknown; readonly place: unknown }> {
  return {
    all: [
      await rows('SELECT max(id), count(*), min(name) FROM clubs'),
      await rows(`SELECT c.relname, c.reltuples, s.last_value FROM pg_class AS c LEFT JOIN pg_sequences AS s
        ON s.sequencename = c.relname WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1`),
      await rows('SELECT rolname FROM pg_roles ORDER BY 1'),
      await rows("SELECT current_user, current_setting('work_mem'), current_setting('search_path')"),
      await rows('SELECT count(*) FROM pg_prepared_statements'),
      await rows('SELECT count(*) FROM pg_cursors'),
      await rows("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"),
      await rows(`EXPLAIN SELECT id FROM clubs`),
    ],
    place: await rows("SELECT 'clubs'::regclass::oid, pg_postmaster_start_time()"),
  };
}

const READS: readonly string[] = [
  'SELECT * FROM clubs',
  'SELECT relname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid',
  'SELECT * FROM clubs; SELECT nonsense',
  'BEGIN; SELECT * FROM clubs',
  "SET work_mem = '1MB'; SET search_path = pg_catalog; SET ROLE pg_monitor",
  'PREPARE p AS SELECT 1; DECLARE c CURSOR WITH HOLD FOR SELECT 1; SELECT pg_advisory_lock(1)',
  'BEGIN; SAVEPOINT s; SELECT 1; ROLLBACK TO s; COMMIT',
  "DELETE FROM clubs WHERE name = 'nobody'",
];

const WRITES: readonly string[] = [
  "INSERT INTO clubs (name) VALUES ('x')",
  "BEGIN; UPDATE clubs SET name = 'x'; ROLLBACK",
  'SELECT * FROM clubs LIMIT 1 FOR UPDATE',
  'BEGIN; CREATE TABLE other (id integer); ROLLBACK',
  'CREATE ROLE bob',
  'CREATE TEMP TABLE clubs (id integer)',
  "SELECT nextval('clubs_id_seq')",
  "SELECT nextval('clubs_id_seq'), setval('clubs_id_seq', 1)",
  "SELECT nextval('empty_id_seq')",
  'VACUUM clubs',
  'ANALYZE clubs',
  'CREATE INDEX ON clubs (name)',
  "SELECT lo_from_bytea(0, 'x')",
  "COMMENT ON TABLE clubs IS 'x'",
  'SELECT name INTO copy FROM clubs',
  "CREATE OR REPLACE FUNCTION pg_catalog.pg_current_snapshot() RETURNS pg_snapshot LANGUAGE sql AS $$ SELECT '1:1:'::pg_snapshot $$",
  'ALTER FUNCTION pg_catalog.pg_current_snapshot() RENAME TO elsewhere',
];

test.each(READS)('after what only reads, a reset leaves all where it is: %s', { timeout: 30_000 }, async (sql) => {
  await postgres.database.reset({ id: 'another', sql: '' });
  await postgres.database.reset(DATASET);
  const before = await look();
  await postgres.database.exec(sql);
  await postgres.database.reset(DATASET);
  expect(await look()).toEqual(before);
});

test.each(WRITES)('after what writes, a reset makes all anew: %s', { timeout: 60_000 }, async (sql) => {
  await postgres.database.reset(DATASET);
  const before = await look();
  // Twice: a sequence that has moved once moves on without a trace in the log.
  for (let i = 0; i < 2; i++) await postgres.database.exec(sql);
  await postgres.database.reset(DATASET);
  const after = await look();
  expect(after.all).toEqual(before.all);
  expect(after.place).not.toEqual(before.place);
});

test('a sequence that moves on between two numbers of the log is seen', async () => {
  const moved = { ...DATASET, id: 'moved', sql: `${DATASET.sql} SELECT nextval('clubs_id_seq')` };
  await postgres.database.reset(moved);
  const before = await look();
  await postgres.database.exec("SELECT nextval('clubs_id_seq')");
  await postgres.database.reset(moved);
  const after = await look();
  expect(after.all).toEqual(before.all);
  expect(after.place).not.toEqual(before.place);
});

test('another data set of the same name is another one', async () => {
  await postgres.database.reset(DATASET);
  await postgres.database.reset({ ...DATASET, sql: 'CREATE TABLE clubs (id integer)' });
  expect(await rows('SELECT count(*) FROM clubs')).toEqual([['0']]);
});

test('what a session of the server wrote is seen', { timeout: 60_000 }, async () => {
  await postgres.server.reset(DATASET);
  const before = await look();
  const attempt = await postgres.server.connect({ database: COURSE_DATABASE, user: SUPERUSER });
  if (attempt.kind === 'refused') throw new Error(attempt.report.message);
  await attempt.session.exchange({ kind: 'query', sql: "UPDATE clubs SET name = 'x' WHERE id = 1" });
  await postgres.server.reset(DATASET);
  const after = await look();
  expect(after.all).toEqual(before.all);
  expect(after.place).not.toEqual(before.place);
});
