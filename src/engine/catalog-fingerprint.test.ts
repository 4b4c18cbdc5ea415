import * as pglite from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPglite, openPostgres } from './postgres';
import { snapshotFile } from './snapshot/ensure-snapshot';
import { readSnapshot } from './snapshot/read-snapshot';
import type { WireDatabase } from './wire-database';

const DATASET = {
  id: 'fixture',
  sql: "CREATE TABLE clubs (id integer, name text); INSERT INTO clubs VALUES (1, 'A');",
};

// Each of these changes what later statements mean, and no DROP or DISCARD brings it back; the last breaks the server.
const SPOILERS: readonly (readonly [name: string, sql: string])[] = [
  ['an operator', "UPDATE pg_operator SET oprcode = 'int4ne'::regproc WHERE oid = '=(int4,int4)'::regoperator"],
  ['a function', "CREATE OR REPLACE FUNCTION pg_catalog.lower(text) RETURNS text LANGUAGE sql AS 'SELECT $1'"],
  ['a cast', 'CREATE CAST (integer AS text) WITH INOUT AS IMPLICIT'],
  ['a column of a catalog', 'UPDATE pg_attribute SET attnotnull = false WHERE attrelid = 1259 AND attnum = 2'],
  ['what a role starts with', 'ALTER ROLE postgres SET search_path = nowhere'],
  ['the server', "COPY (SELECT 1) TO PROGRAM 'ls'"],
];

let postgres: WireDatabase;
let boots = 0;
beforeAll(async () => {
  const create = createPglite(
    () => Promise.resolve(pglite),
    () => readSnapshot(snapshotFile(process.cwd())),
  );
  ({ database: postgres } = await openPostgres((database, data) => {
    boots++;
    return create(database, data);
  }, pglite));
}, 60_000);
afterAll(() => postgres.close());

async function expectNormal(): Promise<void> {
  await postgres.reset(DATASET);
  const [result] = await postgres.exec(
    "SELECT lower('A') AS a, (SELECT count(*) FROM clubs WHERE id = 1) AS n, current_user AS me",
  );
  expect(result).toMatchObject({ rows: [['a', '1', 'postgres']] });
}

test.each(SPOILERS)('a reset undoes a change of %s, with a new instance', { timeout: 60_000 }, async (_name, sql) => {
  await expectNormal();
  const before = boots;
  await postgres.exec(sql).catch(() => undefined);
  await expectNormal();
  expect(boots).toBe(before + 1);
});

test('an instance that was emptied often is slow, and gives way to a new one', { timeout: 60_000 }, async () => {
  await expectNormal();
  const before = boots;
  for (let i = 0; i < 302; i++) await postgres.reset({ id: String(i), sql: '' });
  expect(boots).toBe(before + 1);
  await expectNormal();
});

test.each([
  ['tables and their analysis', 'CREATE TABLE a (b int PRIMARY KEY); ANALYZE'],
  [
    'functions, views, types',
    "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TYPE t AS ENUM ('x')",
  ],
  ['roles', 'CREATE ROLE bob; GRANT SELECT ON clubs TO bob; SET ROLE bob'],
  ['settings', "SET search_path = nowhere; SET datestyle = 'German'"],
  ['an open transaction', 'BEGIN; DELETE FROM clubs'],
])('a reset needs no new instance after %s', { timeout: 60_000 }, async (_name, sql) => {
  await expectNormal();
  const before = boots;
  await postgres.exec(sql);
  await expectNormal();
  expect(boots).toBe(before);
});
