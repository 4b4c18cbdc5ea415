import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { playgroundElement, readPlayground } from './read-playground';

const parser = unified().use(remarkParse).use(remarkMdx);

function read(text: string): ReturnType<typeof readPlayground> {
  const tree: Root = parser.parse(text);
  const found: ReturnType<typeof readPlayground>[] = [];
  visit(tree, 'mdxJsxFlowElement', (node) => {
    const element = playgroundElement(node);
    if (element !== null) found.push(readPlayground(node, element));
  });
  return found[0] ?? 'there is no snippet';
}

const block = (language: string, text: string): string => `\n\`\`\`${language}\n${text}\n\`\`\`\n`;

test.each(['Playground', 'LayerTrace'] as const)('<%s> holds code to run and, perhaps, what it gives', (element) => {
  const source = `<${element} dataset="club" fails="23505">\n${block('python', 'print(1)')}${block('result', '1')}\n</${element}>\n`;
  expect(read(source)).toEqual({
    props: { element, language: 'python', code: 'print(1)', dataset: 'club', fails: '23505' },
    claimed: { text: '1', start: source.indexOf('```result'), end: source.indexOf('\n\n</') },
  });
});

test.each([
  [
    '<LayerTrace>',
    'sql',
    'SQL has no trace: it speaks to the server itself. <Playground> runs it, and <LayerTrace> a program that sends it.',
  ],
  ['<LayerTrace>', 'psql', 'psql is not run in <LayerTrace>. A session with psql is a <Psql>.'],
  ['<LayerTrace>', 'rust', '<LayerTrace> cannot run "rust". Mark the code block as ts, typescript, python, py.'],
  ['<Playground>', 'rust', '<Playground> cannot run "rust". Mark the code block as sql, ts, typescript, python, py.'],
  ['<LayerTrace open="1">', 'ts', '<LayerTrace> has no attribute "open". It has dataset and fails.'],
])('%s with a block of %s is a fault', (opening, language, fault) => {
  const name = opening.replace(/^<(\w+).*$/s, '$1');
  expect(read(`${opening}\n${block(language, 'x')}\n</${name}>\n`)).toBe(fault);
});

test('a snippet without code says what it holds', () => {
  expect(read('<LayerTrace />\n')).toBe(
    '<LayerTrace> holds one code block and, after it, at most one ```result block, each set off by empty lines.',
  );
});
