/** How wide a table's columns are. */
export interface ColumnWidths {
  readonly headers: readonly number[];
  /** The widest of header and values. */
  readonly most: readonly number[];
  /** The values' average, rounded down. */
  readonly average: readonly number[];
}

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

/**
 * Shrinks columns, one character at a time, until a table is no wider than the screen: each time the one whose widest
 * value is furthest from its average, so that few values are wrapped. No column becomes narrower than its header.
 * @param frame what borders and spaces take
 * @param screen the columns that there are; 0 when nobody knows
 */
export function wrapWidths({ headers, most, average }: ColumnWidths, frame: number, screen: number): readonly number[] {
  if (screen <= 0 || screen < frame + sum(headers)) return most;
  const widths = [...most];
  for (let total = frame + sum(most); total > screen; total--) {
    let worst: number | null = null;
    let worstRatio = 0;
    for (const [i, width] of widths.entries()) {
      const usual = average[i] ?? 0;
      if (usual === 0 || width <= (headers[i] ?? 0)) continue;
      const ratio = width / usual + (most[i] ?? 0) * 0.01;
      if (ratio <= worstRatio) continue;
      worst = i;
      worstRatio = ratio;
    }
    if (worst === null) break;
    widths[worst] = (widths[worst] ?? 0) - 1;
  }
  return widths;
}
