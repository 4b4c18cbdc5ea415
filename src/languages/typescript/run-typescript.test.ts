import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../core/database';
import type { OutputLine } from '../../core/run-report';
import { type ProgramEnd, RecordingDatabase } from '../language-runner';
import { TraceRecorder } from '../trace-recorder';
import { sampleRequest } from '../../core/testing/sample-request';
import { makeFunction } from '../../core/make-function';
import { runTypeScript } from './run-typescript';

const database: Database = {
  engine: 'postgres',
  exec: async () => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    return [{ kind: 'rows', tag: 'SELECT 1', columns: [], rows: [], rowCount: 0, notices: [] }];
  },
  reset: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

async function run(code: string): Promise<{ end: ProgramEnd; output: string[]; statements: number }> {
  const output: OutputLine[] = [];
  const recording = new RecordingDatabase(database);
  const end = await runTypeScript(
    sampleRequest({ language: 'typescript', code, engine: 'postgres', author: 'course' }),
    {
      database: recording,
      print: (line) => output.push(line),
      makeFunction,
      server: null,
      python: null,
      lockDown: () => undefined,
      trace: new TraceRecorder(),
    },
  );
  return { end, output: output.map(({ text }) => text), statements: recording.statements.length };
}

// vitest would take the errors that these programs leave uncaught for its own.
const EVENTS = ['unhandledRejection', 'uncaughtException'] as const;
const vitests = new Map<string, NodeJS.UncaughtExceptionListener[]>();
beforeEach(async () => {
  await run('');
  for (const event of EVENTS) {
    const all = process.listeners(event as 'uncaughtException');
    vitests.set(
      event,
      all.filter(({ name }) => name !== 'stray'),
    );
    for (const listener of vitests.get(event) ?? []) process.off(event, listener);
  }
});
afterEach(() => {
  for (const event of EVENTS) for (const listener of vitests.get(event) ?? []) process.on(event, listener);
});

test('a query that nobody waits for is sent, and what follows it happens', async () => {
  const { end, output, statements } = await run(`
    import { Pool } from 'pg';
    new Pool().query('SELECT 1').then(() => console.log('answered'));
    console.log('last line');
  `);
  expect(end).toMatchObject({ kind: 'completed' });
  expect(output).toEqual(['last line', 'answered']);
  expect(statements).toBe(1);
});

test('a timer is waited for', async () => {
  expect((await run(`setTimeout(console.log, 5, 'late'); console.log('early');`)).output).toEqual(['early', 'late']);
});

test('an interval that is cleared ends', async () => {
  const { output } = await run(`
    let n = 0;
    const ticking = setInterval(() => { console.log(++n); if (n === 2) clearInterval(ticking); }, 1);
  `);
  expect(output).toEqual(['1', '2']);
});

test('a rejection that nobody handles ends the program with its error', async () => {
  const { end } = await run(`Promise.reject(new TypeError('lost'));`);
  expect(end).toMatchObject({ kind: 'failed', error: { kind: 'exception', name: 'TypeError', message: 'lost' } });
});

test('what a timer throws ends the program with its error and its place', async () => {
  const { end } = await run(`\nsetTimeout(() => {\n  throw new Error('in a timer');\n}, 1);`);
  expect(end).toMatchObject({ kind: 'failed', error: { message: 'in a timer', at: { line: 3 } } });
});

test('a thrown object is shown', async () => {
  expect((await run(`throw { code: 1 };`)).end).toMatchObject({ error: { message: 'the code threw { code: 1 }' } });
});

test('who waits for a second connection is told so before the time limit', { timeout: 20_000 }, async () => {
  const { end } = await run(`
    import { Pool } from 'pg';
    const pool = new Pool();
    await pool.connect();
    await pool.connect();
  `);
  expect(end).toMatchObject({ error: { message: 'timeout exceeded when trying to connect', at: { line: 5 } } });
});
