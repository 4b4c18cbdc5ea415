import type { Difference } from '../core/check-report';

/** So many lines are shown of each text from the first difference on, and so many before it. */
const SHOWN = { from: 10, before: 3 } as const;

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** Where two texts begin to differ, line by line. The end of a text's last line is no line of its own. */
export function textDifference(expected: string, received: string): Extract<Difference, { kind: 'different-text' }> {
  const [wanted, got] = [linesOf(expected), linesOf(received)];
  const longest = Math.max(wanted.length, got.length);
  let at = 0;
  while (at < longest && wanted[at] === got[at]) at++;
  const before = wanted.slice(Math.max(0, at - SHOWN.before), at);
  return {
    kind: 'different-text',
    line: at + 1,
    before,
    expected: wanted.slice(at, at + SHOWN.from),
    expectedCount: wanted.length - at,
    received: got.slice(at, at + SHOWN.from),
    receivedCount: got.length - at,
  };
}
