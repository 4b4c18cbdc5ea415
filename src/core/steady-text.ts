/** What \timing prints: `Time: 1.234 ms`, and with a longer time `Time: 61234.567 ms (01:01.235)`. */
const TIMING = /^Time: \d+\.\d{3} ms(?: \([\d :.d]+\))?$/gm;
/** The time at which \watch ran, as C's `%c` writes it: `Wed Nov 25 22:05:26 2026 (every 2s)`. */
const WATCHED = /\b[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}(?= \(every [\d.]+s\)$)/gm;

/**
 * What psql printed, without what is another one each time: how long a statement took, and when \watch ran. Nothing
 * else is left out: whatever else varies is for the author to avoid.
 */
export function steadyText(printed: string): string {
  return printed.replaceAll(TIMING, 'Time: … ms').replaceAll(WATCHED, '…');
}
