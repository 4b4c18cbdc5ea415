import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestProject, type TestProject } from '../testing/create-test-project';
import { type CliProcess, runCli, startCli } from '../testing/run-cli';

const PORT = 45_433 + (process.pid % 1_000);
const URL = `postgresql://postgres@127.0.0.1:${PORT}/athleticu?sslmode=disable`;

const hasPsql = spawnSync('psql', ['--version']).status === 0;
const withPsql = hasPsql ? '' : ' (skipped: there is no psql on this machine)';

describe('npm run db', { timeout: 120_000 }, () => {
  let cli: CliProcess;
  const clients: Client[] = [];
  beforeAll(async () => {
    cli = startCli(createTestProject(), ['db', 'small', '--port', String(PORT)]);
    await cli.waitFor('Ctrl+C');
  }, 60_000);
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.end().catch(() => undefined);
  });
  afterAll(async () => {
    cli.signal('SIGTERM');
    await cli.ended;
  });

  async function connect(url = URL): Promise<Client> {
    const client = new Client(url);
    client.on('error', () => undefined);
    clients.push(client);
    await client.connect();
    return client;
  }

  test('says how to reach it, and serves the data set', async () => {
    expect(cli.output()).toContain(`psql "${URL}"`);
    const client = await connect();
    const { rows } = await client.query('SELECT name FROM runners WHERE id = $1', [1]);
    expect(rows).toHaveLength(1);
    await expect(client.query('SELECT nme FROM runners')).rejects.toMatchObject({ code: '42703', position: '8' });
    expect((await client.query('SELECT 1 AS a; SELECT 2 AS a')) as unknown).toHaveLength(2);
    expect((await client.query('SELECT generate_series(1, 50000)')).rowCount).toBe(50_000);
  });

  test('serves one client after the other, each in a session as new', async () => {
    const first = await connect();
    await first.query('CREATE TABLE kept (a int); CREATE ROLE guest LOGIN; GRANT ALL ON kept TO guest');
    await first.query("SET datestyle = 'German'; CREATE TEMP TABLE gone (a int); BEGIN; INSERT INTO kept VALUES (1)");
    await expect(connect()).rejects.toThrow('another client is connected');
    await first.end();
    const second = await connect(URL.replace('postgres@', 'guest@'));
    const { rows } = await second.query(
      "SELECT current_user AS who, (SELECT count(*) FROM kept) AS kept, to_regclass('gone') AS gone, current_setting('datestyle') AS style",
    );
    expect(rows).toEqual([{ who: 'guest', kept: '0', gone: null, style: 'ISO, MDY' }]);
  });

  test('a client that breaks off in the middle leaves nothing behind', async () => {
    const first = await connect();
    await first.query('BEGIN; CREATE TABLE half (a int)');
    await expect(first.query('SELECT $1::int', ['x'])).rejects.toThrow('invalid input syntax');
    (first as Client & { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    const second = await connect();
    expect((await second.query("SELECT to_regclass('half') AS half")).rows).toEqual([{ half: null }]);
  });

  test.each([
    [URL.replace('/athleticu?', '/club?'), '3D000'],
    [URL.replace('postgres@', 'nobody@'), '28000'],
  ])('refuses %s', async (url, code) => {
    await expect(connect(url)).rejects.toMatchObject({ code });
    await connect();
  });

  test('a client that has no rows for COPY FROM STDIN is not waited for', async () => {
    const client = await connect();
    // This client says so with a CopyFail message.
    await expect(client.query('COPY runners FROM STDIN')).rejects.toMatchObject({ code: '57014' });
    expect((await client.query('SELECT 1 AS a')).rows).toEqual([{ a: 1 }]);
  });

  test.skipIf(!hasPsql)(`serves psql${withPsql}`, () => {
    const { stdout, stderr, status } = spawnSync('psql', ['-X', URL], {
      input:
        '\\d runners\nSELECT count(*) FROM runners;\nSELECT nme FROM runners;\n\\copy runners from stdin\n3\tMia\n\\.\nSELECT name FROM runners WHERE id = 3;',
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], LC_ALL: 'C', PGCLIENTENCODING: 'UTF8' },
    });
    expect(stdout).toContain('Table "public.runners"');
    expect(stdout).toContain(' count \n-------\n');
    expect(stderr).toContain('LINE 1: SELECT nme FROM runners;\n               ^');
    expect(stdout).toContain('COPY 1\n');
    expect(stdout).toContain(' Mia\n(1 row)');
    expect(status).toBe(0);
  });
});

describe('npm run db says what is wrong', { timeout: 60_000 }, () => {
  let project: TestProject;
  beforeEach(() => {
    project = createTestProject();
  });

  test.each([
    [['smal'], 'There is no data set "smal". Did you mean "small"?'],
    [['nothing-like-it'], 'There is no data set "nothing-like-it". There are '],
    [['--port', '99999'], '"99999" is no port.'],
    [['small', 'club'], 'Name one data set.'],
  ])('%j', async (args, message) => {
    const { status, output } = await runCli(project, ['db', ...args]);
    expect(output).toContain(message);
    expect(status).toBe(2);
  });

  test('a port that is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(PORT, '127.0.0.1', resolve));
    const { status, output } = await runCli(project, ['db', 'small', '--port', String(PORT)]);
    await new Promise((resolve) => taken.close(resolve));
    expect(output).toContain(`The port ${PORT} is taken by another program`);
    expect(output).toContain(`npm run db -- --port ${PORT + 1}`);
    expect(status).toBe(2);
  });
});
