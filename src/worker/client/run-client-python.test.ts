import { afterEach, expect, test } from 'vitest';
import type { RunReport, RunRequest } from '../../core/run-report';
import { sampleRequest } from '../../core/testing/sample-request';
import { startNodeWorkers } from '../node/start-node-workers';
import { RunClient } from './run-client';

/** Two Pythons start in here, each in some seconds, and in many more on a machine that is busy. */
const TIMEOUT = 600_000;

const clients: RunClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

/** A client with real workers. @param started hears of each Python that starts */
function open(limitMs: number, started: () => void = () => undefined): RunClient {
  const workers = startNodeWorkers(process.cwd());
  const { startPython } = workers;
  if (!startPython) throw new Error('Node runs Python.');
  const client = new RunClient(
    {
      ...workers,
      startPython: () => {
        started();
        return startPython();
      },
    },
    limitMs,
  );
  clients.push(client);
  return client;
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

test('output without end is cut, and pg-mem does not speak to Python', { timeout: TIMEOUT }, async () => {
  const client = open(30_000);
  const report = await client.run(python('for n in range(100_000): print(n)'));
  expect(report).toMatchObject({ outcome: { kind: 'completed' }, outputCut: true });
  expect(report.output).toHaveLength(1_000);
  expect((await client.run({ ...python('print(1)'), engine: 'pg-mem' })).outcome).toMatchObject({
    kind: 'engine-failed',
  });
});
