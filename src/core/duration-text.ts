/** A duration for people: `4 ms`, `1.2 s`; what took less than a millisecond is `under 1 ms`. */
export function durationText(ms: number): string {
  if (ms < 1) return 'under 1 ms';
  if (ms < 1000) return `${String(Math.round(ms))} ms`;
  return `${String(Math.round(ms / 100) / 10)} s`;
}
