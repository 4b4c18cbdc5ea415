import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RealPostgres, startRealPostgres } from '../../lib/real-postgres';
import { MODULES, runStepsHere, runStepsThere } from './run-steps';
import type { StepReport } from './step-report';

/** Fewer would mean that steps got lost. */
const LEAST_STEPS = 180;

let server: RealPostgres;
let here: Map<string, StepReport>;
let there: Map<string, StepReport>;

beforeAll(async () => {
  server = await startRealPostgres();
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  await admin.query('CREATE DATABASE athleticu');
  await admin.end();
  [here, there] = await Promise.all([runStepsHere(MODULES), runStepsThere(MODULES, server)]);
  console.log(`${String(there.size)} steps with the real psycopg2 and server, ${String(here.size)} with ours.`);
}, 900_000);
afterAll(() => server.stop());

describe('our psycopg2 beside the embedded PostgreSQL does what the real one does with a real server', () => {
  test('all steps ran in both places', () => {
    expect([...here.keys()]).toEqual([...there.keys()]);
    expect(there.size).toBeGreaterThanOrEqual(LEAST_STEPS);
  });

  test.each(MODULES)('the steps of %s give, print and raise the same', (module) => {
    const of = (reports: Map<string, StepReport>): StepReport[] =>
      [...reports.values()].filter(({ step }) => step.startsWith(`${module}.`));
    expect(of(here)).toEqual(of(there));
  });
});
