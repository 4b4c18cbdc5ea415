import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCourse } from '../plugin/read-course';
import { REPOSITORY_ROOT } from './repository-root';

const VITEST = path.join(REPOSITORY_ROOT, 'node_modules', 'vitest', 'vitest.mjs');

/** Runs the first exercise's check file with the vitest CLI, as someone would by hand. */
async function runVitest(id: string, answer: string): Promise<{ status: number | null; output: string }> {
  const child = spawn(process.execPath, [VITEST, 'run', '--project', 'exercises', `/${id}/`], {
    cwd: REPOSITORY_ROOT,
    env: { ...process.env, ANSWER: answer, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const [output, errors, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, output: output + errors };
}

describe('the vitest CLI on a check file', { timeout: 120_000 }, () => {
  const [source] = readCourse(REPOSITORY_ROOT).exercises;
  if (!source) throw new Error('The course has no exercise.');
  const { id, wrong } = source.exercise;

  test('passes the solution', async () => {
    const { status, output } = await runVitest(id, 'solution');
    expect(output).toContain('1 passed');
    expect(status).toBe(0);
  });

  test('refuses the starter with our explanation and the line of the check file', async () => {
    const { status, output } = await runVitest(id, 'starter');
    expect(output).toContain('AnswerRefusedError: ');
    expect(output).toContain(`${source.folder}/check.test.ts:`);
    expect(output).not.toContain('src/checker/');
    expect(status).toBe(1);
  });

  test('checks the file that ANSWER names', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'answer-')), path.basename(source.answerFile));
    writeFileSync(file, wrong[0]?.code ?? '');
    expect((await runVitest(id, file)).status).toBe(1);
    writeFileSync(file, source.exercise.solution);
    expect((await runVitest(id, file)).status).toBe(0);
  });
});
