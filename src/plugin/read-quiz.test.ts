import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { plainText } from './plain-text';
import { readQuiz } from './read-quiz';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** Reads a lesson that holds nothing but a quiz; its first line is the opening tag. */
function read(body: string, tag = '<Quiz id="a-quiz" title="A quiz">') {
  const [node] = parser.parse(`${tag}\n\n${body}\n\n</Quiz>\n`).children;
  return readQuiz(node as MdxJsxFlowElement);
}

const ONE = `Which one?

- [ ] \`a\`
  > Not a.
- [x] b`;
const ORDER = `Which order?

1. first
   > Because.
2. second
   > Then.`;
const MATCH = `What goes with what?

| left | right | why |
| ---- | ----- | --- |
| \`a\` | one   | so  |
| b    | two   | so  |
|      | three | no  |`;

test('reads the four kinds, in one quiz, with the text before and after the question', () => {
  const { quiz, faults } = read(
    `Look:\n\n\`\`\`sql\nSELECT 1;\n\`\`\`\n\n${ONE}\n\n${ONE.replace('one', 'several').replace('b', 'b\n- [x] c')}\n\n${ORDER}\n\nMore\n\nWhat does it give?\n\n\`\`\`sql\nSELECT 2;\n\`\`\`\n\n${MATCH.replace('What goes with what?', '')}`,
  );
  expect(faults).toEqual([]);
  expect(quiz).toMatchObject({ id: 'a-quiz', title: 'A quiz' });
  expect(quiz.questions.map(({ answers }) => answers.kind)).toEqual(['one', 'several', 'order', 'match']);
  const [one, , order, match] = quiz.questions;
  expect(one?.before.map(({ type }) => type)).toEqual(['paragraph', 'code']);
  expect(plainText(one?.legend ?? [])).toBe('Which one?');
  expect(one?.answers).toMatchObject({
    choices: [
      { text: 'a', right: false, why: [{ type: 'paragraph' }] },
      { text: 'b', right: true, why: [] },
    ],
  });
  expect(order?.answers).toMatchObject({ steps: [{ text: 'first' }, { text: 'second' }] });
  expect(plainText(match?.before ?? [])).toBe('More');
  expect(match?.after.map(({ type }) => type)).toEqual(['code']);
  expect(match?.answers).toMatchObject({
    columns: ['left', 'right'],
    pairs: [
      { left: { text: 'a' }, right: 'one' },
      { left: { text: 'b' }, right: 'two' },
      { left: null, right: 'three' },
    ],
  });
});

test('a question has another key once it asks something else, not when its answers are reworded', () => {
  const key = (body: string) => read(body).quiz.questions[0]?.key;
  expect(key(ONE.replace('Not a.', 'No.'))).toBe(key(ONE));
  expect(key(ONE.replace('Which', 'What'))).not.toBe(key(ONE));
  expect(key(`\`\`\`sql\nSELECT 1;\n\`\`\`\n\n${ONE}`)).not.toBe(key(`\`\`\`sql\nSELECT 2;\n\`\`\`\n\n${ONE}`));
});

test.each([
  ['no id', ONE, '<Quiz title="A quiz">', 1, 'needs an id and a title'],
  ['no title', ONE, '<Quiz id="a-quiz">', 1, 'needs an id and a title'],
  ['an id that is none', ONE, '<Quiz id="A quiz" title="A quiz">', 1, 'lower-case words joined by hyphens'],
  ['an unknown attribute', ONE, '<Quiz id="a" title="A" kind="one">', 1, 'no attribute "kind". It has id and title'],
  ['a computed attribute', ONE, '<Quiz id={a} title="A">', 1, 'must be a plain string'],
])('%s', (_what, body, tag, line, words) => {
  expect(read(body, tag).faults).toContainEqual({ line, message: expect.stringContaining(words) as string });
});

test.each([
  ['nothing', '', 1, 'holds no question'],
  ['a question without answers', `${ONE}\n\nAnd now?`, 9, 'the question "And now?" has no answers'],
  ['answers without a question', ONE.replace('Which one?', ''), 5, 'these answers have no question'],
  ['something else', `## A heading\n\n${ONE}`, 3, 'nothing else'],
  ['an explanation that is not indented', ONE.replace('  > Not a.', '\n> Not a.\n'), 7, 'belongs to no choice'],
  ['a choice without a box', ONE.replace('[x] ', ''), 7, 'every choice has a box'],
  ['a wrong choice that is not explained', ONE.replace('  > Not a.\n', ''), 5, 'the wrong choice "a" is not explained'],
  ['a single choice', 'Which?\n\n- [x] a', 5, 'at least two choices, this one has 1'],
  ['no right choice', ONE.replace('[x] b', '[ ] b\n  > No.'), 5, 'no choice is right'],
  ['no wrong choice', ONE.replace('[ ]', '[x]'), 5, 'every choice is right'],
  ['the same choice twice', ONE.replace('] b', '] a'), 5, 'the choice "a" is there twice'],
  [
    'a choice of two paragraphs',
    ONE.replace('] b', '] b\n\n  c'),
    7,
    'one paragraph and, indented under it, one explanation',
  ],
  ['the same question twice', `${ONE}\n\n${ONE}`, 11, 'is asked twice'],
  ['a step with a box', ORDER.replace('2. ', '2. [ ] '), 7, 'has no boxes'],
  ['a step that is not explained', ORDER.replace('   > Then.', ''), 7, 'the step "second" is not explained'],
  ['the same step twice', ORDER.replace('second', 'first'), 5, 'the step "first" is there twice'],
  ['a table of two columns', MATCH.replace(/\|[^|\n]*\|$/gm, '|'), 5, 'three named columns'],
  ['a line that is not explained', MATCH.replace('one   | so', 'one   |   '), 7, 'Say in its third column why the two'],
  ['a wrong side that is not explained', MATCH.replace('| no ', '|    '), 9, 'why "three" goes with nothing'],
  ['no right side', MATCH.replace('two', '   '), 8, 'the line of "b" has no right side'],
  ['the same right side twice', MATCH.replace('three', 'one'), 5, 'the right side "one" is there twice'],
  ['the same left side twice', MATCH.replace('| b ', '| `a` '), 5, 'the left side "a" is there twice'],
  ['a right side with marks', MATCH.replace('two', '**two**'), 8, 'plain text and `code` only'],
  ['a right side that is too long', MATCH.replace('two', 'x'.repeat(61)), 8, 'has 61 characters'],
  ['an expression', `{1 + 1}\n\n${ONE}`, 3, 'cannot compute anything'],
])('%s', (_what, body, line, words) => {
  expect(read(body).faults).toContainEqual({ line, message: expect.stringContaining(words) as string });
});

test('a comment is none of the reader’s business', () => {
  expect(read(`{/* checked with 18.1 */}\n\n${ONE}`).faults).toEqual([]);
});
