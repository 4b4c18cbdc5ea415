import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';

/** The attributes of an element, each a plain string; or what is wrong with them. */
export function readAttributes(node: MdxJsxFlowElement, known: readonly string[]): Map<string, string> | string {
  const element = `<${node.name ?? ''}>`;
  const given = new Map<string, string>();
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || !known.includes(attribute.name)) {
      const name = attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}';
      return `${element} has no attribute "${name}". It has ${known.join(' and ')}.`;
    }
    if (typeof attribute.value !== 'string')
      return `The attribute "${attribute.name}" of ${element} must be a plain string.`;
    given.set(attribute.name, attribute.value);
  }
  return given;
}
