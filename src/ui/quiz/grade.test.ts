import { describe, expect, test } from 'vitest';
import { gradeMatch, gradeOne, gradeOrder, gradeSeveral } from './grade';
import { resultText } from './result-text';

describe('one right choice', () => {
  test('nothing chosen is no answer', () => {
    expect(gradeOne([true, false], null)).toBeNull();
  });
  test('the right one', () => {
    expect(gradeOne([false, true], 1)).toEqual({ passed: true, marks: [null, 'right'] });
  });
  test('a wrong one does not give the right one away', () => {
    expect(gradeOne([false, true, false], 2)).toEqual({ passed: false, marks: [null, null, 'wrong'] });
  });
});

describe('several right choices', () => {
  const right = [true, false, true];
  test('nothing chosen is no answer', () => {
    expect(gradeSeveral(right, new Set())).toBeNull();
  });
  test('exactly the right ones', () => {
    expect(gradeSeveral(right, new Set([2, 0]))).toEqual({ passed: true, marks: ['right', null, 'right'] });
  });
  test('all, or too few', () => {
    expect(gradeSeveral(right, new Set([0, 1, 2]))).toEqual({ passed: false, marks: ['right', 'wrong', 'right'] });
    expect(gradeSeveral(right, new Set([0]))).toEqual({ passed: false, marks: ['right', null, 'missed'] });
  });
});

test('an order is graded by place, and the marks belong to the steps', () => {
  expect(gradeOrder([0, 1, 2])).toEqual({ passed: true, marks: ['right', 'right', 'right'] });
  expect(gradeOrder([2, 1, 0])).toEqual({ passed: false, marks: ['wrong', 'right', 'wrong'] });
  expect(gradeOrder([0, 2, 3, 1])).toEqual({ passed: false, marks: ['right', 'wrong', 'wrong', 'wrong'] });
});

describe('matching', () => {
  test('is no answer while a line is open', () => {
    expect(gradeMatch(['a', 'b'], ['a', ''])).toBeNull();
    expect(gradeMatch(['a', 'b'], ['a'])).toBeNull();
  });
  test('is graded line by line', () => {
    expect(gradeMatch(['a', 'b'], ['a', 'b'])).toEqual({ passed: true, marks: ['right', 'right'] });
    expect(gradeMatch(['a', 'b'], ['b', 'b'])).toEqual({ passed: false, marks: ['wrong', 'right'] });
  });
});

test.each([
  ['one', { passed: true, marks: ['right', null] }, 'Right.'],
  [
    'several',
    { passed: false, marks: ['right', 'wrong', 'missed'] },
    'Not right yet: 1 choice right, 1 wrong, 1 missed.',
  ],
  [
    'several',
    { passed: false, marks: [null, 'wrong', 'missed'] },
    'Not right yet: 0 choices right, 1 wrong, 1 missed.',
  ],
  ['order', { passed: false, marks: ['right', 'wrong', 'wrong'] }, 'Not right yet: 1 of 3 steps in place.'],
  ['match', { passed: false, marks: ['wrong', 'wrong'] }, 'Not right yet: 0 of 2 lines right.'],
] as const)('a grade in words: %s', (kind, grade, words) => {
  expect(resultText(kind, grade)).toBe(words);
});
