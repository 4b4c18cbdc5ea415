import { expect, test } from 'vitest';
import type { Exercise } from '../core/exercise';
import { emptyReport, type PlainValue, type RunReport, type RunRequest } from '../core/run-report';
import { AnswerRefusedError, CheckBrokenError } from './check-errors';
import { setCheckContext } from './context';
import { answer, reference } from './index';
import { matchers } from './matchers';
import type { Invocation } from './subject';

const EXERCISE: Exercise = {
  id: 'an-exercise',
  part: '02-psql',
  meta: {
    title: 'An exercise',
    language: 'psql',
    datasets: ['tiny'],
    concepts: ['testing'],
    user: 'coach',
    setup: 'CREATE ROLE coach LOGIN',
    feedback: { known: 'A known mistake.' },
  },
  starter: '',
  solution: 'solution',
  check: '',
  wrong: [{ file: 'known.psql', code: 'wrong', feedback: 'known' }],
  files: {},
};

/** What each code gives. */
type Given = Readonly<Record<'answer' | 'solution' | 'wrong', PlainValue | RunReport['statements']>>;

function completed(given: Given[keyof Given], request: RunRequest): RunReport {
  const report = { ...emptyReport({ kind: 'completed' }), engine: 'postgres' } as const;
  return request.evaluation.kind === 'inspect'
    ? { ...report, statements: given as RunReport['statements'] }
    : { ...report, value: given as PlainValue };
}

const asked: RunRequest[] = [];

/** Compares what the answer gives with what the solution gives. @returns the refusal, or `null` */
async function compare(
  use: (subject: typeof answer) => Invocation,
  given: Given,
  more: { readonly secret?: boolean; readonly language?: 'sql' | 'psql' } = {},
): Promise<AnswerRefusedError | null> {
  asked.length = 0;
  setCheckContext({
    exercise: { ...EXERCISE, meta: { ...EXERCISE.meta, language: more.language ?? 'psql' } },
    datasets: [{ id: 'tiny', sql: '' }],
    code: 'answer',
    engine: 'postgres',
    runs: {
      run: (request) => {
        asked.push(request);
        return Promise.resolve(completed(given[request.code as keyof Given], request));
      },
    },
    engines: new Set(),
  });
  try {
    await matchers.toGiveTheResultOf.call({ isNot: false }, use(answer), use(reference), {
      rowOrder: 'any',
      secret: more.secret ?? false,
    });
    return null;
  } catch (error) {
    if (error instanceof AnswerRefusedError) return error;
    throw error;
  }
}

test('what each layer did is told of a whole report, and not of the runs that are compared', async () => {
  await compare((subject) => subject.value('n'), { answer: '7', solution: '7', wrong: '8' });
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.map(({ traced }) => traced)).not.toContain(true);
  asked.length = 0;
  await answer.run();
  expect(asked.map(({ traced }) => traced)).toEqual([true]);
});

function rows(...values: readonly string[]): RunReport['statements'] {
  const columns = [{ name: 'role', type: 'name', oid: 19 }];
  const result = { kind: 'rows', tag: '', columns, rows: values.map((v) => [v]), rowCount: values.length, notices: [] };
  return [{ sql: '', parameters: [], ms: 0, result: result as RunReport['statements'][number]['result'] }];
}

function failure(message: string): RunReport['statements'] {
  const error = {
    ...{ severity: 'ERROR', sqlstate: '42P01', message, detail: null, hint: null, position: null, where: null },
    ...{ schema: null, table: null, column: null, dataType: null, constraint: null },
  };
  return [...rows('of before'), { sql: '', parameters: [], ms: 0, result: { kind: 'error', error, notices: [] } }];
}

const explained = (refusal: AnswerRefusedError | null): unknown => refusal?.explanation;

test('psql begins as the exercise says', async () => {
  expect(await compare((subject) => subject.printed, { answer: 'a', solution: 'a', wrong: 'b' })).toBeNull();
  expect(asked[0]?.psql).toEqual({ user: 'coach', setup: 'CREATE ROLE coach LOGIN' });
});

test('printed text that differs is explained line by line', async () => {
  const given = { answer: 'one\ntwo\nfive\n', solution: 'one\ntwo\nthree\nfour\n', wrong: '' };
  const refusal = await compare((subject) => subject.printed, given);
  expect(explained(refusal)).toMatchObject({
    difference: {
      kind: 'different-text',
      line: 3,
      before: ['one', 'two'],
      expected: ['three', 'four'],
      received: ['five'],
    },
    feedback: null,
  });
  expect(refusal?.message).toBe(`On the data set "tiny": Line 3 should be “three”, but is “five”.

  one
  two
- three
- four
+ five
(- expected, + received)`);
});

test('nothing printed', async () => {
  const refusal = await compare((subject) => subject.printed, { answer: '', solution: 'one\ntwo\n', wrong: 'x' });
  expect(refusal?.message).toContain('There is no text, where 2 lines are expected.');
});

test('a wrong answer that prints the same, or leaves the same, lends its feedback', async () => {
  const printed = await compare((subject) => subject.printed, { answer: 'b', solution: 'a', wrong: 'b' });
  expect(printed?.message).toMatch(/^A known mistake\.\n\n/);
  const left = await compare((subject) => subject.inspect('SELECT'), {
    answer: rows('other'),
    solution: rows('coach'),
    wrong: rows('other'),
  });
  expect(explained(left)).toMatchObject({ difference: { kind: 'different-rows' }, feedback: { name: 'known' } });
});

test('a value that is to be found out is not told', async () => {
  const use = (subject: typeof answer): Invocation => subject.value('answer');
  const refusal = await compare(use, { answer: '6', solution: '8', wrong: '9' }, { secret: true });
  expect(refusal?.message).toBe(`On the data set "tiny": The value '6' is not the right one.`);
  expect(JSON.stringify(explained(refusal))).not.toContain('8');
  const unset = await compare(use, { answer: null, solution: '8', wrong: '9' }, { secret: true });
  expect(unset?.message).toContain('The value is not set.');
});

test('what cannot be looked at: the query of the check failed, whatever rows came before', async () => {
  const use = (subject: typeof answer): Invocation => subject.inspect('SELECT');
  const refusal = await compare(use, { answer: failure('no coaches'), solution: rows('of before'), wrong: rows() });
  expect(explained(refusal)).toMatchObject({ difference: { kind: 'inspection-failed', message: 'no coaches' } });
  const broken = compare(use, { answer: rows('a'), solution: failure('no coaches'), wrong: rows() });
  await expect(broken).rejects.toThrow(CheckBrokenError);
});

test.each([
  ['printed', (subject: typeof answer) => subject.printed, 'A check cannot use "printed" on an answer in sql'],
  [
    'another database',
    (s: typeof answer) => s.inspect('', { database: 'other' }),
    'nothing but the database "athleticu"',
  ],
])('a check of SQL that asks for %s is broken', async (_what, use, words) => {
  const nothing = { answer: null, solution: null, wrong: null };
  await expect(compare(use, nothing, { language: 'sql' })).rejects.toThrow(words);
});
