import { describe, expect, test } from 'vitest';
import { statementTitle } from './statement-title';

describe('the title of a statement', () => {
  test.each([
    ['insert into clubs values (1)', 'INSERT'],
    ['  \n\tSELECT 1', 'SELECT'],
    ['((SELECT 1) UNION (SELECT 2))', 'SELECT'],
    ['-- names of clubs\nSELECT 1', 'SELECT'],
    ['-- one\r-- two\r\n(-- three\nSELECT 1)', 'SELECT'],
    ['/* all */ /* of\nthem */select 1', 'SELECT'],
    ['/* a /* nested */ one */ UPDATE clubs SET id = 1', 'UPDATE'],
    ['-- all\n;SELECT 1', 'SELECT'],
    ['/**/SELECT/* all */1', 'SELECT'],
  ])('of %j names %s', (sql, word) => {
    expect(statementTitle('Runs', sql)).toBe(`Runs ${word}`);
  });

  test.each(['', '  ', '-- names of clubs', '/* names */', '/* names', '/* /* names */', '1', '$1', '- SELECT', ';'])(
    'of %j names nothing: no word of a comment',
    (sql) => {
      expect(statementTitle('Runs', sql)).toBe('Runs a statement');
    },
  );

  test.each([
    ['dashes', '-'],
    ['beginnings of comments', '/*'],
    ['comments', '/**/'],
    ['brackets', '('],
    ['blanks', ' '],
    ['lines', '--\n'],
  ])('is found among many %s: with time that grows as their square, the test would not end', (_what, piece) => {
    expect(statementTitle('Runs', `${piece.repeat(1_000_000)}\n!`)).toBe('Runs a statement');
  });
});
