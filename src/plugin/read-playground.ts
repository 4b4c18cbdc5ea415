import type { Code } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { Language } from '../core/language';
import { type ClaimedText, claimedText } from './claimed-text';
import { readAttributes } from './read-attributes';

/** The elements of a snippet. With the second one the trace of its layers stands open. */
const ELEMENTS = ['Playground', 'LayerTrace'] as const;
export type PlaygroundElement = (typeof ELEMENTS)[number];

/** Which element of a snippet a node is; `null` when it is none. */
export function playgroundElement({ name }: MdxJsxFlowElement): PlaygroundElement | null {
  return ELEMENTS.find((element) => element === name) ?? null;
}

/** What an author says with `<Playground>` or `<LayerTrace>`, and with the code block in it. */
export interface PlaygroundProps {
  readonly element: PlaygroundElement;
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
/** What each element runs: the trace of what speaks to the server itself would only repeat its results. */
const LANGUAGES: Readonly<Record<PlaygroundElement, readonly Language[]>> = {
  Playground: ['sql', 'typescript', 'python'],
  LayerTrace: ['typescript', 'python'],
};
const ATTRIBUTES = ['dataset', 'fails'];
const DEFAULT_DATASET = 'tiny';

function fencesOf(languages: readonly Language[]): string {
  return Object.keys(FENCES)
    .filter((fence) => languages.some((language) => language === FENCES[fence]))
    .join(', ');
}

/**
 * Reads a `<Playground>` or a `<LayerTrace>`: one code block to run and, if the page shows its output, a `result` block after it.
 * @returns the snippet, or what is wrong with it
 */
export function readPlayground(node: MdxJsxFlowElement, element: PlaygroundElement): PlaygroundSource | string {
  const given = readAttributes(node, ATTRIBUTES);
  if (typeof given === 'string') return given;
  const blocks = node.children.filter((child): child is Code => child.type === 'code');
  const [code, result] = blocks;
  if (!code || blocks.length !== node.children.length || blocks.length > 2 || (result && result.lang !== 'result')) {
    return `<${element}> holds one code block and, after it, at most one \`\`\`result block, each set off by empty lines.`;
  }
  const language = FENCES[code.lang ?? ''];
  if (code.lang === 'psql') return `psql is not run in <${element}>. A session with psql is a <Psql>.`;
  const runs = LANGUAGES[element];
  if (language === 'sql' && !runs.includes(language)) {
    return 'SQL has no trace: it speaks to the server itself. <Playground> runs it, and <LayerTrace> a program that sends it.';
  }
  if (!language || !runs.includes(language)) {
    return `<${element}> cannot run "${code.lang ?? ''}". Mark the code block as ${fencesOf(runs)}.`;
  }
  return {
    props: {
      element,
      language,
      code: code.value,
      dataset: given.get('dataset') ?? DEFAULT_DATASET,
      fails: given.get('fails') ?? null,
    },
    claimed: claimedText(result),
  };
}
