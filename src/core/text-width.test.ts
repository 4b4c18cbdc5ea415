import { expect, it } from 'vitest';
import { characterWidth } from './text-width';

// As psql 18.6 counts them.
it.each([
  ['a letter', 'a', 1],
  ['a letter with an accent', 'é', 1],
  ['a combining accent', '\u0301', 0],
  ['a soft hyphen', '\u00ad', 0],
  ['a space without width', '\u200b', 0],
  ['a line end', '\n', -1],
  ['a control character beyond ASCII', '\u0085', -1],
  ['an ideograph', '日', 2],
  ['a syllable of Hangul', '한', 2],
  ['a trigram', '☰', 2],
  ['a hexagram', '䷀', 2],
  ['an emoji', '😀', 2],
  ['half a flag', '🇩', 1],
  ['a box', '─', 1],
])('%s', (_, character, width) => {
  expect(characterWidth(character)).toBe(width);
});
