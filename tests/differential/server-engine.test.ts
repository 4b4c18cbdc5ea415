import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestProject } from '../../src/cli/testing/create-test-project';
import { runCli, startCli } from '../../src/cli/testing/run-cli';
import type { StatementResult } from '../../src/core/database';
import { MAX_ROWS } from '../../src/core/database';
import { ServerEngine } from '../../src/engine/server/server-engine';
import type { WireDatabase } from '../../src/engine/wire-database';
import { type RealPostgres, startRealPostgres } from '../lib/real-postgres';

const DATASET = {
  id: 'fixture',
  sql: "CREATE TABLE clubs (id integer PRIMARY KEY, name text NOT NULL UNIQUE); INSERT INTO clubs VALUES (1, 'Harriers');",
};

let server: RealPostgres;
let admin: Client;
beforeAll(async () => {
  server = await startRealPostgres();
  admin = new Client({ connectionString: server.url });
  await admin.connect();
  await admin.query('CREATE ROLE coach; CREATE ROLE helper CREATEROLE CREATEDB LOGIN PASSWORD $$h$$');
  await admin.query('CREATE DATABASE precious');
});
afterAll(async () => {
  await admin.end();
  await server.stop();
});

async function names(sql: string): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(`${sql} ORDER BY 1`);
  return rows.map(({ name }) => name);
}

const databases = (): Promise<string[]> =>
  names('SELECT datname AS name FROM pg_database WHERE NOT datistemplate AND datname <> $$postgres$$');
const roles = (): Promise<string[]> =>
  names("SELECT rolname AS name FROM pg_roles WHERE rolname !~ '^pg_' AND rolname <> 'postgres'");

async function expectNothingLeft(): Promise<void> {
  expect(await databases()).toEqual(['precious']);
  expect(await roles()).toEqual(['coach', 'helper']);
}

describe.each(['postgres', 'helper'])('a session on a server, as %s', (user) => {
  let engine: ServerEngine;
  let database: WireDatabase;
  const warnings: string[] = [];
  beforeEach(async () => {
    const url = user === 'helper' ? server.url.replace(/postgres:[^@]*@/, 'helper:h@') : server.url;
    engine = new ServerEngine(url, (message) => warnings.push(message));
    database = await engine.open();
    await database.reset(DATASET);
  });
  afterEach(async () => {
    await engine.close();
    await expectNothingLeft();
  });

  async function one(sql: string, parameters?: readonly (string | null)[]): Promise<StatementResult> {
    const [result, ...others] = await database.exec(sql, parameters);
    if (!result || others.length > 0) throw new Error(`${sql} gave ${String(others.length + 1)} results`);
    return result;
  }

  test('answers in a database of its own, in PostgreSQL’s text form', async () => {
    expect(await databases()).toEqual([expect.stringMatching(/^layer_by_layer_[0-9a-f]{12}$/), 'precious']);
    expect(
      await database.exec("SELECT 1.50::numeric(5,2) AS a, true AS b, NULL AS c, date '2024-02-29' AS d; BEGIN"),
    ).toEqual([
      {
        kind: 'rows',
        tag: 'SELECT 1',
        columns: [
          { name: 'a', type: 'numeric(5,2)', oid: 1700 },
          { name: 'b', type: 'boolean', oid: 16 },
          { name: 'c', type: 'text', oid: 25 },
          { name: 'd', type: 'date', oid: 1082 },
        ],
        rows: [['1.50', 't', null, '2024-02-29']],
        rowCount: 1,
        notices: [],
      },
      { kind: 'command', tag: 'BEGIN', notices: [] },
    ]);
    expect(await database.exec('')).toEqual([]);
    expect(warnings).toEqual([]);
  });

  test('names types, takes parameters, gives notices and errors', async () => {
    await database.exec("CREATE TYPE medal AS ENUM ('gold')");
    expect(await one('SELECT $1::medal AS x', ['gold'])).toMatchObject({ columns: [{ type: 'medal' }] });
    expect(await one('DROP TABLE IF EXISTS nothing')).toMatchObject({ notices: [{ message: /does not exist/ }] });
    expect(await one("INSERT INTO clubs VALUES (2, 'Harriers')")).toMatchObject({
      error: { sqlstate: '23505', detail: 'Key (name)=(Harriers) already exists.', constraint: 'clubs_name_key' },
    });
    expect(await one("SELECT '🏃', nome FROM clubs")).toMatchObject({ error: { position: 13, hint: /clubs\.name/ } });
    expect(await one('SELECT $1::int', ['x'])).toMatchObject({ error: { sqlstate: '22P02' } });
    expect(await one('SELECT $1::int AS a', ['1'])).toMatchObject({ rows: [['1']] });
  });

  test('refuses what it could not go on after, and counts the rows that it does not keep', async () => {
    expect(await one('COPY clubs FROM STDIN')).toMatchObject({ error: { sqlstate: '0A000' } });
    expect(await one("SELECT '\0'")).toMatchObject({ error: { sqlstate: '22021', position: 9 } });
    expect(await one('COPY clubs TO STDOUT')).toMatchObject({ kind: 'command', tag: 'COPY 1' });
    const many = await one('SELECT generate_series(1, 25000)');
    expect(many).toMatchObject({ rowCount: 25_000 });
    expect(many).toHaveProperty('rows.length', MAX_ROWS);
  });

  test.each([
    'DELETE FROM clubs',
    'BEGIN; DELETE FROM clubs',
    'BEGIN; SELECT 1/0',
    'DROP SCHEMA public CASCADE; CREATE SCHEMA more; CREATE TABLE more.t (a int)',
    'CREATE ROLE reader; SET ROLE reader',
    'CREATE ROLE owner; CREATE SCHEMA theirs AUTHORIZATION owner; GRANT CREATE ON SCHEMA public TO owner; SET ROLE owner; CREATE TABLE owned (a int)',
    "SET createrole_self_grant = ''; CREATE ROLE reader; CREATE SCHEMA s; GRANT ALL ON SCHEMA s TO reader",
    'CREATE ROLE chief CREATEROLE; SET ROLE chief; CREATE ROLE reader',
    "SET search_path = pg_catalog; SET datestyle = 'German'; PREPARE p AS SELECT 1; CREATE TEMP TABLE clubs (a int)",
  ])('reset undoes %s', async (sql) => {
    for (const statement of sql.split(';')) {
      if (!statement.includes('1/0')) expect(await one(statement)).not.toHaveProperty('error');
    }
    await database.reset(DATASET);
    expect(await one('SELECT name, current_user = session_user FROM clubs')).toMatchObject({
      rows: [['Harriers', 't']],
    });
    expect(await one("SELECT count(*) FROM pg_tables WHERE schemaname !~ '^pg_|information'")).toMatchObject({
      rows: [['1']],
    });
    expect(await roles()).toEqual(['coach', 'helper', expect.stringMatching(/^layer_by_layer_/)]);
  });

  test('a role that somebody else makes meanwhile stays', async () => {
    await database.exec('CREATE ROLE reader');
    await admin.query('CREATE ROLE stranger');
    await database.reset(DATASET);
    expect(await roles()).toContain('stranger');
    expect(await roles()).not.toContain('reader');
    await admin.query('DROP ROLE stranger');
  });

  test('PostgreSQL keeps it away from everything else on the server', async () => {
    for (const sql of [
      'DROP DATABASE precious',
      'DROP ROLE coach',
      'ALTER SYSTEM SET work_mem = 64',
      'SET ROLE coach',
    ]) {
      expect(await one(sql)).toMatchObject({ error: { sqlstate: '42501' } });
    }
  });

  test('drops the databases that were made, with the roles', async () => {
    await database.exec('CREATE DATABASE mine');
    await database.exec('CREATE ROLE reader');
    expect(await databases()).toContain('mine');
  });

  test('may be given a role’s table, as anywhere', async () => {
    await database.exec('CREATE ROLE reader');
    await database.exec('SET ROLE reader');
    expect(await one('SELECT name FROM clubs')).toMatchObject({
      error: { message: 'permission denied for table clubs' },
    });
    await database.exec('RESET ROLE');
    await database.exec('GRANT SELECT ON clubs TO reader');
    await database.exec('SET ROLE reader');
    expect(await one('SELECT name FROM clubs')).toMatchObject({ rows: [['Harriers']] });
  });

  test('goes on after its connection was cut', async () => {
    expect(await one('SELECT pg_terminate_backend(pg_backend_pid())')).toMatchObject({ error: { sqlstate: '57P01' } });
    await database.reset(DATASET);
    expect(await one('SELECT count(*) FROM clubs')).toMatchObject({ rows: [['1']] });
  });

  test('can be stopped in the middle of a statement', async () => {
    const running = database.exec('SELECT pg_sleep(60)').catch((error: unknown) => error);
    await expect
      .poll(() => names("SELECT query AS name FROM pg_stat_activity WHERE query ~ '^SELECT pg_sleep'"))
      .toHaveLength(1);
    engine.abandon();
    const next = await engine.open();
    await next.reset(DATASET);
    expect(await next.exec('SELECT 1')).toMatchObject([{ rows: [['1']] }]);
    await running;
    await expect(database.exec('SELECT 1')).rejects.toThrow('was ended');
  });
});

describe('npm run check -- --engine server', () => {
  const answer = 'SELECT name FROM runners;\n';
  const args = ['check', 'pick-names', '--engine', 'server'];

  test('checks on the server, and leaves nothing behind', async () => {
    const project = createTestProject();
    project.write('answers/01-first/pick-names.sql', answer);
    const { status, output } = await runCli(project, args, '', { DATABASE_URL: server.url });
    expect(output).toContain('Correct.');
    expect(output).toContain('Checked with a PostgreSQL server.');
    expect(status).toBe(0);
    await expectNothingLeft();
  });

  test.each<[string, Record<string, string>, string]>([
    ['', {}, 'DATABASE_URL is not set. It names the PostgreSQL server to use, such as postgresql://'],
    ['no address', { DATABASE_URL: 'my server' }, 'DATABASE_URL is not the address of a PostgreSQL server.'],
    ['nobody there', { DATABASE_URL: 'postgresql://a:secret@127.0.0.1:1/x' }, 'can be reached at 127.0.0.1:1'],
    [
      'a wrong password',
      { DATABASE_URL: 'postgresql://postgres:secret@HERE/postgres' },
      'password authentication failed',
    ],
    ['no rights', { DATABASE_URL: 'postgresql://plain:p@HERE/postgres' }, 'ALTER ROLE "plain" CREATEDB CREATEROLE;'],
  ])('says what is wrong: %s', async (_what, env, message) => {
    await admin.query('DROP ROLE IF EXISTS plain; CREATE ROLE plain LOGIN PASSWORD $$p$$');
    const project = createTestProject();
    project.write('answers/01-first/pick-names.sql', answer);
    const url = env['DATABASE_URL']?.replace('HERE', `127.0.0.1:${String(server.port)}`);
    const { status, output } = await runCli(project, args, '', { DATABASE_URL: url ?? '' });
    expect(output).toContain(message);
    expect(output).not.toContain('a:secret');
    expect(status).toBe(2);
    await admin.query('DROP ROLE plain');
    await expectNothingLeft();
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing behind when %s ends it', async (signal) => {
    const project = createTestProject();
    project.write('answers/01-first/pick-names.sql', 'SELECT pg_sleep(60);\n');
    const cli = startCli(project, args, { DATABASE_URL: server.url });
    await expect
      .poll(() => names("SELECT query AS name FROM pg_stat_activity WHERE query ~ '^SELECT pg_sleep'"), {
        timeout: 30_000,
      })
      .toHaveLength(1);
    cli.signal(signal);
    expect(await cli.ended).not.toBe(0);
    await expectNothingLeft();
  });
});
