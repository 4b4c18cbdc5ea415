import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deserialize } from 'node:v8';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StatementResult } from '../../src/core/database';
import { makeFunction } from '../../src/core/make-function';
import type { RunReport, RunRequest } from '../../src/core/run-report';
import { readCourse } from '../../src/plugin/read-course';
import { readLessons } from '../../src/plugin/read-lessons';
import { type Engines, execute, noPython, TALKS_TO } from '../../src/worker/execute';
import type { CourseRun } from './content/course-run';
import { type ComparedEngines, startEngines } from './engines';
import { asBag, sortKeys } from './row-order';
import { withoutVersion } from './version-differences';

const ROOT = path.resolve('.');

/** Every run that the course makes, by place. */
function collectRuns(): ReadonlyMap<string, readonly CourseRun[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'layer-by-layer-runs-'));
  const file = path.join(folder, 'runs');
  const tsx = createRequire(path.join(ROOT, 'package.json')).resolve('tsx/cli');
  const collector = path.join('tests', 'differential', 'content', 'collect-runs.ts');
  const { status } = spawnSync(process.execPath, [tsx, collector, file], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('The runs of the course could not be collected.');
  const runs = deserialize(readFileSync(file)) as readonly CourseRun[];
  rmSync(folder, { recursive: true });
  const places = new Map<string, CourseRun[]>();
  for (const run of runs) places.set(run.place, [...(places.get(run.place) ?? []), run]);
  return places;
}

/** What has to be equal of a run: all but the engine's name and the time that it took. */
function comparable(
  { outcome, output, outputCut, statements, value }: RunReport,
  result: (result: StatementResult) => StatementResult = withoutVersion,
): unknown {
  const sent = statements.map((statement) => ({
    sql: statement.sql,
    parameters: statement.parameters,
    result: result(statement.result),
  }));
  return { outcome, output, outputCut, statements: sent, value };
}

/** The same, of a run that pg-mem may have answered: rows that nothing sorts are a bag, also where a program gives them. */
function comparableToPgMem(report: RunReport): unknown {
  const isSorted = report.statements.every(({ sql }) => sortKeys(sql) !== null);
  const { value } = report;
  const rows = Array.isArray(value) && !isSorted ? value.map((row) => JSON.stringify(row)).sort() : value;
  return comparable({ ...report, value: rows }, asBag);
}

const course = readCourse(ROOT);
const lessons = readLessons(ROOT).lessons;
const places = [
  ...lessons
    .filter(({ snippets }) => snippets.some(({ language }) => TALKS_TO[language] === 'database'))
    .map(({ file }) => file),
  // psql and Python talk to one server only: tests/differential/psql and tests/differential/python compare them.
  ...course.exercises
    .filter(({ exercise }) => TALKS_TO[exercise.meta.language] === 'database')
    .map(({ folder }) => folder),
];

describe('what the course runs gives the same on every engine', () => {
  let runs: ReadonlyMap<string, readonly CourseRun[]>;
  let compared: ComparedEngines;
  let engines: Engines;
  beforeAll(async () => {
    runs = collectRuns();
    compared = await startEngines();
    const { pgMem, postgres, server, sessions } = compared;
    engines = {
      pgMem: () => Promise.resolve(pgMem),
      postgres: () => Promise.resolve(postgres),
      server: () => Promise.resolve(server),
      sessions: () => Promise.resolve(sessions),
      python: noPython,
    };
  }, 600_000);
  afterAll(() => compared.close());

  const run = (request: RunRequest, engine: RunRequest['engine']): Promise<RunReport> =>
    execute(
      { ...request, engine },
      engines,
      { waiting: () => undefined, started: () => undefined, printed: () => undefined },
      { makeFunction, lockDown: () => undefined },
    );

  test.each(places)(
    '%s',
    async (place) => {
      const here = runs.get(place) ?? [];
      expect(here.length).toBeGreaterThan(0);
      for (const { name, request } of here) {
        const real = await run(request, 'server');
        const embedded = await run(request, 'postgres');
        expect.soft(comparable(embedded), `${name}, embedded`).toEqual(comparable(real));
        const quick = await run(request, 'pg-mem');
        // Where it is not trusted, it does not answer.
        if (quick.outcome.kind === 'engine-failed') continue;
        expect.soft(comparableToPgMem(quick), `${name}, pg-mem`).toEqual(comparableToPgMem(real));
        for (const { sql, parameters } of quick.statements) {
          const keys = sortKeys(sql);
          if (keys === null) continue;
          const [sorted] = await compared.pgMem.exec(keys, parameters);
          const [really] = await compared.server.exec(keys, parameters);
          expect.soft(sorted, `${name}, pg-mem, order`).toEqual(really);
        }
      }
    },
    600_000,
  );
});
