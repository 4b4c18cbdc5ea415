import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A course of its own in a temporary folder, with no answers yet. */
export interface TestProject {
  readonly root: string;
  read(file: string): string;
  write(file: string, text: string): void;
}

function task(title: string, language: string, more = ''): string {
  return `---
title: ${title}
language: ${language}
datasets: [small]
concepts: [testing]${more}
---

Solve **${title}** with \`care\`.

## Hint

The first hint.

## Hint

The second hint.
`;
}

const SQL_CHECK = `import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('lists the names', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'any' });
});
`;

const CALL_CHECK = `import { expect, test } from 'vitest';
import { answer } from '#checker';

test('doubles nothing', async () => {
  expect(await answer.call('double', 0)).toBe(0);
});

test('doubles a number', async () => {
  expect(await answer.call('double', 21)).toBe(42);
});
`;

const EXERCISES = 'exercises/01-first';
const SOLUTIONS = 'solutions/01-first';

/** pick-names and double-it work, no-tests has a check that cannot run, and no-title is no exercise at all. */
const FILES: Readonly<Record<string, string>> = {
  'docs/01-first/lesson.mdx':
    '---\ntitle: Lesson\n---\n\n<Exercise id="pick-names" />\n\n<Exercise id="double-it" />\n',
  'exercises/datasets/schema.sql': 'CREATE TABLE runners (id integer PRIMARY KEY, name text NOT NULL);\n',
  'exercises/datasets/small.sql': "INSERT INTO runners VALUES (1, 'Ida'), (2, 'Leo');\n",

  [`${EXERCISES}/pick-names/task.md`]: task('Pick names', 'sql', '\nfeedback:\n  numbers: Those are numbers.'),
  [`${EXERCISES}/pick-names/starter.sql`]: 'SELECT id FROM runners;\n',
  [`${EXERCISES}/pick-names/wrong/numbers.sql`]: '-- feedback: numbers\nSELECT id FROM runners;\n',
  [`${EXERCISES}/pick-names/check.test.ts`]: SQL_CHECK,
  [`${SOLUTIONS}/pick-names.sql`]: 'SELECT name FROM runners;\n',

  [`${EXERCISES}/double-it/task.md`]: task('Double it', 'typescript'),
  [`${EXERCISES}/double-it/starter.ts`]: 'export const double = (n: number): number => n;\n',
  [`${EXERCISES}/double-it/check.test.ts`]: CALL_CHECK,
  [`${SOLUTIONS}/double-it.ts`]: 'export const double = (n: number): number => 2 * n;\n',

  [`${EXERCISES}/no-tests/task.md`]: task('No tests', 'sql'),
  [`${EXERCISES}/no-tests/starter.sql`]: 'SELECT 1;\n',
  [`${EXERCISES}/no-tests/check.test.ts`]: "import 'vitest';\n",
  [`${SOLUTIONS}/no-tests.sql`]: 'SELECT 2;\n',

  [`${EXERCISES}/no-title/task.md`]: task('No title', 'sql').replace('title: No title\n', ''),
  [`${EXERCISES}/no-title/starter.sql`]: 'SELECT 1;\n',
  [`${EXERCISES}/no-title/check.test.ts`]: SQL_CHECK,
  [`${SOLUTIONS}/no-title.sql`]: 'SELECT 2;\n',
};

/** Makes a project whose answers need no PostgreSQL, as long as they make no mistake in SQL. */
export function createTestProject(): TestProject {
  const root = mkdtempSync(path.join(tmpdir(), 'layer-by-layer-'));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  for (const [file, text] of Object.entries(FILES)) write(file, text);
  return { root, write, read: (file) => readFileSync(path.join(root, file), 'utf8') };
}
