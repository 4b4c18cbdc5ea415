import { expect, test } from 'vitest';
import { countText } from './count-text';
import { durationText } from './duration-text';
import { plainValueText } from './plain-value-text';
import type { PlainValue } from './run-report';

test.each<[PlainValue, string]>([
  [undefined, 'undefined'],
  [null, 'null'],
  ['a "b"', '"a \\"b\\""'],
  [12n, '12n'],
  [new Date(0), 'Date(1970-01-01T00:00:00.000Z)'],
  [new Date(Number.NaN), 'Date(invalid)'],
  [[], '[]'],
  [{}, '{}'],
  [{ id: 1, 'two words': [true, null] }, '{ id: 1, "two words": [true, null] }'],
  [['x'.repeat(40), 'y'.repeat(40)], `[\n  "${'x'.repeat(40)}",\n  "${'y'.repeat(40)}",\n]`],
])('%o as a program writes it', (value, written) => {
  expect(plainValueText(value)).toBe(written);
});

test('counts carry their noun and keep thousands apart', () => {
  expect([0, 1, 2, 1000, 1_234_567].map((count) => countText(count, 'row'))).toEqual([
    '0 rows',
    '1 row',
    '2 rows',
    '1,000 rows',
    '1,234,567 rows',
  ]);
});

test('durations are rounded to what people can use', () => {
  expect([0, 0.4, 4.4, 999, 1000, 1234, 5000].map(durationText)).toEqual([
    'under 1 ms',
    'under 1 ms',
    '4 ms',
    '999 ms',
    '1 s',
    '1.2 s',
    '5 s',
  ]);
});
