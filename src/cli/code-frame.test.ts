import { expect, test } from 'vitest';
import { codeFrame } from './code-frame';

test('puts the caret under the place, also after tabs and wide characters', () => {
  expect(codeFrame('one\n\t日本 = ;\r\n', { line: 2, column: 7 })).toEqual(['2 |  日本 = ;', '  |         ^']);
  expect(codeFrame('one', { line: 5, column: 1 })).toEqual([]);
});
