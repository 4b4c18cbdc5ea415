import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import path from 'node:path';
import { bootPostgres } from '../../../src/engine/postgres';
import { snapshotFile } from '../../../src/engine/snapshot/ensure-snapshot';
import { readSnapshot } from '../../../src/engine/snapshot/read-snapshot';
import { nodePython } from '../../../src/languages/python/setup/node-python';
import { TraceRecorder } from '../../../src/languages/trace-recorder';
import { openPython } from '../../../src/worker/open-python';
import type { RealPostgres } from '../../lib/real-postgres';
import { ensureCpython } from './cpython';
import { readStepReports, type StepReport } from './step-report';

const ROOT = process.cwd();
/** The folder of the steps. */
export const STEPS = path.join(ROOT, 'tests', 'differential', 'python', 'steps');

/** The files of steps. */
export const MODULES = ['dbapi', 'core', 'orm', 'web'] as const;

/** Runs the steps on our psycopg2, with Python, SQLAlchemy and Flask as pages have them. */
export async function runStepsHere(modules: readonly string[]): Promise<Map<string, StepReport>> {
  const python = await openPython(
    () =>
      bootPostgres(
        () => import('@electric-sql/pglite'),
        () => readSnapshot(snapshotFile(ROOT)),
      ),
    nodePython(ROOT, () => import('pyodide')),
  );
  const files = Object.fromEntries(
    readdirSync(STEPS)
      .filter((file) => file.endsWith('.py'))
      .map((file) => [file, readFileSync(path.join(STEPS, file), 'utf8')]),
  );
  await python.runtime.load(Object.values(files));
  const code = `import os
os.environ["LAYER_BY_LAYER_DSN"] = "host=localhost user=postgres dbname=athleticu"
os.environ["LAYER_BY_LAYER_URL"] = "postgresql+psycopg2://postgres@localhost/athleticu"
import harness
harness.main(${JSON.stringify(modules)})`;
  const lines: string[] = [];
  let statements = 0;
  // Without an end: what is traced must do what is not.
  const trace = new TraceRecorder({ events: Infinity, characters: Infinity });
  const said = python.runtime.run(
    { code, files, evaluation: { kind: 'none' }, traced: true },
    { session: python.session(), show: (_stream, line) => lines.push(line), sent: () => statements++, trace },
  );
  await python.database.close();
  const stop = trace.events.find(({ title }) => title === 'The trace stops here');
  if (stop) throw new Error(`The trace failed: ${JSON.stringify(stop)}`);
  const reports = readStepReports(lines.join('\n'));
  if (reports.size === 0) throw new Error(`The steps did not run: ${JSON.stringify(said)}\n${lines.join('\n')}`);
  return reports;
}

/** Runs the steps on the real psycopg2, with this machine's Python and a real server. */
export async function runStepsThere(
  modules: readonly string[],
  { port, password }: RealPostgres,
): Promise<Map<string, StepReport>> {
  const python = ensureCpython(ROOT);
  const process_ = spawn(python, ['-c', `import harness; harness.main(${JSON.stringify(modules)})`], {
    env: {
      ...process.env,
      PYTHONPATH: STEPS,
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONIOENCODING: 'utf-8',
      TZ: 'UTC',
      LAYER_BY_LAYER_DSN: `host=localhost port=${String(port)} user=postgres password=${password} dbname=athleticu`,
      LAYER_BY_LAYER_URL: `postgresql+psycopg2://postgres:${password}@localhost:${String(port)}/athleticu`,
    },
  });
  const [printed, complaints] = await Promise.all([text(process_.stdout), text(process_.stderr)]);
  const reports = readStepReports(printed);
  if (reports.size === 0) throw new Error(`The steps did not run:\n${complaints}`);
  return reports;
}
