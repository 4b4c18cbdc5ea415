import { beforeEach, describe, expect, test } from 'vitest';
import { createTestProject, type TestProject } from '../testing/create-test-project';
import { runCli } from '../testing/run-cli';

const NAMES = 'answers/01-first/pick-names.sql';

let project: TestProject;
beforeEach(() => {
  project = createTestProject();
});

describe('reset', { timeout: 60_000 }, () => {
  test('puts the starter back and keeps what was written, also after a second time', async () => {
    project.write(NAMES, 'SELECT 42;\n');
    const first = await runCli(project, ['reset', 'pick-names']);
    expect(project.read(NAMES)).toBe('SELECT id FROM runners;\n');
    expect(first.output).toContain(`What you had is kept in ${NAMES}.bak.`);
    expect(first.status).toBe(0);

    const second = await runCli(project, ['reset', 'pick-names']);
    expect(second.output).toContain('nothing to reset');
    expect(project.read(`${NAMES}.bak`)).toBe('SELECT 42;\n');

    project.write(NAMES, '');
    await runCli(project, ['reset', 'pick-names']);
    expect(project.read(NAMES)).toBe('SELECT id FROM runners;\n');
    expect(project.read(`${NAMES}.bak`)).toBe('SELECT 42;\n');
  });

  test('suggests the exercise that was meant', async () => {
    const { status, output } = await runCli(project, ['reset', 'double-its']);
    expect(output).toContain('Did you mean "double-it"?');
    expect(status).toBe(2);
  });
});
