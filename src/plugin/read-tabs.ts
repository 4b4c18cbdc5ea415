import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';

/** Choices that the whole site remembers, by group: every lesson has to call them the same. */
const GROUPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  os: { debian: 'Debian, Ubuntu', macos: 'macOS', windows: 'Windows', container: 'Container' },
  language: { python: 'Python', typescript: 'TypeScript' },
};

interface TabsFault {
  /** From 1, in the lesson's file. */
  readonly line: number;
  readonly message: string;
}

function attribute(node: MdxJsxFlowElement, name: string): string {
  const value = node.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === name)?.value;
  return typeof value === 'string' ? value : '';
}

/** Says what is wrong with `<Tabs groupId>`: a group or a tab that no other lesson would call so. */
export function tabsFaults(node: MdxJsxFlowElement): TabsFault[] {
  const at = (child: Pick<MdxJsxFlowElement, 'position'>): number => child.position?.start.line ?? 1;
  const group = attribute(node, 'groupId');
  if (group === '') return [];
  const known = GROUPS[group];
  if (!known) {
    const groups = Object.keys(GROUPS).join(', ');
    return [{ line: at(node), message: `<Tabs> has no group "${group}". Known groups are ${groups}.` }];
  }
  const tabs = Object.entries(known).map(([value, label]) => `<TabItem value="${value}" label="${label}">`);
  return node.children.flatMap((child) => {
    if (child.type !== 'mdxJsxFlowElement' || child.name !== 'TabItem') return [];
    const [value, label] = [attribute(child, 'value'), attribute(child, 'label')];
    if (known[value] === label && label !== '') return [];
    const message = `the tabs of the group "${group}" are ${tabs.join(', ')}: the same everywhere, so that the choice is remembered.`;
    return [{ line: at(child), message }];
  });
}
