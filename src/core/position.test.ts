import { describe, expect, test } from 'vitest';
import { indexOfCharacter, positionAt } from './position';

describe('positionAt', () => {
  test.each([
    ['', 0, 1, 1],
    ['abc', 0, 1, 1],
    ['abc', 2, 1, 3],
    ['a\nbc', 1, 1, 2],
    ['a\nbc', 2, 2, 1],
    ['a\n\n', 3, 3, 1],
    ['a\r\nb', 3, 2, 1],
    ['🏃x', 2, 1, 2],
    ['abc', 99, 1, 4],
  ])('%j at %i is line %i, column %i', (text, index, line, column) => {
    expect(positionAt(text, index)).toEqual({ line, column });
  });
});

describe('indexOfCharacter', () => {
  test.each([
    ['abc', 1, 0],
    ['abc', 3, 2],
    ['🏃x', 2, 2],
    ['é🏃é', 3, 3],
    ['abc', 99, 3],
    ['', 1, 0],
  ])('character %2$i of %1$j', (text, character, index) => {
    expect(indexOfCharacter(text, character)).toBe(index);
  });
});
