import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { faultText } from '../core/fault';
import { readCourse } from './read-course';

const TASK = `---
title: A title
language: sql
datasets: [tiny]
concepts: [select]
feedback:
  known: A known mistake.
---

What is asked.

## Hint

A hint.
`;
const FOLDER = 'exercises/01-part/an-exercise';
const GOOD: Readonly<Record<string, string>> = {
  'exercises/datasets/schema.sql': 'CREATE TABLE t (a int);',
  'exercises/datasets/tiny.sql': 'INSERT INTO t VALUES (1);',
  [`${FOLDER}/task.md`]: TASK,
  [`${FOLDER}/starter.sql`]: 'SELECT 1;\n',
  [`${FOLDER}/check.test.ts`]: "import { test } from 'vitest';\ntest('x', () => undefined);\n",
  [`${FOLDER}/wrong/one.sql`]: '-- feedback: known\nSELECT 2;\n',
  'solutions/01-part/an-exercise.sql': 'SELECT a FROM t;\n',
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'course-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** The faults of the good course with some files changed, added, or (`null`) left out. */
function faultsWith(changes: Readonly<Record<string, string | null>>): string[] {
  for (const [name, text] of Object.entries({ ...GOOD, ...changes })) {
    if (text === null) continue;
    mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return readCourse(root).faults.map(faultText);
}

test('a course without faults', () => {
  expect(faultsWith({})).toEqual([]);
  expect(readCourse(root).exercises[0]?.exercise).toMatchObject({ id: 'an-exercise', starter: 'SELECT 1;' });
});

test.each<[what: string, changes: Record<string, string | null>, place: string, words: string]>([
  ['a missing field', { 'task.md': TASK.replace('title: A title\n', '') }, 'task.md:1', 'Add `title: …`'],
  ['a misspelt field', { 'task.md': TASK.replace('concepts', 'concept') }, 'task.md:5', 'Did you mean "concepts"?'],
  ['an unknown data set', { 'task.md': TASK.replace('[tiny]', '[huge]') }, 'task.md:1', 'Known data sets are tiny'],
  ['another language', { 'task.md': TASK.replace('sql', 'cobol') }, 'task.md:3', '"language" is not right'],
  [
    'a setup for SQL',
    { 'task.md': TASK.replace('concepts', 'setup: CREATE ROLE coach\nconcepts') },
    'task.md:1',
    'only an exercise of the language psql',
  ],
  ['no front matter', { 'task.md': 'Text' }, 'task.md:1', 'Begin the file with'],
  ['front matter that is not YAML', { 'task.md': TASK.replace('[tiny]', '[tiny') }, 'task.md:', 'not YAML'],
  ['no hint', { 'task.md': TASK.replace('## Hint', '') }, 'task.md:9', 'Add a section "## Hint"'],
  ['no task', { 'task.md': null }, 'task.md:1', 'Create this file'],
  ['no starter', { 'starter.sql': null }, 'starter.sql:1', 'Create this file'],
  ['no check', { 'check.test.ts': null }, 'check.test.ts:1', 'Create this file'],
  ['a wrong answer without feedback', { 'wrong/two.sql': 'SELECT 3' }, 'wrong/two.sql:1', '-- feedback: NAME'],
  ['unknown feedback', { 'wrong/two.sql': '-- feedback: odd\n' }, 'wrong/two.sql:1', 'no feedback "odd"'],
  ['feedback never shown', { 'wrong/one.sql': null }, 'task.md:1', 'no answer in wrong/ shows the feedback "known"'],
  ['a stray file', { 'notes.txt': '' }, 'notes.txt:1', 'an exercise has no "notes.txt"'],
  ['another import', { 'check.test.ts': "import 'vitest';\nimport 'pg';\n" }, 'check.test.ts:2', 'cannot import "pg"'],
  ['a check that is no TypeScript', { 'check.test.ts': 'const = ;' }, 'check.test.ts:1', 'Unexpected token'],
])('%s', (_what, changes, place, words) => {
  const inFolder = Object.fromEntries(Object.entries(changes).map(([name, text]) => [`${FOLDER}/${name}`, text]));
  const found = faultsWith(inFolder);
  expect(found.some((fault) => fault.startsWith(`${FOLDER}/${place}`) && fault.includes(words))).toBe(true);
});

test('an exercise in psql: what is typed does not begin with the name of the feedback', () => {
  const psql = {
    [`${FOLDER}/task.md`]: TASK.replace('language: sql', 'language: psql\nuser: coach\nsetup: CREATE ROLE coach LOGIN'),
    [`${FOLDER}/starter.sql`]: null,
    [`${FOLDER}/wrong/one.sql`]: null,
    'solutions/01-part/an-exercise.sql': null,
    [`${FOLDER}/starter.psql`]: '\\d\n',
    [`${FOLDER}/wrong/one.psql`]: '-- feedback: known\nSELECT 2\n\\g\n',
    'solutions/01-part/an-exercise.psql': '\\dt\n',
  };
  expect(faultsWith(psql)).toEqual([]);
  expect(readCourse(root).exercises[0]?.exercise).toMatchObject({
    meta: { language: 'psql', user: 'coach', setup: 'CREATE ROLE coach LOGIN' },
    starter: '\\d',
    wrong: [{ code: 'SELECT 2\n\\g\n', feedback: 'known' }],
  });
});

test('an id that is taken, a solution without an exercise, and an exercise without a solution', () => {
  const other = 'exercises/02-part/an-exercise';
  const found = faultsWith({ [`${other}/task.md`]: TASK, 'solutions/01-part/ghost.sql': '' });
  expect(found).toContain(`${other}:1: the id "an-exercise" is taken by ${FOLDER}. Rename one of the two.`);
  expect(found).toContain('solutions/01-part/ghost.sql:1: there is no exercise for this solution.');
  expect(found).toContain('solutions/02-part/an-exercise.sql:1: the solution is missing. Create this file.');
});
