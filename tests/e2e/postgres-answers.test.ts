// What a learner sees is what PostgreSQL says: where pg-mem would be wrong, and for what beginners get wrong.
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Dataset, StatementResult } from '../../src/core/database';
import { sqlErrorText } from '../../src/core/sql-error-text';
import { splitStatements } from '../../src/core/statements';
import { bootPostgres } from '../../src/engine/postgres';
import { snapshotFile } from '../../src/engine/snapshot/ensure-snapshot';
import { readSnapshot } from '../../src/engine/snapshot/read-snapshot';
import { readCourse } from '../../src/plugin/read-course';
import { BEGINNER_MISTAKES } from '../lib/beginner-mistakes';
import { PG_MEM_MISTAKES } from '../lib/pg-mem-mistakes';
import { CellDriver, CourseSite, PHONE, type Visit } from './course-site';

const LESSON = '/learn/joining-tables/';
const EXERCISE = 'joins-wins';

/** What a page shows of a script: each table's cells, each error with its SQLSTATE, in order. */
interface Shown {
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly errors: readonly string[];
  readonly states: readonly string[];
}

let site: CourseSite;
let visit: Visit;
let cell: CellDriver;
let postgres: Database;
let dataset: Dataset;
beforeAll(async () => {
  const course = readCourse(path.resolve('.'));
  const source = course.exercises.find(({ exercise }) => exercise.id === EXERCISE);
  const found = course.datasets.get(source?.exercise.meta.datasets[0] ?? '');
  if (!found) throw new Error(`The exercise "${EXERCISE}" has no data set.`);
  dataset = found;
  [site, { database: postgres }] = await Promise.all([
    CourseSite.open(),
    bootPostgres(
      () => import('@electric-sql/pglite'),
      () => readSnapshot(snapshotFile(process.cwd())),
    ),
  ]);
  visit = await site.visit(LESSON, PHONE);
  cell = CellDriver.exercise(visit.page, EXERCISE);
});
afterAll(async () => {
  await Promise.all([site.close(), postgres.close()]);
});

async function shown(sql: string): Promise<Shown> {
  await cell.fill(sql);
  expect(await cell.run()).toBe('ran');
  return cell.root.locator('[data-state]').evaluate((element) => ({
    tables: [...element.querySelectorAll('table')].map((table) =>
      [...table.querySelectorAll('tbody tr')].map((row) =>
        [...row.querySelectorAll('td')].map((cell) => cell.textContent),
      ),
    ),
    errors: [...element.querySelectorAll('[aria-label^="Error message"] pre')].map((pre) => pre.textContent),
    states: [...element.querySelectorAll('[title="PostgreSQL\'s code for this kind of error"] code')].map(
      (code) => code.textContent,
    ),
  }));
}

async function expected(sql: string): Promise<Shown> {
  await postgres.reset(dataset);
  const answered: { readonly text: string; readonly result: StatementResult }[] = [];
  for (const { text } of splitStatements(sql)) {
    for (const result of await postgres.exec(text)) answered.push({ text, result });
  }
  return {
    tables: answered.flatMap(({ result }) =>
      result.kind === 'rows' && result.columns.length > 0
        ? [
            result.rows.map((row) =>
              row.map((value) => value ?? 'NULL (no value)').map((text) => text || 'empty string'),
            ),
          ]
        : [],
    ),
    errors: answered.flatMap(({ text, result }) => (result.kind === 'error' ? [sqlErrorText(result.error, text)] : [])),
    states: answered.flatMap(({ result }) => (result.kind === 'error' ? [result.error.sqlstate] : [])),
  };
}

describe('where pg-mem is wrong, a page that has not loaded PostgreSQL yet gives its answer all the same', () => {
  test.each(PG_MEM_MISTAKES)('%s', async (_name, sql) => {
    await site.reload(visit.page);
    expect(await shown(sql)).toEqual(await expected(sql));
  });
});

describe('a beginner’s mistake shows what psql prints, with SQLSTATE, LINE and caret', () => {
  test.each(BEGINNER_MISTAKES)('%s', async (_name, sql) => {
    expect(await shown(sql)).toEqual(await expected(sql));
  });
});
