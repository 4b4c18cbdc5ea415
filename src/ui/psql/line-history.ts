/** The lines that were typed, and where among them somebody looks. */
export interface LineHistory {
  readonly lines: readonly string[];
  /** Which line is in the input; `null` for the one that is being typed. */
  readonly at: number | null;
  /** What was being typed when somebody began to look. */
  readonly begun: string;
}

const MOST_LINES = 500;

export const EMPTY_HISTORY: LineHistory = { lines: [], at: null, begun: '' };

/** Adds a line, unless it is empty or was typed just before. */
export function withLine({ lines }: LineHistory, line: string): LineHistory {
  const added = line.trim() === '' || lines.at(-1) === line ? lines : [...lines, line].slice(-MOST_LINES);
  return { lines: added, at: null, begun: '' };
}

/** The line that is to be in the input. */
export function lineAt({ lines, at, begun }: LineHistory): string {
  return at === null ? begun : (lines[at] ?? '');
}

/** One line back. @param current what the input holds */
export function older(history: LineHistory, current: string): LineHistory {
  const { lines, at } = history;
  if (lines.length === 0 || at === 0) return history;
  return at === null ? { lines, at: lines.length - 1, begun: current } : { ...history, at: at - 1 };
}

/** One line forward, up to the one that was being typed. */
export function newer(history: LineHistory): LineHistory {
  const { lines, at } = history;
  if (at === null) return history;
  return { ...history, at: at === lines.length - 1 ? null : at + 1 };
}

/** The lines that hold a text, the last one first and each once. */
export function linesWith({ lines }: LineHistory, text: string): readonly string[] {
  const wanted = text.toLowerCase();
  return [...new Set(lines.toReversed())].filter((line) => line.toLowerCase().includes(wanted));
}
