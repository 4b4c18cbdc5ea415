/** The measures that both editors and the code behind them share, so that nothing moves when one replaces another. */
export const editorMetrics = {
  fontSize: 14,
  lineHeight: 21,
  /** Above the first line and below the last. */
  padding: 12,
  /** Between the line numbers and the code. */
  gutterGap: 16,
  lineNumberDigits: 3,
  minLines: 3,
  maxLines: 24,
} as const;

/** The height in pixels of an editor whose content is that high, padding included. */
export function editorHeight(contentHeight: number): number {
  const { lineHeight, padding, minLines, maxLines } = editorMetrics;
  return Math.min(Math.max(contentHeight, minLines * lineHeight + 2 * padding), maxLines * lineHeight + 2 * padding);
}
