import { afterEach, describe, expect, test } from 'vitest';
import type { RunReport, RunRequest } from '../../core/run-report';
import { sampleRequest } from '../../core/testing/sample-request';
import { startNodeWorkers } from '../node/start-node-workers';
import { RunClient } from './run-client';
import type { WorkerHandle } from './workers';

const DATASET = { id: 'one', sql: 'CREATE TABLE t (n integer); INSERT INTO t VALUES (1);' };
const SLOW = 'SELECT count(*) FROM generate_series(1, 100000000000)';

let clients: RunClient[] = [];
afterEach(() => {
  for (const client of clients) client.close();
  clients = [];
});

/** A client with real workers; `databases` are the workers that hold PostgreSQL, in the order of their start. */
function open(limitMs?: number): { readonly client: RunClient; readonly databases: WorkerHandle[] } {
  const workers = startNodeWorkers(process.cwd());
  const databases: WorkerHandle[] = [];
  const client = new RunClient(
    {
      ...workers,
      startPostgres: () => {
        const handle = workers.startPostgres();
        databases.push(handle);
        return handle;
      },
    },
    limitMs,
  );
  clients.push(client);
  return { client, databases };
}

function sql(code: string, own: Partial<RunRequest> = {}): RunRequest {
  return sampleRequest({ code, dataset: DATASET, ...own });
}

function typescript(code: string, own: Partial<RunRequest> = {}): RunRequest {
  return sql(code, { language: 'typescript', ...own });
}

function printed({ output }: RunReport): string {
  return output.map(({ text }) => text).join('\n');
}

describe('RunClient', () => {
  test('asks PostgreSQL alone once it is there', { timeout: 60_000 }, async () => {
    const { client } = open();
    expect((await client.run(sql('SELECT n FROM t'))).engine).toBe('pg-mem');
    expect((await client.run(sql('SELECT n::text FROM t'))).engine).toBe('postgres');
    expect((await client.run(sql('SELECT n FROM t'))).engine).toBe('postgres');
  });

  test(
    'a runaway statement is stopped, and whoever waited for PostgreSQL gets a new one',
    { timeout: 60_000 },
    async () => {
      const { client, databases } = open(1_000);
      // Leaves a worker idle that has a line to PostgreSQL.
      await client.run(sql('SELECT count(*) FROM t', { author: 'course' }));
      const stopped = await client.run(typescript(`import { Pool } from 'pg'; await new Pool().query('${SLOW}');`));
      expect(stopped.outcome).toEqual({ kind: 'timed-out', limitMs: 1_000 });
      const next = await client.run(sql('SELECT count(*) FROM t', { engine: 'postgres' }));
      expect(next.outcome).toEqual({ kind: 'completed' });
      expect(databases).toHaveLength(2);
    },
  );

  test(
    'a PostgreSQL that dies ends the run that it was answering, and the next run has a new one',
    {
      timeout: 60_000,
    },
    async () => {
      const { client, databases } = open();
      await client.run(sql('SELECT count(*) FROM t', { engine: 'postgres' }));
      const report = await client.run(sql(SLOW, { engine: 'postgres' }), {
        onPhase: ({ kind }) => {
          if (kind === 'running') databases[0]?.terminate();
        },
      });
      expect(report.outcome.kind).toBe('engine-failed');
      const next = await client.run(sql('SELECT count(*) FROM t', { engine: 'postgres' }));
      expect(next.outcome).toEqual({ kind: 'completed' });
    },
  );

  test('a program that takes all memory is stopped, and the next run works', { timeout: 60_000 }, async () => {
    const { client } = open(30_000);
    const grow = typescript("console.log('begins'); const all = []; for (;;) all.push(new Array(1e6).fill(1));");
    const report = await client.run(grow);
    expect(report.outcome).toEqual({ kind: 'out-of-memory' });
    expect(printed(report)).toBe('begins');
    expect(printed(await client.run(typescript('console.log(6 * 7);')))).toBe('42');
  });

  test('what a program leaves behind is gone, for itself and for the course', { timeout: 60_000 }, async () => {
    const { client } = open();
    const leave = "Reflect.set(Array.prototype, 'left', 'here');";
    const look = "console.log(Reflect.get([], 'left') ?? 'clean');";
    await client.run(typescript(leave));
    expect(printed(await client.run(typescript(look)))).toBe('clean');
    await client.run(typescript(leave), { session: {} });
    expect(printed(await client.run(typescript(look, { author: 'course' })))).toBe('clean');
  });

  test(
    'runs of one program in one session share a worker, with other programs and sessions they do not',
    {
      timeout: 60_000,
    },
    async () => {
      const { client } = open();
      const count = "const n = Number(Reflect.get(Array, 'n') ?? 0) + 1; Reflect.set(Array, 'n', n); console.log(n);";
      const session = {};
      expect(printed(await client.run(typescript(count), { session }))).toBe('1');
      await client.run(typescript('console.log(1);', { author: 'course' }), { session });
      expect(printed(await client.run(typescript(count), { session }))).toBe('2');
      expect(printed(await client.run(typescript(`${count} `), { session }))).toBe('1');
      expect(printed(await client.run(typescript(count), { session: {} }))).toBe('1');
      expect(printed(await client.run(typescript(count)))).toBe('1');
    },
  );

  test(
    'a worker that PostgreSQL alone answered is not asked for pg-mem once PostgreSQL is gone',
    { timeout: 60_000 },
    async () => {
      const { client } = open(2_000);
      const program = typescript(`import { Pool } from 'pg';
      await new Pool().query('SELECT n FROM t');
      const n = Number(Reflect.get(Array, 'n') ?? 0) + 1; Reflect.set(Array, 'n', n); console.log(n);`);
      const session = {};
      await client.loadPostgres();
      const first = await client.run(program, { session });
      expect([first.engine, printed(first)]).toEqual(['postgres', '1']);
      expect((await client.run(sql(SLOW))).outcome.kind).toBe('timed-out');
      // Its scope is locked, so that it could not load pg-mem: the program begins in another one.
      const next = await client.run(program, { session });
      expect([next.engine, printed(next)]).toEqual(['pg-mem', '1']);
      expect(printed(await client.run(program, { session }))).toBe('2');
    },
  );

  test('transactions hold across calls, from the first run on', { timeout: 60_000 }, async () => {
    const program = typescript(`
      import { Client } from 'pg';
      const client = new Client();
      await client.connect();
      const show = async () => {
        try {
          console.log((await client.query('SELECT n FROM t ORDER BY n')).rows.map(({ n }) => n).join(' '));
        } catch (error) {
          console.log(error.code);
        }
      };
      await show();
      await client.query('BEGIN');
      await client.query('INSERT INTO t VALUES (2)');
      await show();
      await client.query('ROLLBACK');
      await show();
      await client.query('BEGIN');
      await client.query('INSERT INTO t VALUES (3)');
      await client.query('SAVEPOINT here');
      await client.query('INSERT INTO t VALUES (4)');
      await client.query('ROLLBACK TO here');
      await client.query('COMMIT');
      await show();
      await client.query('BEGIN');
      await client.query('DELETE FROM t');
      await client.query('SELECT nonsense').catch(() => undefined);
      await show();
      console.log((await client.query('COMMIT')).command);
      await show();
      await client.query('BEGIN');
      await client.query('DELETE FROM t');
    `);
    const { client } = open();
    for (let i = 0; i < 2; i++) {
      const report = await client.run(program);
      expect(report.outcome).toEqual({ kind: 'completed' });
      expect(report.engine).toBe('postgres');
      expect(printed(report).split('\n')).toEqual(['1', '1 2', '1', '1 3', '25P02', 'ROLLBACK', '1 3']);
    }
    // What the program left open is not there for whoever comes next.
    expect(
      printed(
        await client.run(
          typescript(`import { Pool } from 'pg';
      console.log((await new Pool().query('SELECT count(*)::int AS n FROM t')).rows[0].n);`),
        ),
      ),
    ).toBe('1');
  });
});
