// Writes every run that the course makes into a file. A program of its own: checks bring vitest's runner along, which
// cannot run inside another one.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { serialize } from 'node:v8';
import { runCheck } from '../../../src/checker/run-check';
import type { Database } from '../../../src/core/database';
import { makeFunction } from '../../../src/core/make-function';
import { PSQL_START, type RunReport, type RunRequest, type Runs } from '../../../src/core/run-report';
import { bootPostgres } from '../../../src/engine/postgres';
import { snapshotFile } from '../../../src/engine/snapshot/ensure-snapshot';
import { readSnapshot } from '../../../src/engine/snapshot/read-snapshot';
import { type ExerciseSource, readCourse } from '../../../src/plugin/read-course';
import { readLessons } from '../../../src/plugin/read-lessons';
import { type Engines, execute, noPython, type RunListener, TALKS_TO } from '../../../src/worker/execute';
import type { CourseRun } from './course-run';

/** On so many of its data sets a program that makes a mistake is compared: each takes a PostgreSQL three runs. */
const DATASETS_OF_A_MISTAKE = 2;

function codesOf({ exercise, right }: ExerciseSource): readonly (readonly [name: string, code: string])[] {
  return [
    ['solution', exercise.solution],
    ['starter', exercise.starter],
    ...right.map(({ file, code }) => [`right/${file}`, code] as const),
    ...exercise.wrong.map(({ file, code }) => [`wrong/${file}`, code] as const),
  ];
}

async function collect(root: string): Promise<CourseRun[]> {
  const course = readCourse(root);
  const { lessons, faults } = readLessons(root);
  const [fault] = [...course.faults, ...faults];
  if (fault) throw new Error(`${fault.file}:${String(fault.line)}: ${fault.message} \`npm run verify\` says more.`);
  const collected = new Map<string, CourseRun>();
  const add = (run: CourseRun): void => {
    const { code, dataset, evaluation, language } = run.request;
    const key = serialize([run.place, language, code, dataset.id, evaluation]).toString('base64');
    if (!collected.has(key)) collected.set(key, run);
  };
  for (const { file, snippets } of lessons) {
    for (const { language, code, dataset: id, line, fails } of snippets) {
      // It has no result to compare, or nothing to compare it with.
      if (fails === 'timed-out' || TALKS_TO[language] !== 'database') continue;
      const dataset = course.datasets.get(id);
      if (!dataset) throw new Error(`${file}:${String(line)}: there is no data set "${id}".`);
      const files = language === 'typescript' ? course.modules : {};
      add({
        place: file,
        name: `line ${String(line)}`,
        request: {
          language,
          code,
          files,
          dataset,
          engine: 'auto',
          evaluation: { kind: 'none' },
          psql: PSQL_START,
          author: 'course',
          traced: false,
        },
      });
    }
  }
  const { database, server } = await bootPostgres(
    () => import('@electric-sql/pglite'),
    () => readSnapshot(snapshotFile(process.cwd())),
  );
  const postgres = (): Promise<Database> => Promise.resolve(database);
  const engines: Engines = {
    pgMem: postgres,
    postgres,
    server: postgres,
    sessions: () => Promise.resolve(server),
    python: noPython,
  };
  const listener: RunListener = {
    waiting: () => undefined,
    started: () => undefined,
    printed: () => undefined,
  };
  for (const source of course.exercises) {
    const { exercise, folder: place } = source;
    const { language, datasets: ids } = exercise.meta;
    // psql and Python talk to one server only, and so there is nothing to compare here: see tests/differential/psql and
    // tests/differential/python.
    if (TALKS_TO[language] !== 'database') continue;
    const datasets = ids.flatMap((id) => course.datasets.get(id) ?? []);
    // Each answer that is refused has all of wrong/ run, for its feedback: what ran once gives the same again.
    const known = new Map<string, Promise<RunReport>>();
    const runOnce = (request: RunRequest): Promise<RunReport> => {
      const key = JSON.stringify([request.code, request.dataset.id, request.evaluation]);
      // Not in a worker: a new one for each run takes most of the time.
      const report = known.get(key) ?? execute(request, engines, listener, { makeFunction, lockDown: () => undefined });
      known.set(key, report);
      return report;
    };
    const good = new Set([exercise.solution, ...source.right.map(({ code }) => code)]);
    for (const [name, code] of codesOf(source)) {
      const note = (request: CourseRun['request']): void => {
        // A program's mistake shows on one data set or the next; what is right is compared on all.
        const isComparedOnAll = language === 'sql' || good.has(request.code);
        if (isComparedOnAll || ids.slice(0, DATASETS_OF_A_MISTAKE).includes(request.dataset.id)) {
          add({ place, name: `${name} on ${request.dataset.id}`, request });
        }
      };
      // A check may stop at the first data set that tells: here each one counts.
      for (const dataset of datasets) {
        const { files } = exercise;
        note({
          language,
          code,
          files,
          dataset,
          engine: 'auto',
          evaluation: { kind: 'none' },
          psql: PSQL_START,
          author: 'course',
          traced: false,
        });
      }
      // A check of SQL runs just these; of a program it also calls functions.
      if (language === 'sql') continue;
      const runs: Runs = {
        run: (request) => {
          note(request);
          return runOnce(request);
        },
      };
      await runCheck({ exercise, code, engine: 'postgres', datasets, runs, engines: new Set() }, makeFunction);
    }
  }
  return [...collected.values()];
}

const [, , file = ''] = process.argv;
collect(path.resolve('.')).then(
  (runs) => {
    writeFileSync(file, serialize(runs));
    process.exit();
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
