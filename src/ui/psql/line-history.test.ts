import { expect, test } from 'vitest';
import { EMPTY_HISTORY, lineAt, linesWith, newer, older, withLine } from './line-history';

const three = ['SELECT 1;', '\\d clubs', 'SELECT 2;'].reduce(withLine, EMPTY_HISTORY);

test('goes back, and forward to what was being typed', () => {
  const back = older(older(three, 'half a li'), 'SELECT 2;');
  expect(lineAt(back)).toBe('\\d clubs');
  expect(lineAt(newer(back))).toBe('SELECT 2;');
  expect(lineAt(newer(newer(back)))).toBe('half a li');
  expect(lineAt(newer(newer(newer(back))))).toBe('half a li');
});

test('stays at the first line', () => {
  const first = older(older(older(older(three, ''), ''), ''), '');
  expect(lineAt(first)).toBe('SELECT 1;');
});

test('has nothing where nothing was typed', () => {
  expect(lineAt(older(EMPTY_HISTORY, 'begun'))).toBe('');
  expect(older(EMPTY_HISTORY, 'begun').at).toBeNull();
});

test('keeps no empty line, and none twice in a row', () => {
  expect([' ', 'SELECT 2;', 'SELECT 2;'].reduce(withLine, three).lines).toEqual(three.lines);
});

test('finds lines, the last one first, whatever their case', () => {
  expect(linesWith(three, 'select')).toEqual(['SELECT 2;', 'SELECT 1;']);
  expect(linesWith(withLine(three, 'SELECT 1;'), 'select 1')).toEqual(['SELECT 1;']);
});
