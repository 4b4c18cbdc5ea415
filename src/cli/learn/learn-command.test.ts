import { beforeEach, describe, expect, test } from 'vitest';
import { createTestProject, type TestProject } from '../testing/create-test-project';
import { runCli, startCli } from '../testing/run-cli';

const NAMES = 'answers/01-first/pick-names.sql';
const DOUBLE = 'answers/01-first/double-it.ts';

let project: TestProject;
beforeEach(() => {
  project = createTestProject();
});

describe('learn without a terminal', { timeout: 120_000 }, () => {
  test('checks at once and at each save, and goes on after a save that passes', async () => {
    const cli = startCli(project, ['learn']);
    await cli.waitFor('Solve Pick names with `care`.');
    await cli.waitFor('Those are numbers.');
    expect(project.read(NAMES)).toBe('SELECT id FROM runners;\n');

    project.write(NAMES, '');
    await cli.waitFor(`${NAMES} is empty`);
    project.write(NAMES, 'SELECT name FROM runners;\n');
    await cli.waitFor('Correct.');
    await cli.waitFor('Next: Double it (double-it)');
    await cli.waitFor(`Your answer: ${DOUBLE}`);

    project.write(DOUBLE, 'export const double = (n: number) => 2 * n;\n');
    await cli.waitFor('Correct: both tests passed.');
    cli.endInput();
    expect(await cli.ended).toBe(0);
    expect(cli.output()).not.toContain('\u001b');
  });

  test('ends when its input has ended, once it has checked', async () => {
    const { status, output } = await runCli(project, ['learn', 'double-it']);
    expect(output).toContain('Not yet: 1 of 2 tests failed.');
    expect(output).toContain('✓ doubles nothing');
    expect(status).toBe(0);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends at %s', async (signal) => {
    const cli = startCli(project, ['learn']);
    await cli.waitFor('Not yet');
    cli.signal(signal);
    expect(await cli.ended).toBe(0);
  });

  test('--once has the exit status of the check', async () => {
    project.write(DOUBLE, 'export const double = (n: number) => 2 * n;\n');
    const right = await runCli(project, ['learn', '--once', 'double-it']);
    expect(right.output).toContain('Correct: both tests passed.');
    expect(right.status).toBe(0);
    expect(project.read('progress.json')).toContain('"status": "passed"');
    const next = await runCli(project, ['learn', '--once']);
    expect(next.output).toContain('Exercise 1 of 3, 01-first/pick-names');
    expect(next.status).toBe(1);
  });

  test('names the exercise that was meant', async () => {
    const { status, output } = await runCli(project, ['learn', 'pick-nmes']);
    expect(output).toContain('Did you mean "pick-names"?');
    expect(status).toBe(2);
  });
});
