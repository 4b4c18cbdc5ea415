import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ConnectionTarget, Exchange, Session } from '../core/server';
import type { PgliteServer } from './pglite-server';
import { bootPostgres } from './postgres';
import { snapshotFile } from './snapshot/ensure-snapshot';
import { readSnapshot } from './snapshot/read-snapshot';

const DATASET = {
  id: 'fixture',
  sql: "CREATE TABLE clubs (id integer PRIMARY KEY, name text); INSERT INTO clubs VALUES (1, 'Harriers')",
};
const SETUP = `CREATE ROLE coach LOGIN;
CREATE ROLE nobody NOLOGIN;
CREATE DATABASE training OWNER coach;
CREATE DATABASE closed ALLOW_CONNECTIONS false;
CREATE DATABASE private; REVOKE CONNECT ON DATABASE private FROM PUBLIC;
ALTER ROLE coach SET datestyle = 'German'`;
const SUPERUSER: ConnectionTarget = { database: 'athleticu', user: 'postgres' };
const COACH: ConnectionTarget = { database: 'athleticu', user: 'coach' };

let server: PgliteServer;
beforeAll(async () => {
  ({ server } = await bootPostgres(
    () => import('@electric-sql/pglite'),
    () => readSnapshot(snapshotFile(process.cwd())),
  ));
}, 120_000);
afterAll(() => server.close());

async function connect(to: ConnectionTarget): Promise<Session> {
  const attempt = await server.connect(to);
  if (attempt.kind === 'refused') throw new Error(attempt.report.message);
  return attempt.session;
}

const ask = (session: Session, sql: string): Promise<Exchange> => session.exchange({ kind: 'query', sql });

/** What a query gives: its rows, or the SQLSTATE and the message of its error. */
async function given(session: Session, sql: string): Promise<unknown> {
  const last = (await ask(session, sql)).replies.at(-1);
  if (last?.kind === 'rows') return last.rows;
  return last?.kind === 'error' ? `${last.report.sqlstate} ${last.report.message}` : last;
}

describe('PgliteServer', { timeout: 120_000 }, () => {
  beforeEach(() => server.reset(DATASET, SETUP), 60_000);

  test('a role may do what it may, and stays who it is', async () => {
    const coach = await connect(COACH);
    expect(coach.settings).toMatchObject({
      is_superuser: 'off',
      session_authorization: 'coach',
      DateStyle: 'German, DMY',
    });
    expect(await given(coach, 'SELECT name FROM clubs')).toBe('42501 permission denied for table clubs');
    for (const sql of [
      'SET SESSION AUTHORIZATION postgres',
      'RESET SESSION AUTHORIZATION',
      'DISCARD ALL',
      'RESET ROLE',
    ]) {
      await ask(coach, sql);
      expect(await given(coach, 'SELECT current_user, session_user')).toEqual([['coach', 'coach']]);
    }
    expect(await given(coach, 'CREATE ROLE another')).toMatch(/^42501 /);
  });

  test('what was committed is kept from session to session and from database to database; the rest is not', async () => {
    const first = await connect(SUPERUSER);
    await ask(first, "INSERT INTO clubs VALUES (2, 'Velocity')");
    await ask(first, "SET datestyle = 'SQL'; BEGIN; INSERT INTO clubs VALUES (3, 'Nobody')");
    const training = await connect({ database: 'training', user: 'coach' });
    expect(await given(training, "SELECT current_database(), to_regclass('clubs')")).toEqual([['training', null]]);
    await ask(training, 'CREATE TABLE plans (day date)');
    await expect(ask(first, 'SELECT 1')).rejects.toThrow('The session has ended.');
    const back = await connect(SUPERUSER);
    expect(await given(back, 'SELECT id FROM clubs ORDER BY id')).toEqual([['1'], ['2']]);
    expect(await given(back, 'SHOW datestyle')).toEqual([['ISO, MDY']]);
    const again = await connect({ database: 'training', user: 'postgres' });
    expect(await given(again, "SELECT to_regclass('plans')")).toEqual([['plans']]);
  });

  test('a reset takes away whatever was done, wherever', async () => {
    const training = await connect({ database: 'training', user: 'coach' });
    await ask(training, 'CREATE TABLE plans (day date); BEGIN');
    await server.reset(DATASET);
    await expect(ask(training, 'SELECT 1')).rejects.toThrow('The session has ended.');
    const fresh = await connect(SUPERUSER);
    expect(await given(fresh, 'SELECT id FROM clubs')).toEqual([['1']]);
    expect(await given(fresh, "SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_'")).toEqual([['postgres']]);
    expect(await given(fresh, 'SELECT datname FROM pg_database WHERE NOT datistemplate ORDER BY 1')).toEqual([
      ['athleticu'],
      ['postgres'],
    ]);
  });

  test.each([
    [{ ...SUPERUSER, user: 'ghost' }, '28000', 'role "ghost" does not exist'],
    [{ ...SUPERUSER, user: 'nobody' }, '28000', 'role "nobody" is not permitted to log in'],
    [{ ...SUPERUSER, database: 'ghost' }, '3D000', 'database "ghost" does not exist'],
    [{ ...SUPERUSER, database: 'closed' }, '55000', 'database "closed" is not currently accepting connections'],
    [{ database: 'private', user: 'coach' }, '42501', 'permission denied for database "private"'],
  ])('%j is refused, and the session before goes on', async (to, sqlstate, message) => {
    const session = await connect(SUPERUSER);
    await ask(session, 'BEGIN; SELECT 1/0');
    expect(await server.connect(to)).toMatchObject({
      kind: 'refused',
      report: { severity: 'FATAL', sqlstate, message },
    });
    expect(await given(session, 'SELECT 1')).toEqual([['1']]);
  });

  test('COPY takes rows and gives rows', async () => {
    const session = await connect(SUPERUSER);
    const sql = 'COPY clubs FROM STDIN';
    const taken = await session.exchange({ kind: 'query', sql, copy: { kind: 'rows', text: '7\tÅre IF\n8\t\\N\n' } });
    expect(taken.replies).toEqual([{ kind: 'copy-in' }, { kind: 'command', tag: 'COPY 2' }]);
    const failed = await session.exchange({ kind: 'query', sql, copy: { kind: 'failed', why: 'canceled by user' } });
    expect(failed.replies.at(-1)).toMatchObject({ kind: 'error', report: { sqlstate: '57014' } });
    const out = await ask(session, 'COPY (SELECT * FROM clubs ORDER BY id) TO STDOUT');
    expect(out.replies).toEqual([{ kind: 'copy-out', text: '1\tHarriers\n7\tÅre IF\n8\t\\N\n', tag: 'COPY 3' }]);
  });

  test('tells of transactions, settings that change, notices and parameters', async () => {
    const session = await connect(SUPERUSER);
    expect(session.settings).toMatchObject({ is_superuser: 'on', session_authorization: 'postgres' });
    expect(await ask(session, 'BEGIN')).toMatchObject({ transaction: 'open' });
    expect(await ask(session, 'SELECT 1/0')).toMatchObject({ transaction: 'failed' });
    expect(await ask(session, 'ROLLBACK')).toMatchObject({ transaction: 'idle' });
    expect((await ask(session, 'SET search_path = pg_catalog')).settings).toMatchObject({ search_path: 'pg_catalog' });
    expect((await ask(session, 'DROP TABLE IF EXISTS ghosts')).replies).toMatchObject([
      { kind: 'notice', report: { severity: 'NOTICE', sqlstate: '00000' } },
      { kind: 'command', tag: 'DROP TABLE' },
    ]);
    const described = await session.exchange({ kind: 'describe', sql: 'SELECT id FROM public.clubs WHERE name = $1' });
    expect(described.replies).toMatchObject([
      { kind: 'description', parameters: [25], fields: [{ name: 'id', oid: 23 }] },
    ]);
    const bound = await session.exchange({ kind: 'bind', sql: 'SELECT $1::int + 1 AS n', parameters: ['41'] });
    expect(bound.replies).toMatchObject([{ kind: 'rows', rows: [['42']], tag: 'SELECT 1' }]);
  });

  test('a set-up that does not run says so', async () => {
    await expect(server.reset(DATASET, 'CREATE ROL coach')).rejects.toThrow('The setup does not run: syntax error');
  });
});

test(
  'a server that breaks down in the middle of a text does not seem to have done it',
  { timeout: 60_000 },
  async () => {
    await server.reset(DATASET, SETUP);
    const session = await connect(SUPERUSER);
    await expect(ask(session, "SELECT 1; SELECT convert_to('é', 'LATIN1')")).rejects.toThrow(
      'PostgreSQL broke down over this, and gave no answer.',
    );
    await server.reset(DATASET, SETUP);
    expect(await given(await connect(SUPERUSER), 'SELECT 6 * 7')).toEqual([['42']]);
  },
);
