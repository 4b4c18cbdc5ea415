import { expect, test } from 'vitest';
import { stepAfter } from './step-after';

test.each<[string, number, number | null]>([
  ['ArrowDown', 0, 1],
  ['ArrowRight', 1, 2],
  ['ArrowDown', 4, 4],
  ['ArrowUp', 4, 3],
  ['ArrowLeft', 0, 0],
  ['Home', 3, 0],
  ['End', 1, 4],
  ['Tab', 1, null],
  ['Enter', 1, null],
])('%s at step %i of 5 leads to %s', (key, step, expected) => {
  expect(stepAfter(key, step, 5)).toBe(expected);
});
