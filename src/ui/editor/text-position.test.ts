import { expect, test } from 'vitest';
import { offsetOf, positionOf } from './text-position';

const text = 'SELECT *\nFROM athletes\n';

test('a position and its offset are each other’s inverse', () => {
  for (let offset = 0; offset <= text.length; offset++) {
    expect(offsetOf(text, positionOf(text, offset))).toBe(offset);
  }
});

test('a position outside the text goes to the nearest inside', () => {
  expect(offsetOf(text, { line: 1, column: 99 })).toBe(8);
  expect(offsetOf(text, { line: 99, column: 1 })).toBe(text.length);
  expect(offsetOf(text, { line: 0, column: 0 })).toBe(0);
});
