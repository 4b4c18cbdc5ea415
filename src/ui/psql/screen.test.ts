import { expect, test } from 'vitest';
import { cleared, EMPTY_SCREEN, MOST_LINES, screenText, typed, withLost, written } from './screen';

test('text becomes lines, and a line may come in parts', () => {
  const begun = written(EMPTY_SCREEN, 'one\ntw', 'out');
  expect(begun.isOpen).toBe(true);
  const screen = written(begun, 'o\n\nthree', 'err');
  expect(screen.lines.map(({ number, spans }) => [number, spans.map(({ kind, text }) => `${kind} ${text}`)])).toEqual([
    [0, ['out one']],
    [1, ['out tw', 'err o']],
    [2, []],
    [3, ['err three']],
  ]);
  expect(screenText(screen)).toBe('one\ntwo\n\nthree');
});

test('a typed line stands behind its prompt, and behind whatever had no end', () => {
  const screen = typed(written(EMPTY_SCREEN, 'no end', 'out'), 'athleticu=# ', 'SELECT 1;');
  expect(screenText(screen)).toBe('no endathleticu=# SELECT 1;\n');
  expect(screen.lines.at(-1)?.spans.map(({ kind }) => kind)).toEqual(['out', 'prompt', 'typed']);
});

test('an empty line that is typed shows its prompt', () => {
  expect(screenText(typed(EMPTY_SCREEN, 'athleticu=# ', ''))).toBe('athleticu=# \n');
});

test('keeps the last lines, and says how many it left out', () => {
  const screen = written(EMPTY_SCREEN, 'line\n'.repeat(MOST_LINES + 5), 'out');
  expect(screen.lines).toHaveLength(MOST_LINES);
  expect(screen.dropped).toBe(5);
  expect(screen.lines[0]?.number).toBe(5);
  expect(withLost(screen, 10)).toMatchObject({ lines: [], dropped: MOST_LINES + 15, next: MOST_LINES + 5 });
});

test('an empty screen goes on with its numbers', () => {
  expect(written(cleared(written(EMPTY_SCREEN, 'a\nb\n', 'out')), 'c\n', 'out').lines).toMatchObject([{ number: 2 }]);
});
