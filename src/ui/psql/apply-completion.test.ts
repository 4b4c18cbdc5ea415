import { expect, test } from 'vitest';
import { applyCompletion } from './apply-completion';

test('puts the only word in, with a space', () => {
  expect(applyCompletion('SELECT * FROM ath', 17, { from: 14, words: ['athletes'] })).toEqual({
    kind: 'changed',
    line: 'SELECT * FROM athletes ',
    cursor: 23,
  });
});

test('changes the word at the cursor, and keeps what stands behind it', () => {
  expect(applyCompletion('SELECT na FROM clubs', 9, { from: 7, words: ['name'] })).toEqual({
    kind: 'changed',
    line: 'SELECT name FROM clubs',
    cursor: 11,
  });
});

test('goes as far as all words have in common, and then lists them', () => {
  const words = ['athletes', 'athletes_clubs'];
  expect(applyCompletion('TABLE at', 8, { from: 6, words })).toEqual({
    kind: 'changed',
    line: 'TABLE athletes',
    cursor: 14,
  });
  expect(applyCompletion('TABLE athletes', 14, { from: 6, words })).toEqual({ kind: 'choice', from: 6, words });
});

test('leaves a line alone that nothing is known of', () => {
  expect(applyCompletion('xyz', 3, { from: 0, words: [] })).toEqual({ kind: 'nothing' });
});

test('a folder goes on', () => {
  expect(applyCompletion('\\i fo', 5, { from: 3, words: ['folder/'] })).toMatchObject({ line: '\\i folder/' });
});
