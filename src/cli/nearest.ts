import { distance } from 'fastest-levenshtein';

/** Further apart than this share of its letters, a word is another word. */
const FARTHEST = 0.4;

/** Which of the words that there are somebody may have meant; `null` when none is near. */
export function nearest(ids: readonly string[], id: string): string | null {
  const [best] = ids
    .map((known) => ({ known, apart: distance(known, id) }))
    .filter(({ known, apart }) => apart <= Math.max(known.length, id.length) * FARTHEST)
    .sort((a, b) => a.apart - b.apart);
  return best?.known ?? ids.find((known) => id.length > 2 && known.includes(id)) ?? null;
}
