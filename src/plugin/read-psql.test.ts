import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { type PsqlSource, readPsql } from './read-psql';

const parser = unified().use(remarkParse).use(remarkMdx);

function read(text: string): PsqlSource | string {
  const tree: Root = parser.parse(text);
  let found: PsqlSource | string = 'there is no <Psql>';
  visit(tree, 'mdxJsxFlowElement', (node) => {
    if (node.name === 'Psql') found = readPsql(node, ['club', 'tiny']);
  });
  return found;
}

const block = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\`\n`;
const psql = (attributes: string, ...blocks: readonly string[]): string =>
  `<Psql${attributes}>\n\n${blocks.join('\n')}\n</Psql>\n`;

test('a recorded session', () => {
  const source = psql(
    ' dataset="club" user="coach"',
    block('sql', 'CREATE ROLE coach LOGIN;'),
    block('psql', '\\d clubs\nSELECT 1;'),
    block('result', 'athleticu=> \\d clubs\n…'),
  );
  const found = read(source);
  expect(found).toMatchObject({
    props: { dataset: 'club', user: 'coach', setup: 'CREATE ROLE coach LOGIN;', script: '\\d clubs\nSELECT 1;' },
    claimed: { text: 'athleticu=> \\d clubs\n…' },
  });
  if (typeof found === 'string' || !found.claimed) throw new Error('Nothing was read.');
  const { start, end } = found.claimed;
  expect(source.slice(start, end)).toBe('```result\nathleticu=> \\d clubs\n…\n```');
});

test.each([[psql('')], ['<Psql />\n'], [psql('', block('sql', ''))]])(
  'a session that the reader begins: %j',
  (text) => {
    expect(read(text)).toEqual({ props: { dataset: 'tiny', user: 'postgres', setup: '', script: '' }, claimed: null });
  },
);

test.each([
  [' role="coach"', [], 'has no attribute "role". It has dataset and user.'],
  [' {...props}', [], 'has no attribute "{…}"'],
  [' user={1}', [], 'must be a plain string'],
  [' user=""', [], 'Name a role'],
  [' dataset="huge"', [], 'there is no data set "huge". Known data sets are club, tiny.'],
  ['', ['Some prose.\n'], '<Psql> holds'],
  ['', [block('ts', '1')], '<Psql> holds'],
  ['', [block('result', '1')], '<Psql> holds'],
  ['', [block('psql', '1'), block('sql', '1')], '<Psql> holds'],
  ['', [block('psql', '1'), block('result', ''), block('result', '')], '<Psql> holds'],
  ['', [block('psql', '\\l')], 'no ```result block'],
  ['', [block('psql', ''), block('result', '')], 'is empty'],
])('<Psql%s> with %j', (attributes, blocks, words) => {
  const found = read(psql(attributes, ...blocks));
  expect(found).toEqual(expect.stringContaining(words));
});
