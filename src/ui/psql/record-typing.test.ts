import { expect, test } from 'vitest';
import { recordTyping, type Typing, withoutLeaving } from './record-typing';

const READY = 'athleticu=# ';
const OPEN = 'athleticu-# ';
const line = (text: string, prompt = READY): Typing => ({ kind: 'line', line: text, prompt });
const record = (...typings: Typing[]): string => typings.reduce(recordTyping, '');

test('writes down lines and keys', () => {
  expect(
    record(line("SELECT 'open"), { kind: 'interrupt', ended: 'line', prompt: "athleticu'# " }, line(''), line('\\q')),
  ).toBe("SELECT 'open\n^C\n\n\\q");
  expect(record(line('SELECT 1;'), { kind: 'end' })).toBe('SELECT 1;\n^D');
});

test('Ctrl-C where nothing is begun is nothing', () => {
  expect(record(line('SELECT 1;'), { kind: 'interrupt', ended: 'line', prompt: READY })).toBe('SELECT 1;');
  const failed = 'athleticu-!# ';
  expect(record(line('SELECT 1'), { kind: 'interrupt', ended: 'line', prompt: failed })).toBe('SELECT 1\n^C');
});

test('leaves a cancelled statement out, all its lines', () => {
  expect(
    record(line('SELECT 1;'), line('SELECT pg_sleep(9);'), { kind: 'interrupt', ended: 'statement', prompt: READY }),
  ).toBe('SELECT 1;');
  expect(
    record(line('SELECT'), line('pg_sleep(9);', OPEN), { kind: 'interrupt', ended: 'statement', prompt: OPEN }),
  ).toBe('SELECT\n^C');
});

test('\\watch is ended by its key', () => {
  expect(record(line('SELECT 1 \\watch'), { kind: 'interrupt', ended: 'pause', prompt: READY })).toBe(
    'SELECT 1 \\watch\n^C',
  );
});

test('\\e becomes what was written there', () => {
  expect(record(line('\\e'), { kind: 'edit', text: 'SELECT\n1;\n', prompt: READY })).toBe('SELECT\n1;');
  expect(record(line('SELECT'), line('\\e', OPEN), { kind: 'edit', text: 'SELECT 1;', prompt: OPEN })).toBe(
    'SELECT\n^C\nSELECT 1;',
  );
});

test.each(['\\q', '^D', 'exit', 'QUIT;', '\\quit '])('%s at the end can be taken away', (leaving) => {
  expect(withoutLeaving(`SELECT 1;\n${leaving}`)).toBe('SELECT 1;');
});

test('\\q elsewhere stays', () => {
  expect(withoutLeaving('\\q\nSELECT 1;')).toBe('\\q\nSELECT 1;');
});
