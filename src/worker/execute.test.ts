import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '../core/database';
import type { TraceEvent } from '../core/layer-trace';
import { makeFunction } from '../core/make-function';
import { parseRunReport } from '../core/parse-run-report';
import type { RunReport, RunRequest } from '../core/run-report';
import { sampleRequest } from '../core/testing/sample-request';
import { PgMemDatabase } from '../engine/pg-mem';
import { bootPostgres } from '../engine/postgres';
import { snapshotFile } from '../engine/snapshot/ensure-snapshot';
import { readSnapshot } from '../engine/snapshot/read-snapshot';
import { loadMikroOrm } from '../languages/typescript/mikro-orm/load-mikro-orm';
import { execute, loadRunner, type RunListener } from './execute';

// As it is, but heard.
vi.mock(import('../languages/typescript/mikro-orm/load-mikro-orm'), async (original) => {
  const real = await original();
  return { loadMikroOrm: vi.fn(real.loadMikroOrm) };
});

const SQL = `
  CREATE TABLE clubs (id integer PRIMARY KEY, name text NOT NULL UNIQUE);
  INSERT INTO clubs VALUES (1, 'Harriers'), (2, 'Velocity');
`;

const DB = `
  import { Kysely, PostgresDialect } from 'kysely';
  import { Pool } from 'pg';
  export const db = new Kysely({ dialect: new PostgresDialect({ pool: new Pool() }) });
`;

const LISTENER: RunListener = { waiting: () => undefined, started: () => undefined, printed: () => undefined };

const pgMem = new PgMemDatabase();
let postgres: Database;
beforeAll(async () => {
  // Loaded here, what they take counts against no test.
  await Promise.all([loadRunner('typescript'), import('kysely')]);
  ({ database: postgres } = await bootPostgres(
    () => import('@electric-sql/pglite'),
    () => readSnapshot(snapshotFile(process.cwd())),
  ));
}, 60_000);
afterAll(() => postgres.close());

async function run(
  code: string,
  own: Partial<RunRequest> = {},
  started: RunListener['started'] = () => undefined,
): Promise<RunReport> {
  const never = (): Promise<never> => Promise.reject(new Error('This test has no such engine.'));
  const report = await execute(
    sampleRequest({
      language: 'typescript',
      code,
      files: { './db': DB },
      dataset: { id: 'clubs', sql: SQL },
      author: 'course',
      ...own,
    }),
    {
      pgMem: () => Promise.resolve(pgMem),
      postgres: () => Promise.resolve(postgres),
      server: never,
      sessions: never,
      python: never,
    },
    { ...LISTENER, started },
    { makeFunction, lockDown: () => undefined },
  );
  expect(parseRunReport(structuredClone(report))).toEqual(report);
  return report;
}

const inWords = ({ trace }: RunReport): readonly string[] => trace.map(({ lane, title }) => `${lane}: ${title}`);

function find({ trace }: RunReport, title: string): TraceEvent {
  const event = trace.find((one) => one.title === title);
  if (!event) throw new Error(`Nothing in the trace is called ${title}.`);
  return event;
}

const QUERY = `
  import { db } from './db';
  console.log(await db.selectFrom('clubs').select('name').where('id', '=', 2).execute());
`;

describe('the trace of a program', { timeout: 30_000 }, () => {
  test.each(['pg-mem', 'postgres'] as const)(
    'a query of Kysely goes down through the layers, on %s',
    async (engine) => {
      const report = await run(QUERY, { engine });
      expect(report.engine).toBe(engine);
      expect(inWords(report)).toEqual([
        'code: Program begins',
        'compiler: SelectQueryNode becomes SQL',
        'engine: Connection is taken',
        'pool: Client is asked for',
        'driver: Client connects',
        'pool: Client is new',
        'pool: Client is handed out',
        'engine: Query is executed',
        'driver: Client sends a query',
        'server: Runs a statement',
        'engine: Connection is given up',
        'pool: Client is given back',
        'code: Prints',
        'code: Program ends',
      ]);
      const sql = 'select "name" from "clubs" where "id" = $1';
      expect(find(report, 'SelectQueryNode becomes SQL').detail).toEqual({
        kind: 'sql',
        sql,
        parameters: ['2'],
        returned: null,
      });
      expect(find(report, 'Query is executed').detail).toMatchObject({ sql, returned: '1 row object' });
      expect(find(report, 'Client sends a query').detail).toMatchObject({
        parameters: ['2'],
        returned: 'SELECT 1: 1 row',
      });
      expect(find(report, 'Runs a statement').detail).toEqual({ kind: 'statement', index: 0 });
      expect(find(report, 'Client is given back').detail).toEqual({
        kind: 'pool',
        total: 1,
        idle: 1,
        waiting: 0,
        max: 1,
      });
      expect(find(report, 'Prints').detail).toEqual({ kind: 'text', text: "[ { name: 'Velocity' } ]" });
      const times = report.trace.map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(find(report, 'Query is executed').took).toBeGreaterThanOrEqual(
        find(report, 'Client sends a query').took ?? NaN,
      );
    },
  );

  test('a query that is compiled and not sent reaches no layer below the compiler', async () => {
    const report = await run(`import { db } from './db'; db.selectFrom('clubs').selectAll().compile();`);
    expect(inWords(report)).toEqual([
      'code: Program begins',
      'compiler: SelectQueryNode becomes SQL',
      'code: Program ends',
    ]);
  });

  test('a transaction keeps one connection, and its BEGIN and COMMIT are sent', async () => {
    const report = await run(
      `import { db } from './db';
      await db.transaction().execute((own) => own.insertInto('clubs').values({ id: 3, name: 'Third' }).execute());`,
      { engine: 'postgres' },
    );
    const sent = report.trace.flatMap(({ title, detail }) =>
      title === 'Query is executed' && detail.kind === 'sql' ? [detail.sql.replace(/ .*/, '')] : [],
    );
    expect(sent).toEqual(['begin', 'insert', 'commit']);
    expect(inWords(report).filter((words) => words === 'engine: Connection is taken')).toHaveLength(1);
  });

  test('who asks a full pool for a client waits until it is given back', async () => {
    const report = await run(`
      import { Pool } from 'pg';
      const pool = new Pool();
      const first = await pool.connect();
      const second = pool.connect();
      first.release();
      (await second).release();
      await pool.end();
    `);
    const pool = report.trace.flatMap(({ lane, title, detail }) =>
      lane === 'pool' && detail.kind === 'pool' ? [[title, detail.total, detail.idle, detail.waiting]] : [],
    );
    expect(pool).toEqual([
      ['Client is asked for', 1, 0, 0],
      ['Client is new', 1, 0, 0],
      ['Client is handed out', 1, 0, 0],
      ['Client is asked for', 1, 0, 1],
      ['Client is given back', 1, 1, 1],
      ['Client is handed out', 1, 0, 0],
      ['Client is given back', 1, 1, 0],
      ['Client is removed', 0, 0, 0],
    ]);
  });

  test("a server's error comes up through the layers to the code", async () => {
    const report = await run(
      `import { db } from './db';
      await db.insertInto('clubs').values({ id: 3, name: 'Velocity' }).execute();`,
      { engine: 'postgres' },
    );
    const failed = report.trace.flatMap(({ lane, error }) => (error === null ? [] : [`${lane}: ${error}`]));
    const message = 'duplicate key value violates unique constraint "clubs_name_key"';
    expect(failed).toEqual([
      `engine: ${message}`,
      `driver: ${message}`,
      `server: ${message}`,
      `code: error: ${message}`,
    ]);
    expect(inWords(report).at(-1)).toBe('code: Program stops with an error');
    expect(report.statements[0]?.result.kind).toBe('error');
    expect(report.outcome).toMatchObject({ kind: 'failed', error: { kind: 'sql', at: { line: 2 } } });
  });

  test('each statement of one text has its own event', async () => {
    const report = await run(`import { Pool } from 'pg'; await new Pool().query('SELECT 1; SELECT 2')`, {
      engine: 'postgres',
    });
    const server = report.trace.filter(({ lane }) => lane === 'server');
    expect(server.map(({ detail }) => detail)).toEqual([
      { kind: 'statement', index: 0 },
      { kind: 'statement', index: 1 },
    ]);
  });

  test('a program that starts again on PostgreSQL leaves nothing of its first attempt', async () => {
    const untrusted = `import { Pool } from 'pg'; await new Pool().query('SELECT pg_backend_pid()')`;
    const report = await run(`${QUERY}\n${untrusted}`);
    expect(report.engine).toBe('postgres');
    const words = inWords(report);
    expect(words.filter((one) => one === 'code: Program begins')).toHaveLength(1);
    expect(words.filter((one) => one === 'compiler: SelectQueryNode becomes SQL')).toHaveLength(1);
    expect(words.filter((one) => one === 'server: Runs a statement')).toHaveLength(2);
  });

  test('is not told where nobody asks for it, and everything else is as it was', async () => {
    const [traced, untraced] = [await run(QUERY), await run(QUERY, { traced: false })];
    expect(traced.trace).not.toEqual([]);
    expect(untraced).toMatchObject({ trace: [], traceCut: false, output: traced.output });
    expect(untraced.statements.map(({ sql, result }) => [sql, result])).toEqual(
      traced.statements.map(({ sql, result }) => [sql, result]),
    );
  });

  test('a call of a function is an event', async () => {
    const report = await run(`export const double = (n: number) => 2 * n;`, {
      evaluation: { kind: 'call', name: 'double', args: [21] },
    });
    expect(find(report, 'Function is called').detail).toEqual({ kind: 'text', text: 'double(21)' });
  });
});

test('SQL speaks to the server itself: it has no trace', async () => {
  const report = await run('SELECT 1; SELECT 2', { language: 'sql' });
  expect(report.statements).toHaveLength(2);
  expect(report).toMatchObject({ trace: [], traceCut: false });
});

test('a large library is loaded before the program’s time begins', { timeout: 60_000 }, async () => {
  const loadedAtStart: boolean[] = [];
  const report = await run("import { MikroORM } from '@mikro-orm/postgresql';", { engine: 'postgres' }, () => {
    loadedAtStart.push(vi.mocked(loadMikroOrm).mock.settledResults.some(({ type }) => type === 'fulfilled'));
  });
  expect(report.outcome).toEqual({ kind: 'completed' });
  expect(loadedAtStart).toEqual([true]);
});

test('a library that a program only speaks of is not loaded: its worker may be one that cannot', async () => {
  vi.mocked(loadMikroOrm).mockClear();
  const report = await run('// Nothing of @mikro-orm/postgresql is needed here.', { engine: 'postgres' });
  expect(report.outcome).toEqual({ kind: 'completed' });
  expect(loadMikroOrm).not.toHaveBeenCalled();
});
