import { expect, test } from 'vitest';
import { paintFor } from './paint';

test('has colours on a terminal only, and none where NO_COLOR is set', () => {
  expect(paintFor({ isTTY: true }, {})('red', 'no')).toBe('\u001b[31mno\u001b[39m');
  expect(paintFor({ isTTY: true }, { NO_COLOR: '' })('bold', 'no')).toBe('\u001b[1mno\u001b[22m');
  expect(paintFor({ isTTY: true }, { NO_COLOR: '1' })('red', 'no')).toBe('no');
  expect(paintFor({}, {})('red', 'no')).toBe('no');
});
