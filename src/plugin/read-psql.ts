import type { Code } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { SUPERUSER } from '../core/server';
import type { ClaimedText } from './claimed-text';
import { claimedText } from './claimed-text';
import { readAttributes } from './read-attributes';

/** What an author says with `<Psql>` and the code blocks in it. */
export interface PsqlProps {
  /** The data set that the session begins with. */
  readonly dataset: string;
  /** Who connects. */
  readonly user: string;
  /** SQL that the superuser runs before the session begins; the empty string for none. */
  readonly setup: string;
  /** The lines that are typed; the empty string when the reader begins with nothing. */
  readonly script: string;
}

/** A `<Psql>` as it stands in a lesson. */
export interface PsqlSource {
  readonly props: PsqlProps;
  /** The recorded session, and where its text stands in the file; `null` without one. */
  readonly claimed: ClaimedText | null;
}

const ATTRIBUTES = ['dataset', 'user'];
const DEFAULT_DATASET = 'tiny';

const FORM =
  '<Psql> holds, each set off by empty lines: at most one ```sql block (what the superuser runs first), and then either nothing or a ```psql block (what is typed) with a ```result block after it.';

/** The blocks by what they are; `null` when they are not those of a session, or stand in another order. */
function blocksOf(node: MdxJsxFlowElement): { setup?: Code; script?: Code; result?: Code } | null {
  const blocks = node.children.filter((child): child is Code => child.type === 'code');
  if (blocks.length !== node.children.length) return null;
  const [setup, rest] = blocks[0]?.lang === 'sql' ? [blocks[0], blocks.slice(1)] : [undefined, blocks];
  const [script, result, ...more] = rest;
  if (more.length > 0 || (script && script.lang !== 'psql') || (result && result.lang !== 'result')) return null;
  return { ...(setup && { setup }), ...(script && { script }), ...(result && { result }) };
}

/**
 * Reads a `<Psql>`: a session with psql, recorded or to be begun by the reader.
 * @param datasets the names of all data sets
 * @returns the session, or what is wrong with it
 */
export function readPsql(node: MdxJsxFlowElement, datasets: readonly string[]): PsqlSource | string {
  const given = readAttributes(node, ATTRIBUTES);
  if (typeof given === 'string') return given;
  const dataset = given.get('dataset') ?? DEFAULT_DATASET;
  if (!datasets.includes(dataset)) {
    return `<Psql>: there is no data set "${dataset}". Known data sets are ${datasets.join(', ')}.`;
  }
  const user = given.get('user') ?? SUPERUSER;
  if (user === '') return '<Psql>: the attribute "user" is empty. Name a role, or leave the attribute out.';
  const blocks = blocksOf(node);
  if (!blocks) return FORM;
  const { setup, script, result } = blocks;
  if (script && !result) {
    return '<Psql>: the ```psql block has no ```result block after it. Add an empty one: `npm run verify -- --write` fills it.';
  }
  if (script?.value.trim() === '') return '<Psql>: the ```psql block is empty. Type something, or leave it out.';
  return {
    props: { dataset, user, setup: setup?.value ?? '', script: script?.value ?? '' },
    claimed: claimedText(result),
  };
}
