// What pg-mem is known to get wrong never reaches anybody: PostgreSQL gives the answer.
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeFunction } from '../../src/core/make-function';
import type { RunReport } from '../../src/core/run-report';
import { sampleRequest } from '../../src/core/testing/sample-request';
import { readCourse } from '../../src/plugin/read-course';
import { execute, noPython } from '../../src/worker/execute';
import { PG_MEM_MISTAKES } from '../lib/pg-mem-mistakes';
import { type ComparedEngines, startEngines } from './engines';

describe('what pg-mem gets wrong', { timeout: 120_000 }, () => {
  const dataset = readCourse(path.resolve('.')).datasets.get('club') ?? { id: 'club', sql: '' };
  let compared: ComparedEngines;
  beforeAll(async () => {
    compared = await startEngines();
  }, 120_000);
  afterAll(() => compared.close());

  const run = (code: string, engine: 'auto' | 'server'): Promise<RunReport> =>
    execute(
      sampleRequest({ code, dataset, engine }),
      {
        pgMem: () => Promise.resolve(compared.pgMem),
        postgres: () => Promise.resolve(compared.postgres),
        server: () => Promise.resolve(compared.server),
        sessions: () => Promise.resolve(compared.sessions),
        python: noPython,
      },
      { waiting: () => undefined, started: () => undefined, printed: () => undefined },
      { makeFunction, lockDown: () => undefined },
    );

  test.each(PG_MEM_MISTAKES)('%s', async (_name, sql) => {
    const [asked, real] = [await run(sql, 'auto'), await run(sql, 'server')];
    const results = (report: RunReport): unknown =>
      report.statements.map(({ sql: sent, result }) => ({ sent, result }));
    expect(real.statements.length).toBeGreaterThan(0);
    expect(results(asked)).toEqual(results(real));
    expect(asked.outcome).toEqual(real.outcome);
  });
});
