import { expect, test } from 'vitest';
import { showValue } from './show-value';

test('a short row stays on one line', () => {
  expect(showValue([{ name: 'Velocity' }])).toBe("[ { name: 'Velocity' } ]");
});

test('a list that is too long has one line a row', () => {
  const row = { name: 'Harbour Harriers', city: 'Bergen' };
  const line = "  { name: 'Harbour Harriers', city: 'Bergen' }";
  expect(showValue([row, row])).toBe(`[\n${line},\n${line}\n]`);
});

test('nested blocks are indented', () => {
  const long = 'x'.repeat(80);
  expect(showValue({ a: { 'b c': long } })).toBe(`{\n  a: {\n    'b c': '${long}'\n  }\n}`);
});

test('an error shows its message and the fields that it has', () => {
  const error = Object.assign(new Error('duplicate key'), { code: '23505', hint: undefined });
  error.name = 'error';
  expect(showValue(error)).toBe("error: duplicate key { code: '23505' }");
});

test('what refers back to itself ends', () => {
  const list: unknown[] = ['x'.repeat(80)];
  list.push(list);
  expect(showValue(list)).toContain('[Circular]');
});
