import { expect, test } from 'vitest';
import { shuffledOrder } from './shuffle';

const SEEDS = Array.from({ length: 500 }, (_, i) => `quiz-${String(i)}`);

test('the same seed gives the same order', () => {
  expect(shuffledOrder(6, 'a-quiz')).toEqual(shuffledOrder(6, 'a-quiz'));
});

test.each([2, 3, 4, 7])('of %d, each number is there once, and never in the order of the start', (count) => {
  const start = Array.from({ length: count }, (_, i) => i);
  for (const seed of SEEDS) {
    const order = shuffledOrder(count, seed);
    expect(order.toSorted((a, b) => a - b)).toEqual(start);
    expect(order).not.toEqual(start);
  }
});

test('every other order comes up', () => {
  const orders = new Set(SEEDS.map((seed) => shuffledOrder(3, seed).join('')));
  expect([...orders].sort()).toEqual(['021', '102', '120', '201', '210']);
});

test('nothing and a single thing stay as they are', () => {
  expect(shuffledOrder(0, 'a')).toEqual([]);
  expect(shuffledOrder(1, 'a')).toEqual([0]);
});
