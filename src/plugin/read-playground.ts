import type { Code } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { Language } from '../core/language';
import { type ClaimedText, claimedText } from './claimed-text';
import { readAttributes } from './read-attributes';

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
  readonly claimed: ClaimedText | null;
}

/** How authors mark the language of a code block. */
const FENCES: Readonly<Record<string, Language>> = {
  sql: 'sql',
  ts: 'typescript',
  typescript: 'typescript',
  python: 'python',
  py: 'python',
};
const ATTRIBUTES = ['dataset', 'fails'];
const DEFAULT_DATASET = 'tiny';

/**
 * Reads a `<Playground>`: one code block to run and, if the page shows its output, a `result` block after it.
 * @returns the snippet, or what is wrong with it
 */
export function readPlayground(node: MdxJsxFlowElement): PlaygroundSource | string {
  const given = readAttributes(node, ATTRIBUTES);
  if (typeof given === 'string') return given;
  const blocks = node.children.filter((child): child is Code => child.type === 'code');
  const [code, result] = blocks;
  if (!code || blocks.length !== node.children.length || blocks.length > 2 || (result && result.lang !== 'result')) {
    return '<Playground> holds one code block and, after it, at most one ```result block, each set off by empty lines.';
  }
  const language = FENCES[code.lang ?? ''];
  if (code.lang === 'psql') return 'psql is not run in <Playground>. A session with psql is a <Psql>.';
  if (!language)
    return `<Playground> cannot run "${code.lang ?? ''}". Mark the code block as ${Object.keys(FENCES).join(', ')}.`;
  return {
    props: {
      language,
      code: code.value,
      dataset: given.get('dataset') ?? DEFAULT_DATASET,
      fails: given.get('fails') ?? null,
    },
    claimed: claimedText(result),
  };
}
