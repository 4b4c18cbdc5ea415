import { readdirSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { parseProgress } from '../../core/progress';
import { createTestProject, type TestProject } from '../testing/create-test-project';
import { runCli } from '../testing/run-cli';

const NAMES = 'answers/01-first/pick-names.sql';
const DOUBLE = 'answers/01-first/double-it.ts';

let project: TestProject;
beforeEach(() => {
  project = createTestProject();
});

function statusOf(id: string): string | undefined {
  const parsed = parseProgress(project.read('progress.json'));
  return parsed.kind === 'progress' ? parsed.progress.exercises[id]?.status : parsed.reason;
}

describe('check with an id', { timeout: 120_000 }, () => {
  test('passes a right answer and notes it', async () => {
    project.write(NAMES, 'SELECT name FROM runners;\n');
    const { status, output } = await runCli(project, ['check', 'pick-names']);
    expect(output).toContain('Correct.');
    expect(output).toContain('✓ lists the names');
    expect(output).toContain('Checked with pg-mem and PostgreSQL');
    expect(status).toBe(0);
    expect(statusOf('pick-names')).toBe('passed');
  });

  test('explains a wrong answer as the page does', async () => {
    project.write(NAMES, 'SELECT id FROM runners ORDER BY id;\n');
    const { status, output } = await runCli(project, ['check', 'pick-names']);
    expect(output).toContain('Not yet: the test failed.');
    expect(output).toContain('✗ lists the names\n    Those are numbers.');
    expect(output).toContain('On the data set "small"');
    expect(output).not.toContain('\u001b');
    expect(status).toBe(1);
    expect(statusOf('pick-names')).toBe('tried');
  });

  test('creates a missing answer from the starter', async () => {
    const { status, output } = await runCli(project, ['check', 'pick-names']);
    expect(project.read(NAMES)).toBe('SELECT id FROM runners;\n');
    expect(output).toContain('Solve Pick names with `care`.');
    expect(output).toContain(`here is its starter: ${NAMES}`);
    expect(output).toContain('check again: npm run check -- pick-names');
    expect(status).toBe(1);
  });

  test('points at a mistake in a program, once for all tests', async () => {
    project.write(DOUBLE, 'export const one = 1;\nexport function double(n: number) { return n * ; }\n');
    const { status, output } = await runCli(project, ['check', 'double-it']);
    expect(output).toContain(`${DOUBLE}:2:48\n`);
    expect(output).toContain('line 2, column 48: The code could not be read:');
    expect(output).toContain(
      '    2 | export function double(n: number) { return n * ; }\n      |                                                ^',
    );
    expect(output).toContain('✗ doubles a number\n    For the same reason.');
    expect(status).toBe(1);
  });

  test("shows PostgreSQL's own error with the file's line and a caret", async () => {
    const { status, output } = await runCli(
      project,
      ['check', 'pick-names', '--file', '-'],
      '-- The names.\nSELECT nam\nFROM runners;',
    );
    expect(output).toContain('standard input');
    expect(output).toContain('ERROR:  column "nam" does not exist');
    expect(output).toContain('SQLSTATE 42703, line 2, column 8 of the code');
    expect(output).toContain('    LINE 1: SELECT nam\n                   ^');
    expect(output).toContain('SQLSTATE 42703');
    expect(output).toContain('PostgreSQL 18');
    expect(status).toBe(1);
    expect(readdirSync(project.root)).not.toContain('progress.json');
  });

  test('says what to do about an empty answer', async () => {
    project.write(NAMES, ' \n');
    const { status, output } = await runCli(project, ['check', 'pick-names']);
    expect(output).toContain(`${NAMES} is empty: write your answer into it and save it`);
    expect(status).toBe(1);
  });

  test.each([
    [['pick-name'], 'There is no exercise "pick-name". Did you mean "pick-names"?'],
    [[NAMES], 'Did you mean "pick-names"?'],
    [['whatever-else'], 'There is no exercise "whatever-else". `npm run check` lists them all.'],
    [['no-title'], 'This is not your mistake.\n  exercises/01-first/no-title/task.md:1: the field "title" is missing.'],
    [['pick-names', '--engin', 'auto'], 'There is no option "--engin". `npm run check -- --help` lists the options.'],
    [['pick-names', '--engine', 'mysql'], 'There is no engine "mysql". Engines are auto, postgres, pg-mem, server.'],
    [['pick-names', '--file', 'nowhere.sql'], 'There is no file nowhere.sql.'],
    [['pick-names', 'double-it'], 'Name one exercise'],
    [['no-tests', '--file', 'solutions/01-first/no-tests.sql'], 'This check could not run; this is not your mistake.'],
  ])('ends with status 2 for %j', async (args, message) => {
    const { status, output } = await runCli(project, ['check', ...args]);
    expect(output).toContain(message);
    expect(status).toBe(2);
  });

  test('moves progress that cannot be read aside', async () => {
    project.write('progress.json', '{"version": 1, "exer');
    project.write(NAMES, 'SELECT name FROM runners;\n');
    const { status, output } = await runCli(project, ['check', 'pick-names']);
    const kept = readdirSync(project.root).find((name) => name.startsWith('progress.corrupt-')) ?? '';
    expect(project.read(kept)).toBe('{"version": 1, "exer');
    expect(output).toContain(`It is kept as ${kept}`);
    expect(statusOf('pick-names')).toBe('passed');
    expect(status).toBe(0);
  });
});

describe('check without an id', { timeout: 120_000 }, () => {
  test('lists every exercise in the order of the lessons, and checks what was begun', async () => {
    project.write(NAMES, 'SELECT name FROM runners;\n');
    project.write(DOUBLE, 'export const double = (n: number) => n + 1;\n');
    const { status, output } = await runCli(project, ['check']);
    const rows = output.split('\n').filter((line) => line.startsWith('  '));
    expect(rows.map((row) => row.replace(/ {2,}/g, '|'))).toEqual([
      '|✓ passed|pick-names|Pick names',
      '|✗ not yet|double-it|Double it',
      '|· not started|no-tests|No tests',
    ]);
    expect(output).toContain('1 of 3 exercises passed, 1 not yet, 1 not started.');
    expect(status).toBe(1);
  });

  test('does not hold an untouched starter against anyone', async () => {
    project.write(NAMES, 'SELECT id FROM runners;\n');
    const { status, output } = await runCli(project, ['check']);
    expect(output).toContain('0 of 3 exercises passed, 3 not started.');
    expect(status).toBe(0);
  });

  test('tells a check that could not run from a wrong answer', async () => {
    project.write('answers/01-first/no-tests.sql', 'SELECT 3;\n');
    const { status, output } = await runCli(project, ['check']);
    expect(output).toContain('? no verdict');
    expect(output).toContain('could not run; this is not your mistake');
    expect(status).toBe(2);
  });
});

test('check explains itself', { timeout: 60_000 }, async () => {
  const { status, output } = await runCli(project, ['check', '--help']);
  expect(output).toContain('Exit status');
  expect(Math.max(...output.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  expect(status).toBe(0);
});
