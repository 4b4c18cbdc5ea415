import { afterEach, expect, test } from 'vitest';
import type { Verdict } from '../../core/check-report';
import type { StatementResult } from '../../core/database';
import { emptyReport, type RunReport } from '../../core/run-report';
import { sampleRequest } from '../../core/testing/sample-request';
import { startNodeWorkers } from '../node/start-node-workers';
import { confirmCheck, confirmRun } from './ask-postgres';
import { RunClient } from './run-client';
import type { WorkerHandle } from './workers';

const DATASET = { id: 'one', sql: 'CREATE TABLE t (n integer); INSERT INTO t VALUES (1), (2);' };
const REQUEST = sampleRequest({ code: 'SELECT n FROM t', dataset: DATASET });

let client: RunClient | null = null;
afterEach(() => client?.close());

function open(): RunClient {
  return (client = new RunClient(startNodeWorkers(process.cwd())));
}

/** A client in whose place PostgreSQL cannot be had. */
function offline(): RunClient {
  const workers = startNodeWorkers(process.cwd());
  return (client = new RunClient({
    ...workers,
    startPostgres: (): WorkerHandle => {
      throw new Error('Are you offline?');
    },
  }));
}

/** A report as if pg-mem had given these rows. */
function answered(...cells: readonly string[]): RunReport {
  const result: StatementResult = {
    kind: 'rows',
    tag: `SELECT ${cells.length}`,
    columns: [{ name: 'n', type: 'integer', oid: 23 }],
    rows: cells.map((cell) => [cell]),
    rowCount: cells.length,
    notices: [],
  };
  const statements = [{ sql: REQUEST.code, parameters: [], result, ms: 1 }];
  return { ...emptyReport({ kind: 'completed' }), engine: 'pg-mem', statements };
}

test('PostgreSQL confirms what pg-mem really answers', { timeout: 60_000 }, async () => {
  const runs = open();
  const first = await runs.run(REQUEST);
  expect(first.engine).toBe('pg-mem');
  expect(await confirmRun(runs, REQUEST, first, {})).toEqual({ ...first, lastWord: { kind: 'same' } });
});

test('PostgreSQL’s answer replaces one that differs, which is kept', { timeout: 60_000 }, async () => {
  const first = answered('1', '3');
  const last = await confirmRun(open(), REQUEST, first, {});
  expect(last.engine).toBe('postgres');
  expect(last.statements[0]?.result).toMatchObject({ rows: [['1'], ['2']] });
  expect(last.lastWord).toEqual({ kind: 'different', first });
});

test('where PostgreSQL cannot be had, the answer stands and says so', async () => {
  const last = await confirmRun(offline(), REQUEST, answered('1'), {});
  expect(last).toEqual({ ...answered('1'), lastWord: { kind: 'unheard', reason: 'Are you offline?' } });
});

test('who stops it keeps the first answer', { timeout: 60_000 }, async () => {
  const runs = open();
  const stopped = AbortSignal.abort();
  expect(await confirmRun(runs, REQUEST, answered('1'), { signal: stopped })).toEqual(answered('1'));
});

test('a verdict is confirmed, or replaced', { timeout: 60_000 }, async () => {
  const runs = open();
  const passed: Verdict = { verdict: 'passed', tests: [], engines: ['pg-mem'], lastWord: null };
  const failed: Verdict = { verdict: 'failed', tests: [], engines: ['postgres'], lastWord: null };
  const again = (report: Verdict) => () => Promise.resolve(report);
  expect(await confirmCheck(runs, again({ ...passed, engines: ['postgres'] }), passed, {})).toEqual({
    ...passed,
    engines: ['pg-mem', 'postgres'],
    lastWord: { kind: 'same' },
  });
  expect(await confirmCheck(runs, again(failed), passed, {})).toEqual({
    ...failed,
    lastWord: { kind: 'different', first: passed },
  });
});
