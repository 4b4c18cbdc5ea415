import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { faultText } from '../core/fault';
import { readLessons } from './read-lessons';

const QUIZ = `Which one?

- [ ] a
  > Not a.
- [x] b

</Quiz>
`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'lessons-'));
  mkdirSync(path.join(root, 'docs'));
  mkdirSync(path.join(root, 'exercises', 'datasets'), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

test('quizzes are read from all lessons, and an id that is taken says by which', () => {
  const quiz = `<Quiz id="a-quiz" title="A quiz">\n\n${QUIZ}`;
  writeFileSync(path.join(root, 'docs', 'one.mdx'), `---\ntitle: One\n---\n\n${quiz}`);
  writeFileSync(
    path.join(root, 'docs', 'two.mdx'),
    `${quiz.replace('a-quiz', 'other')}\n${quiz.replace('  > Not a.\n', '')}`,
  );
  const { lessons, faults } = readLessons(root);
  expect(faults).toEqual([]);
  const [one, two] = lessons.map(({ quizzes }) => quizzes);
  expect(one).toEqual([{ id: 'a-quiz', line: 5, questions: 1, faults: [] }]);
  expect(two?.map(({ id }) => id)).toEqual(['other', 'a-quiz']);
  expect(two?.[1]?.faults.map(faultText)).toEqual([
    `${path.join('docs', 'two.mdx')}:15: the wrong choice "a" is not explained. Add under it: "  > Why it is wrong."`,
    `${path.join('docs', 'two.mdx')}:11: the id "a-quiz" is taken by the quiz in ${path.join('docs', 'one.mdx')}:5. Rename one of the two.`,
  ]);
});
