import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Dataset, Notice, StatementResult } from '../../src/core/database';
import { COURSE_DATABASE, SUPERUSER } from '../../src/core/server';
import { sqlErrorText } from '../../src/core/sql-error-text';
import { splitStatements } from '../../src/core/statements';
import { readCourse } from '../../src/plugin/read-course';
import { BEGINNER_MISTAKES } from '../lib/beginner-mistakes';
import { type ComparedEngines, startEngines } from './engines';

interface Answered {
  readonly statement: string;
  readonly result: StatementResult;
}

/** Runs a script as a learner's: statement by statement, and on after an error. */
async function answers(database: Database, dataset: Dataset, sql: string): Promise<Answered[]> {
  await database.reset(dataset);
  const answered: Answered[] = [];
  for (const { text } of splitStatements(sql)) {
    for (const result of await database.exec(text)) answered.push({ statement: text, result });
  }
  return answered;
}

function noticeText({ severity, message, detail, hint }: Notice): string {
  const more = [
    ['DETAIL', detail],
    ['HINT', hint],
  ] as const;
  return [
    `${severity}:  ${message}`,
    ...more.flatMap(([name, text]) => (text === null ? [] : [`${name}:  ${text}`])),
  ].join('\n');
}

/** What we show of it, without tables and command tags. */
function shown(answered: readonly Answered[]): string {
  return answered
    .flatMap(({ statement, result }) => [
      ...result.notices.map(noticeText),
      ...(result.kind === 'error' ? [sqlErrorText(result.error, statement)] : []),
    ])
    .join('\n');
}

const hasPsql = spawnSync('psql', ['--version']).status === 0;
const withPsql = hasPsql ? '' : ' (skipped: there is no psql on this machine)';

describe('beginner mistakes', { timeout: 120_000 }, () => {
  const dataset = readCourse(path.resolve('.')).datasets.get('club') ?? { id: 'club', sql: '' };
  let engines: ComparedEngines;
  beforeAll(async () => {
    engines = await startEngines();
  }, 120_000);
  afterAll(() => engines.close());

  /** What psql prints on its error stream. */
  async function psql(sql: string, verbosity: 'default' | 'sqlstate'): Promise<string> {
    await engines.server.reset(dataset);
    const { port, password } = engines.real;
    const address = ['-h', '127.0.0.1', '-p', String(port), '-U', SUPERUSER, '-d', COURSE_DATABASE];
    const { stderr } = spawnSync('psql', ['-X', '-q', '-v', `VERBOSITY=${verbosity}`, ...address], {
      input: sql,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], PGPASSWORD: password, PGCLIENTENCODING: 'UTF8', LC_ALL: 'C' },
    });
    return stderr.trimEnd();
  }

  test('are many, each under a name of its own', () => {
    expect(new Set(BEGINNER_MISTAKES.map(([name]) => name)).size).toBe(BEGINNER_MISTAKES.length);
    expect(BEGINNER_MISTAKES.length).toBeGreaterThanOrEqual(60);
  });

  test.each(BEGINNER_MISTAKES)('the embedded PostgreSQL answers as a real server does: %s', async (_name, sql) => {
    const real = await answers(engines.server, dataset, sql);
    expect(real.length).toBeGreaterThan(0);
    expect(await answers(engines.postgres, dataset, sql)).toEqual(real);
  });

  test.skipIf(!hasPsql).each(BEGINNER_MISTAKES)(`we show what psql prints${withPsql}: %s`, async (_name, sql) => {
    const printed = await psql(sql, 'default');
    const codes = await psql(sql, 'sqlstate');
    const answered = await answers(engines.postgres, dataset, sql);
    expect(shown(answered)).toBe(printed);
    expect(
      answered.flatMap(({ result }) =>
        result.kind === 'error' ? [`${result.error.severity}:  ${result.error.sqlstate}`] : [],
      ),
    ).toEqual(codes.split('\n').filter((line) => /^(ERROR|FATAL)/.test(line)));
  });

  describe('in a terminal', () => {
    const course = readCourse(path.resolve('.'));
    const id = 'joins-wins';
    const exercise = course.exercises.find((source) => source.exercise.id === id)?.exercise;
    const small = course.datasets.get(exercise?.meta.datasets[0] ?? '') ?? { id: 'none', sql: '' };
    let printed: readonly string[];
    beforeAll(() => {
      const tsx = createRequire(path.resolve('package.json')).resolve('tsx/cli');
      const { stdout, stderr } = spawnSync(process.execPath, [tsx, 'tests/differential/print-checks.ts'], {
        input: JSON.stringify({ id, answers: BEGINNER_MISTAKES.map(([, sql]) => sql) }),
        encoding: 'utf8',
        env: { ...process.env, VITEST: '' },
        maxBuffer: 2 ** 26,
      });
      if (stdout === '') throw new Error(stderr);
      printed = JSON.parse(stdout) as readonly string[];
    }, 600_000);

    test.each(BEGINNER_MISTAKES.map(([name, sql], i) => [name, sql, i] as const))(
      'a check shows what psql prints, and the SQLSTATE: %s',
      async (_name, sql, i) => {
        const error = (await answers(engines.postgres, small, sql)).find(({ result }) => result.kind === 'error');
        const shownThere = (printed[i] ?? '').replaceAll(/^ {4}/gm, '');
        expect(shownThere).toContain('Not yet');
        if (error?.result.kind !== 'error') expect(shownThere).not.toContain('ERROR:');
        else {
          const text = sqlErrorText(error.result.error, error.statement);
          expect(shownThere).toContain(`${text}\nSQLSTATE ${error.result.error.sqlstate}`);
        }
      },
    );
  });
});
