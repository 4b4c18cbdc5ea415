import { expect, test } from 'vitest';
import type { OutputLine } from '../../core/run-report';
import { ScriptIo } from './script-io';
import { InterruptError } from './shell/shell-io';

const PROMPT = 'athleticu=# ';

function open(script: string): { io: ScriptIo; lines: OutputLine[] } {
  const lines: OutputLine[] = [];
  return { io: new ScriptIo(script, (line) => lines.push(line)), lines };
}

test('shows what is typed behind its prompt, and keeps it apart from what is printed', async () => {
  const { io, lines } = open('SELECT 1;\n');
  expect(await io.readLine(PROMPT, false)).toBe('SELECT 1;');
  io.write('1\n', 'out');
  io.write('ERROR\n', 'err');
  expect(lines).toEqual([
    { stream: 'input', text: 'athleticu=# SELECT 1;' },
    { stream: 'log', text: '1' },
    { stream: 'error', text: 'ERROR' },
  ]);
  expect(io.printed).toBe('1\nERROR\n');
});

test('what ends the line of a key is not printed by anybody', async () => {
  const { io, lines } = open('^C\n^D');
  await expect(io.readLine(PROMPT, false)).rejects.toThrow(InterruptError);
  io.write('\n', 'out');
  io.write('\n', 'out');
  expect(await io.readLine(PROMPT, false)).toBeNull();
  io.write('\\q\n', 'out');
  expect(io.printed).toBe('\n');
  expect(lines.map(({ text }) => text)).toEqual(['athleticu=# ^C', '', 'athleticu=# \\q']);
});
