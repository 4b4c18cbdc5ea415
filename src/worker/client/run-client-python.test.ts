import { afterEach, expect, test } from 'vitest';
import { makeFunction } from '../../core/make-function';
import type { RunReport, RunRequest } from '../../core/run-report';
import { sampleRequest } from '../../core/testing/sample-request';
import { bootPostgres } from '../../engine/postgres';
import { snapshotFile } from '../../engine/snapshot/ensure-snapshot';
import { readSnapshot } from '../../engine/snapshot/read-snapshot';
import { nodePython } from '../../languages/python/setup/node-python';
import { channelOf } from '../channel';
import { startNodeWorkers } from '../node/start-node-workers';
import { openPython } from '../open-python';
import { serveRuns } from '../run-service';
import { RunClient } from './run-client';
import type { WorkerHandle } from './workers';

/** Two Pythons start in here, each in some seconds, and in many more on a machine that is busy. */
const TIMEOUT = 600_000;

const clients: RunClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

/** A client with real workers. @param started hears of each Python that starts */
function open(limitMs: number, started: () => void = () => undefined): RunClient {
  const workers = startNodeWorkers(process.cwd());
  const client = new RunClient(
    {
      ...workers,
      startPython: () => {
        started();
        return workers.startPython();
      },
    },
    limitMs,
  );
  clients.push(client);
  return client;
}

/** A Python in this thread, whose packages can be had only at times. */
function startPythonHere(isOnline: () => boolean): WorkerHandle {
  const root = process.cwd();
  const parts = nodePython(root, () => import('pyodide'));
  const { port1, port2 } = new MessageChannel();
  serveRuns(channelOf(port2), { makeFunction, lockDown: () => undefined }, () =>
    openPython(
      () =>
        bootPostgres(
          () => import('@electric-sql/pglite'),
          () => readSnapshot(snapshotFile(root)),
        ),
      {
        ...parts,
        readArchive: (name) =>
          isOnline() ? parts.readArchive(name) : Promise.reject(new Error(`${name}: are you offline?`)),
      },
    ),
  );
  return {
    ...channelOf(port1),
    onFailure: () => undefined,
    terminate: () => {
      port1.close();
    },
  };
}

function python(code: string, author: RunRequest['author'] = 'learner'): RunRequest {
  return sampleRequest({ language: 'python', code, author });
}

function printed({ output }: RunReport): string {
  return output.map(({ text }) => text).join('\n');
}

test('an endless loop is stopped, with what it printed, and the next program runs', { timeout: TIMEOUT }, async () => {
  const client = open(2_000);
  const report = await client.run(python('print("begun")\nwhile True: pass'));
  expect(report.outcome).toEqual({ kind: 'timed-out', limitMs: 2_000 });
  expect(printed(report)).toBe('begun');
  const next = await client.run(
    python('import psycopg2\npsycopg2.connect("").cursor().execute("SELECT 1")\nprint("fine")'),
  );
  expect(next).toMatchObject({ outcome: { kind: 'completed' }, engine: 'postgres' });
  expect(printed(next)).toBe('fine');
});

test('one Python runs a learner’s programs, and another one the course’s', { timeout: TIMEOUT }, async () => {
  let count = 0;
  const client = open(30_000, () => count++);
  await client.run(python('import sys; sys.spoilt = True'));
  const same = await client.run(python('import sys\nprint(hasattr(sys, "spoilt"))'));
  const other = await client.run(python('import sys\nprint(hasattr(sys, "spoilt"))', 'course'));
  expect([printed(same), printed(other), count]).toEqual(['True', 'False', 2]);
});

test('what each layer did is told where somebody asks for it, and nowhere else', { timeout: TIMEOUT }, async () => {
  const client = open(30_000);
  const program = python(
    `
    from sqlalchemy import create_engine, text
    from sqlalchemy.orm import Session
    with Session(create_engine("postgresql+psycopg2://")) as session:
        print(session.scalar(text("SELECT 7 * 6")))
    1 / 0`.replaceAll(/^ {4}/gm, ''),
  );
  const [traced, untraced] = [await client.run(program), await client.run({ ...program, traced: false })];
  expect(new Set(traced.trace.map(({ lane }) => lane))).toContain('orm');
  expect(printed(untraced)).toBe('42');
  const { output, outcome, statements } = traced;
  expect(untraced).toMatchObject({ trace: [], traceCut: false, output, outcome });
  expect(untraced.statements.map(({ sql }) => sql)).toEqual(statements.map(({ sql }) => sql));
});

test('output without end is cut, and pg-mem does not speak to Python', { timeout: TIMEOUT }, async () => {
  const client = open(30_000);
  const report = await client.run(python('for n in range(100_000): print(n)'));
  expect(report).toMatchObject({ outcome: { kind: 'completed' }, outputCut: true });
  expect(report.output).toHaveLength(1_000);
  expect((await client.run({ ...python('print(1)'), engine: 'pg-mem' })).outcome).toMatchObject({
    kind: 'engine-failed',
  });
});

test('a package that cannot be had is no reason to give a Python up', { timeout: TIMEOUT }, async () => {
  let online = false;
  let count = 0;
  const client = new RunClient({
    ...startNodeWorkers(process.cwd()),
    startPython: () => {
      count++;
      return startPythonHere(() => online);
    },
  });
  clients.push(client);
  const program = 'import sqlalchemy\nprint(sqlalchemy.__name__)';
  await client.run(python('import sys; sys.spoilt = True'));
  const without = await client.run(python(program));
  expect(without.outcome).toEqual({ kind: 'not-loaded', message: 'sqlalchemy: are you offline?' });
  expect(printed(await client.run(python('import sys\nprint(hasattr(sys, "spoilt"))')))).toBe('True');
  online = true;
  expect(printed(await client.run(python(program)))).toBe('sqlalchemy');
  expect(count).toBe(1);
});

test.each([
  ['at once', 'bytearray(600 * 2**20)'],
  ['in small pieces', 'kept = []\nwhile True: kept.append([1] * 1000)'],
])(
  'a program that takes all memory %s has that outcome, and the next one runs',
  { timeout: TIMEOUT },
  async (_how, code) => {
    const client = open(120_000);
    const report = await client.run(python(`print("begun")\n${code}`));
    expect(report.outcome).toEqual({ kind: 'out-of-memory' });
    expect(printed(report)).toBe('begun');
    expect(printed(await client.run(python('print(6 * 7)')))).toBe('42');
  },
);
