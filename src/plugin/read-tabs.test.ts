import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { tabsFaults } from './read-tabs';

const parser = unified().use(remarkParse).use(remarkMdx);

function faults(group: string, ...tabs: string[]) {
  const items = tabs.map((tab) => `<TabItem ${tab}>\n\nText.\n\n</TabItem>\n`);
  const [node] = parser.parse(`<Tabs ${group}>\n${items.join('')}</Tabs>\n`).children;
  return tabsFaults(node as MdxJsxFlowElement);
}

test('tabs of a known group, and tabs of none', () => {
  expect(faults('groupId="os" queryString', 'value="debian" label="Debian, Ubuntu"')).toEqual([]);
  expect(faults('', 'value="python" label="Python"')).toEqual([]);
});

test('an unknown group', () => {
  expect(faults('groupId="system"', 'value="debian" label="Debian, Ubuntu"')).toEqual([
    { line: 1, message: '<Tabs> has no group "system". Known groups are os, language.' },
  ]);
});

test.each([
  'value="linux" label="Debian, Ubuntu"',
  'value="debian" label="Linux"',
  'value="debian"',
  'value="toString"',
])('a tab that other lessons call something else: %s', (tab) => {
  const found = faults('groupId="os"', 'value="macos" label="macOS"', tab);
  expect(found).toEqual([
    { line: 7, message: expect.stringContaining('value="debian" label="Debian, Ubuntu"') as string },
  ]);
});
