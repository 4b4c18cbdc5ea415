import { textHash } from '../../core/progress';

/** Pseudo-random numbers from 0 to 1, always the same ones for a seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The numbers from 0 to `count - 1` in an order that depends on the seed alone, so that the page's server and its browser
 * agree. Never the order from which it started, as long as there is another.
 */
export function shuffledOrder(count: number, seed: string): number[] {
  const random = randomNumbers(Number.parseInt(textHash(seed), 16));
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] ?? j, order[i] ?? i];
  }
  const [first, ...others] = order;
  return first !== undefined && order.every((item, place) => item === place) ? [...others, first] : order;
}
