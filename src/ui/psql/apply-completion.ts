import type { Completions } from '../../worker/client/console-client';

/** What Tab makes of a line. */
export type Completed =
  /** There is nothing that the word could become. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'changed'; readonly line: string; readonly cursor: number }
  /** It can become several things, which have nothing more in common. */
  | { readonly kind: 'choice'; readonly from: number; readonly words: readonly string[] };

function commonStart(words: readonly string[]): string {
  const [first = '', ...others] = words;
  let length = first.length;
  for (const word of others) while (!word.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}

/** Puts a word in the place of what was begun. */
export function withWord(line: string, cursor: number, from: number, word: string): { line: string; cursor: number } {
  const rest = line.slice(cursor);
  // A folder's name goes on.
  const space = word.endsWith('/') || rest.startsWith(' ') ? '' : ' ';
  const head = line.slice(0, from) + word + space;
  return { line: head + rest, cursor: head.length };
}

/** Completes the word before the cursor, as far as it is certain. */
export function applyCompletion(line: string, cursor: number, { from, words }: Completions): Completed {
  const [only] = words;
  if (only === undefined) return { kind: 'nothing' };
  if (words.length === 1) return { kind: 'changed', ...withWord(line, cursor, from, only) };
  const start = commonStart(words);
  const begun = line.slice(from, cursor);
  if (start.length <= begun.length || !start.startsWith(begun)) return { kind: 'choice', from, words };
  return { kind: 'changed', line: line.slice(0, from) + start + line.slice(cursor), cursor: from + start.length };
}
