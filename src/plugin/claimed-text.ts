import type { Code } from 'mdast';

/** The output that a page shows before anything runs in it, and where its block stands in the lesson's file. */
export interface ClaimedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a `result` block claims; `null` without one. */
export function claimedText(result: Code | undefined): ClaimedText | null {
  const { start, end } = result?.position ?? {};
  if (!result || start?.offset === undefined || end?.offset === undefined) return null;
  return { text: result.value, start: start.offset, end: end.offset };
}
