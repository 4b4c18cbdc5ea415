// The real pg-pool over a server that a program can break.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database, StatementResult } from '../../../core/database';
import type { TraceEvent } from '../../../core/layer-trace';
import { makeFunction } from '../../../core/make-function';
import type { RunError } from '../../../core/run-report';
import { splitStatements } from '../../../core/statements';
import { sampleRequest } from '../../../core/testing/sample-request';
import { RecordingDatabase } from '../../language-runner';
import { TraceRecorder } from '../../trace-recorder';
import { runTypeScript } from '../run-typescript';

/** What was sent to the database, in order. */
let sent: string[] = [];

/** A database that knows how a server answers, by the first word of each statement. */
const database: Database = {
  engine: 'postgres',
  exec: async (sql) => {
    sent.push(sql);
    await new Promise((resolve) => setTimeout(resolve, 1));
    return splitStatements(sql).map(({ words: [tag = ''] }): StatementResult => {
      return tag === 'SELECT'
        ? { kind: 'rows', tag: 'SELECT 0', columns: [], rows: [], rowCount: 0, notices: [] }
        : { kind: 'command', tag, notices: [] };
    });
  },
  reset: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

interface Ran {
  readonly lines: readonly string[];
  readonly error: RunError | null;
  readonly trace: readonly TraceEvent[];
  /** The statements that the program itself sent. */
  readonly statements: readonly string[];
}

async function run(body: string): Promise<Ran> {
  sent = [];
  const lines: string[] = [];
  const recording = new RecordingDatabase(database);
  const trace = new TraceRecorder();
  const code = `
    import { Client, Pool } from 'pg';
    import { server } from 'athleticu/server';
    const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    const told = (error) => console.log([error.code, error.message].filter(Boolean).join(' '));
    const counts = (pool) => console.log(pool.totalCount, pool.idleCount, pool.waitingCount);
    ${body}`;
  const end = await runTypeScript(
    sampleRequest({ language: 'typescript', code, engine: 'postgres', author: 'course' }),
    {
      database: recording,
      print: ({ text }) => lines.push(text),
      makeFunction,
      server: null,
      python: null,
      lockDown: () => undefined,
      trace,
    },
  );
  const error = end.kind === 'failed' ? end.error : null;
  return { lines, error, trace: trace.events, statements: recording.statements.map(({ sql }) => sql) };
}

// vitest would take the errors that these programs leave uncaught for its own.
let vitests: NodeJS.UncaughtExceptionListener[] = [];
beforeEach(async () => {
  await run('');
  vitests = process.listeners('uncaughtException').filter(({ name }) => name !== 'stray');
  for (const listener of vitests) process.off('uncaughtException', listener);
});
afterEach(() => {
  for (const listener of vitests) process.on('uncaughtException', listener);
});

describe('a pool', () => {
  test('uses a client again that was given back, and makes a new one only when all are in use', async () => {
    const { lines, error } = await run(`
      const pool = new Pool({ max: 2 });
      const first = await pool.connect();
      const pid = first.processID;
      first.release();
      const again = await pool.connect();
      const other = await pool.connect();
      console.log(again.processID === pid, other.processID === pid, server.connections);
      counts(pool);
      again.release();
      other.release();
      counts(pool);
      await pool.end();
      console.log(server.connections);
    `);
    expect(error).toBe(null);
    expect(lines).toEqual(['true false 2', '2 0 0', '2 2 0', '0']);
  });

  test('has whoever comes when all are in use wait, in order, but not for ever', async () => {
    const { lines } = await run(`
      const pool = new Pool({ max: 1, connectionTimeoutMillis: 50 });
      const first = await pool.connect();
      const second = pool.connect().then((client) => { console.log('second'); return client; });
      const third = pool.connect().catch(told);
      counts(pool);
      await pause(10);
      first.release();
      await second;
      await third;
      counts(pool);
    `);
    expect(lines).toEqual(['1 0 2', 'second', 'timeout exceeded when trying to connect', '1 0 0']);
  });

  test('closes a client that nobody used for a while', async () => {
    const { lines } = await run(`
      const pool = new Pool({ idleTimeoutMillis: 10 });
      pool.on('remove', () => console.log('removed'));
      await pool.query('SELECT 1');
      counts(pool);
      await pause(40);
      counts(pool);
    `);
    expect(lines).toEqual(['1 1 0', 'removed', '0 0 0']);
  });

  test('has one client unless it is told otherwise', async () => {
    expect((await run(`console.log(new Pool().options.max, new Pool({ max: 3 }).options.max);`)).lines).toEqual([
      '1 3',
    ]);
  });
});

describe('a server that fails', () => {
  test('drops an idle client: the pool says so, and makes a new one', async () => {
    const { lines, trace } = await run(`
      const pool = new Pool();
      pool.on('error', told);
      await pool.query('SELECT 1');
      await server.terminateConnections();
      counts(pool);
      await pool.query('SELECT 2');
      counts(pool);
    `);
    expect(lines).toEqual(['57P01 terminating connection due to administrator command', '0 0 0', '1 1 0']);
    const lost = trace.filter(({ title }) => title.includes('lost')).map(({ lane, title }) => `${lane}: ${title}`);
    expect(lost).toEqual(['driver: Connection is lost', 'pool: An idle client has lost its connection']);
  });

  test('has each client hear once that its connection ended, whoever ended it', async () => {
    const { lines } = await run(`
      const pool = new Pool();
      pool.on('error', () => undefined);
      const client = await pool.connect();
      client.on('end', () => console.log('end'));
      client.release();
      await server.terminateConnections();
      await pause(5);
      await pool.query('SELECT 1');
      await pool.end();
    `);
    expect(lines).toEqual(['end']);
  });

  test('ends a program whose pool nobody listens to', async () => {
    const { error } = await run(`
      await new Pool().query('SELECT 1');
      await server.terminateConnections();
    `);
    expect(error).toMatchObject({ kind: 'sql', error: { sqlstate: '57P01', severity: 'FATAL' } });
  });

  test('drops a client in use: it hears of it, is not queryable, and its transaction is undone', async () => {
    const { lines, statements } = await run(`
      const pool = new Pool();
      const client = await pool.connect();
      client.on('error', told);
      await client.query('BEGIN');
      await server.terminateConnections();
      await client.query('SELECT 1').catch(told);
      client.release();
      await pool.query('SELECT 2');
      counts(pool);
    `);
    expect(lines).toEqual([
      '57P01 terminating connection due to administrator command',
      'Connection terminated unexpectedly',
      'Client has encountered a connection error and is not queryable',
      '1 1 0',
    ]);
    expect(statements).toEqual(['BEGIN', 'SELECT 2']);
    expect(sent).toEqual(['BEGIN', 'ROLLBACK', 'SELECT 2']);
  });

  test('that is stopped refuses whoever connects, until it is started', async () => {
    const { lines } = await run(`
      const pool = new Pool();
      await server.stop();
      await pool.query('SELECT 1').catch(told);
      counts(pool);
      server.start();
      await pool.query('SELECT 1');
      counts(pool);
    `);
    expect(lines).toEqual(['ECONNREFUSED connect ECONNREFUSED 127.0.0.1:5432', '0 0 0', '1 1 0']);
  });

  test('has only so many connections', async () => {
    const { lines } = await run(`
      server.maxConnections = 1;
      const one = new Pool();
      await one.query('SELECT 1');
      await new Pool().query('SELECT 1').catch(told);
      await one.end();
      await new Pool().query('SELECT 1');
      console.log(server.connections);
    `);
    expect(lines).toEqual(['53300 sorry, too many clients already', '1']);
  });

  test('that is slow is waited for, but not longer than the pool says', async () => {
    const { lines } = await run(`
      server.connectDelay = 40;
      new Pool().query('SELECT 1').then(() => console.log('answered'));
      await new Pool({ connectionTimeoutMillis: 10 }).connect().catch((error) => { told(error); told(error.cause); });
      await pause(60);
      console.log(server.connections);
    `);
    expect(lines).toEqual([
      'Connection terminated due to connection timeout',
      'Connection terminated',
      'answered',
      '1',
    ]);
  });
});

describe('the one session of the server', () => {
  test('is shared by turns, and never within another client’s transaction', async () => {
    const { lines } = await run(`
      const pool = new Pool({ max: 2 });
      const [one, two] = [await pool.connect(), await pool.connect()];
      await Promise.all([one.query('SELECT 1'), two.query('SELECT 2')]);
      // Nobody waits for it: the next one is refused all the same.
      const begun = one.query('BEGIN');
      await two.query('SELECT 3').catch((error) => console.log(error.message.split(':')[0]));
      await begun;
      await one.query('SAVEPOINT s');
      await one.query('ROLLBACK TO SAVEPOINT s');
      await two.query('SELECT 4').catch(() => console.log('still open'));
      await one.query('COMMIT');
      await two.query('SELECT 5');
    `);
    expect(lines).toEqual([
      'another client of this program has a transaction open, and the PostgreSQL in here serves one session at a time',
      'still open',
    ]);
    expect(sent).toEqual([
      'SELECT 1',
      'SELECT 2',
      'BEGIN',
      'SAVEPOINT s',
      'ROLLBACK TO SAVEPOINT s',
      'COMMIT',
      'SELECT 5',
    ]);
  });

  test('goes on to the next client when a text of several statements ends its transaction', async () => {
    const { error, lines } = await run(`
      const pool = new Pool({ max: 2 });
      const [one, two] = [await pool.connect(), await pool.connect()];
      await one.query('BEGIN; SAVEPOINT s; ROLLBACK TO s; COMMIT');
      await two.query('SELECT 1');
      await one.query('BEGIN; ROLLBACK AND CHAIN');
      await two.query('SELECT 2').catch(() => console.log('still open'));
      await one.query("-- to the end\\nROLLBACK");
      await two.query('SELECT 3');
    `);
    expect(error).toBe(null);
    expect(lines).toEqual(['still open']);
  });

  test('ends the transaction of a client that closes in the middle of it', async () => {
    const { error } = await run(`
      const client = new Client();
      await client.connect();
      await client.query('BEGIN');
      await client.end();
      await new Pool().query('SELECT 1');
    `);
    expect(error).toBe(null);
    expect(sent).toEqual(['BEGIN', 'ROLLBACK', 'SELECT 1']);
  });
});
