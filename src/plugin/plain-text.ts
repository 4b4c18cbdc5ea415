import type { Nodes } from 'mdast';

/** The text of a piece of Markdown, its marks left out. */
export function plainText(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => {
      if ('value' in node) return node.value;
      if ('children' in node) return plainText(node.children);
      return node.type === 'break' ? ' ' : '';
    })
    .join('')
    .trim();
}
