import type { Code } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { Language } from '../core/language';

/** What an author says with `<Playground>` and the code block in it. */
export interface PlaygroundProps {
  readonly language: Language;
  readonly code: string;
  /** The data set that it runs on. */
  readonly dataset: string;
  /** The SQLSTATE, or the kind of error, with which it is meant to fail; `null` when it is meant to run. */
  readonly fails: string | null;
}

interface PlaygroundSource {
  readonly props: PlaygroundProps;
  readonly claimed: { readonly text: string; readonly start: number; readonly end: number } | null;
}

/** How authors mark the language of a code block. */
const FENCES: Readonly<Record<string, Language>> = { sql: 'sql', ts: 'typescript', typescript: 'typescript' };
const ATTRIBUTES = new Set(['dataset', 'fails']);
const DEFAULT_DATASET = 'tiny';

/**
 * Reads a `<Playground>`: one code block to run and, if the page shows its output, a `result` block after it.
 * @returns the snippet, or what is wrong with it
 */
export function readPlayground(node: MdxJsxFlowElement): PlaygroundSource | string {
  const given = new Map<string, string>();
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || !ATTRIBUTES.has(attribute.name)) {
      const name = attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}';
      return `<Playground> has no attribute "${name}". It has ${[...ATTRIBUTES].join(' and ')}.`;
    }
    if (typeof attribute.value !== 'string')
      return `The attribute "${attribute.name}" of <Playground> must be a plain string.`;
    given.set(attribute.name, attribute.value);
  }
  const blocks = node.children.filter((child): child is Code => child.type === 'code');
  const [code, result] = blocks;
  if (!code || blocks.length !== node.children.length || blocks.length > 2 || (result && result.lang !== 'result')) {
    return '<Playground> holds one code block and, after it, at most one ```result block, each set off by empty lines.';
  }
  const language = FENCES[code.lang ?? ''];
  if (!language)
    return `<Playground> cannot run "${code.lang ?? ''}". Mark the code block as ${Object.keys(FENCES).join(', ')}.`;
  const { start, end } = result?.position ?? {};
  return {
    props: {
      language,
      code: code.value,
      dataset: given.get('dataset') ?? DEFAULT_DATASET,
      fails: given.get('fails') ?? null,
    },
    claimed:
      result && start?.offset !== undefined && end?.offset !== undefined
        ? { text: result.value, start: start.offset, end: end.offset }
        : null,
  };
}
