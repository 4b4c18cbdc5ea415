import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SqlError, StatementResult } from '../core/database';
import { MAX_ROWS } from '../core/database';
import { NotTrustedError } from './not-trusted-error';
import { PgMemDatabase } from './pg-mem';
import { bootPostgres } from './postgres';
import { snapshotFile } from './snapshot/ensure-snapshot';
import { readSnapshot } from './snapshot/read-snapshot';
import type { WireDatabase } from './wire-database';

const DATASET = {
  id: 'fixture',
  sql: `
    CREATE TABLE clubs (id integer PRIMARY KEY, name text NOT NULL UNIQUE, founded_on date);
    CREATE TABLE athletes (id integer PRIMARY KEY, club_id integer REFERENCES clubs (id), name text NOT NULL,
      email text UNIQUE, active boolean NOT NULL, born_on date, height numeric(5, 2));
    INSERT INTO clubs VALUES (1, 'Harriers', '1921-05-02'), (2, 'Velocity', NULL), (3, 'nobody''s', '2004-02-29');
    INSERT INTO athletes VALUES
      (1, 1, 'Ida', 'ida@example.org', true, '1994-02-11', 1.70),
      (2, 1, 'ána', NULL, false, NULL, NULL),
      (3, NULL, 'Bo', 'bo@example.org', true, '2000-02-29', 1.85),
      (4, 2, '', NULL, true, '1899-12-31', 1.8);
  `,
};

let postgres: WireDatabase;
beforeAll(async () => {
  ({ database: postgres } = await bootPostgres(
    () => import('@electric-sql/pglite'),
    () => readSnapshot(snapshotFile(process.cwd())),
  ));
}, 60_000);
afterAll(() => postgres.close());
beforeEach(() => postgres.reset(DATASET));

async function one(sql: string, parameters?: readonly (string | null)[]): Promise<StatementResult> {
  const [result, ...others] = await postgres.exec(sql, parameters);
  if (!result || others.length > 0) throw new Error(`${sql} gave ${String(others.length + 1)} results`);
  return result;
}

async function errorOf(sql: string, parameters?: readonly (string | null)[]): Promise<SqlError> {
  const result = await one(sql, parameters);
  if (result.kind !== 'error') throw new Error(`${sql} did not fail`);
  return result.error;
}

describe('the embedded PostgreSQL', () => {
  test.each([
    ['42', 'integer', '42'],
    ['9007199254740993::bigint', 'bigint', '9007199254740993'],
    ['1.50::numeric(8,2)', 'numeric(8,2)', '1.50'],
    ['1.5::numeric', 'numeric', '1.5'],
    ["'-7'::numeric(3,-1)", 'numeric(3,-1)', '-10'],
    ["'ab'::varchar(20)", 'character varying(20)', 'ab'],
    ["'ab'::char(4)", 'character(4)', 'ab  '],
    ['true', 'boolean', 't'],
    ["date '2024-02-29'", 'date', '2024-02-29'],
    ["timestamp(0) '2024-02-29 12:00:00'", 'timestamp(0) without time zone', '2024-02-29 12:00:00'],
    ['ARRAY[1,NULL,3]', 'integer[]', '{1,NULL,3}'],
    [`'{"a": 1}'::jsonb`, 'jsonb', '{"a": 1}'],
    ["'\\x00ff'::bytea", 'bytea', '\\x00ff'],
    ['NULL', 'text', null],
    ["''", 'text', ''],
    ["'🏃'", 'text', '🏃'],
  ])('%s is %s %s', async (expression, type, cell) => {
    expect(await one(`SELECT ${expression} AS x`)).toMatchObject({
      kind: 'rows',
      tag: 'SELECT 1',
      columns: [{ name: 'x', type }],
      rows: [[cell]],
      rowCount: 1,
    });
  });

  test('names the types that a script makes, and forgets them when they go', async () => {
    await postgres.exec("CREATE TYPE medal AS ENUM ('gold')");
    expect(await one("SELECT 'gold'::medal AS x")).toMatchObject({ columns: [{ type: 'medal' }] });
  });

  test('gives a result for each statement, and stops at an error', async () => {
    const results = await postgres.exec(
      'CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2); SELECT a FROM t; SELECT b',
    );
    expect(results.map((result) => (result.kind === 'error' ? result.error.sqlstate : result.tag))).toEqual([
      'CREATE TABLE',
      'INSERT 0 2',
      'SELECT 2',
      '42703',
    ]);
    expect(await postgres.exec('')).toEqual([]);
  });

  test('gives notices to the statement that caused them', async () => {
    const [first, second] = await postgres.exec('DROP TABLE IF EXISTS nothing; SELECT 1');
    expect(first?.notices).toMatchObject([{ severity: 'NOTICE', sqlstate: '00000', message: /does not exist/ }]);
    expect(second?.notices).toEqual([]);
  });

  test('says what PostgreSQL says of an error, position in characters', async () => {
    expect(await errorOf("SELECT '🏃', nome FROM athletes")).toMatchObject({
      severity: 'ERROR',
      sqlstate: '42703',
      message: 'column "nome" does not exist',
      hint: 'Perhaps you meant to reference the column "athletes.name".',
      position: 13,
    });
    expect(await errorOf("INSERT INTO clubs VALUES (9, 'Harriers')")).toMatchObject({
      sqlstate: '23505',
      detail: 'Key (name)=(Harriers) already exists.',
      position: null,
      schema: 'public',
      table: 'clubs',
      constraint: 'clubs_name_key',
    });
    expect(await errorOf('INSERT INTO clubs (id) VALUES (9)')).toMatchObject({ sqlstate: '23502', column: 'name' });
  });

  test('takes parameters as text', async () => {
    const sql = 'SELECT $1::int + 1 AS a, $2::text AS b, $3::text AS c';
    expect(await one(sql, ['41', "it's", null])).toMatchObject({ rows: [['42', "it's", null]] });
    expect((await errorOf('SELECT $1::int', ['x'])).sqlstate).toBe('22P02');
    expect((await errorOf('SELECT 1; SELECT $1', ['x'])).sqlstate).toBe('42601');
    expect(await one('SELECT 1 AS a', ['9'])).toMatchObject({ kind: 'error' });
  });

  test('goes on after an error in the extended protocol', async () => {
    await errorOf('SELECT $1::int', ['x']);
    expect(await one('SELECT $1::int AS a', ['1'])).toMatchObject({ rows: [['1']] });
  });

  test('refuses what the embedded server would wait for, or could not read', async () => {
    expect(await errorOf('COPY clubs FROM STDIN')).toMatchObject({ sqlstate: '0A000', hint: /INSERT/ });
    expect(await errorOf("SELECT '🏃\0'")).toMatchObject({ sqlstate: '22021', position: 10 });
    expect(await errorOf('SELECT $1::text', ['a\0'])).toMatchObject({ sqlstate: '22021', position: null });
    expect(await one('SELECT 1 AS a')).toMatchObject({ rows: [['1']] });
  });

  test.each([
    '-- as a comment\nCOPY clubs FROM STDIN',
    '/* as a comment */ COPY clubs FROM /* too */ STDIN',
    'SELECT 1; COPY clubs FROM STDIN',
    'copy clubs from stdin csv',
  ])('does not hang on %j', async (sql) => {
    expect((await postgres.exec(sql)).at(-1)).toMatchObject({ kind: 'error' });
  });

  test('counts the rows that it does not keep', async () => {
    const result = await one('SELECT generate_series(1, 25000)');
    expect(result).toMatchObject({ tag: 'SELECT 25000', rowCount: 25_000 });
    expect(result).toHaveProperty('rows.length', MAX_ROWS);
  });

  test.each([
    'DELETE FROM athletes',
    'BEGIN; DELETE FROM athletes',
    'BEGIN; SELECT 1/0',
    'CREATE TABLE other (a int); CREATE SCHEMA more; CREATE TABLE more.t (a int)',
    'CREATE ROLE reader; SET ROLE reader',
    "SET search_path = pg_catalog; SET datestyle = 'German'",
    'DROP SCHEMA public CASCADE',
    'PREPARE p AS SELECT 1; CREATE TEMP TABLE clubs (a int)',
    'CREATE ROLE owner; CREATE TABLE owned (a int); ALTER TABLE owned OWNER TO owner; CREATE ROLE reader; GRANT owner TO reader',
  ])('reset undoes %s', async (sql) => {
    await postgres.exec(sql);
    await postgres.reset(DATASET);
    expect(await one('SELECT count(*), min(founded_on) FROM clubs')).toMatchObject({ rows: [['3', '1921-05-02']] });
    expect(
      await one(
        "SELECT current_user, count(*) FROM pg_tables WHERE schemaname !~ '^pg_|information' AND NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader')",
      ),
    ).toMatchObject({
      rows: [['postgres', '2']],
    });
  });

  test('reset drops the databases that a learner made', async () => {
    await postgres.exec('CREATE DATABASE "my Club"');
    await postgres.reset(DATASET);
    expect(await one('SELECT datname FROM pg_database WHERE NOT datistemplate ORDER BY datname')).toMatchObject({
      rows: [['athleticu'], ['postgres']],
    });
  });

  test('reset leaves the schema public as a new database has it', async () => {
    await postgres.exec('CREATE ROLE reader; SET ROLE reader');
    expect(await errorOf('SELECT name FROM clubs')).toMatchObject({ message: 'permission denied for table clubs' });
  });

  test('says which data set does not load', async () => {
    await expect(postgres.reset({ id: 'broken', sql: 'CREATE TABL t ()' })).rejects.toThrow(/"broken".*syntax error/);
    await postgres.reset(DATASET);
  });
});

test('a PostgreSQL that breaks down says so, and is a new one after the next reset', { timeout: 60_000 }, async () => {
  // The embedded one has the library that converts, and fails in it.
  const broken = "SELECT convert_to('é', 'LATIN1')";
  await expect(postgres.exec(broken)).rejects.toThrow('PostgreSQL broke down over this, and gave no answer.');
  await postgres.reset(DATASET);
  expect(await one('SELECT 6 * 7')).toMatchObject({ rows: [['42']] });
});

describe('PgMemDatabase', () => {
  const pgMem = new PgMemDatabase();
  beforeAll(() => pgMem.reset(DATASET));

  test.each([
    'SELECT * FROM clubs ORDER BY id',
    'SELECT id, name, email, born_on, active FROM athletes ORDER BY id',
    'SELECT name FROM athletes WHERE active ORDER BY name',
    'SELECT name FROM athletes WHERE NOT active',
    "SELECT id FROM athletes WHERE born_on >= '1994-02-11' ORDER BY born_on DESC",
    'SELECT id FROM athletes ORDER BY born_on, id',
    'SELECT id FROM athletes ORDER BY email DESC, id',
    'SELECT id FROM athletes WHERE height > 1.8 ORDER BY id',
    'SELECT id FROM athletes WHERE club_id IS NULL OR email IS NULL ORDER BY id',
    "SELECT id FROM athletes WHERE name ILIKE '%A' ORDER BY id",
    "SELECT id FROM athletes WHERE name <> 'Bo' ORDER BY id",
    'SELECT id FROM athletes WHERE club_id <> 1 ORDER BY id',
    'SELECT id FROM athletes WHERE id IN (3, 1) ORDER BY id',
    'SELECT id FROM athletes WHERE id BETWEEN 2 AND 3 ORDER BY id',
    'SELECT a.name, c.name AS club FROM athletes a LEFT JOIN clubs c ON c.id = a.club_id ORDER BY a.id',
    'SELECT c.name, a.id FROM clubs c JOIN athletes a ON a.club_id = c.id ORDER BY a.id LIMIT 2 OFFSET 1',
    'SELECT name, name FROM clubs ORDER BY id',
  ])('answers as PostgreSQL does: %s', async (sql) => {
    expect(await pgMem.exec(sql)).toEqual(await postgres.exec(sql));
  });

  test('takes parameters', async () => {
    const sql = 'SELECT id FROM athletes WHERE name = $1 AND id < $2';
    expect(await pgMem.exec(sql, ['Ida', '3'])).toEqual(await postgres.exec(sql, ['Ida', '3']));
  });

  test.each(['SELECT count(*) OVER () FROM clubs', 'DELETE FROM clubs', 'SELECT nonsense FROM clubs', ''])(
    'gives neither answer nor error of its own: %j',
    async (sql) => {
      await expect(pgMem.exec(sql)).rejects.toBeInstanceOf(NotTrustedError);
    },
  );

  test('trusts nothing on a data set that it cannot load', async () => {
    const other = new PgMemDatabase();
    await other.reset({ id: 'other', sql: 'CREATE TABLE t (a int) PARTITION BY LIST (a)' });
    await expect(other.exec('SELECT a FROM t')).rejects.toBeInstanceOf(NotTrustedError);
  });
});
