import type { LineStyle } from './line-style';

/** What decides how wide the data of records may be. */
export interface RecordShape {
  readonly border: number;
  readonly style: LineStyle;
  readonly headerWidth: number;
  readonly dataWidth: number;
  readonly hasBrokenHeader: boolean;
  readonly hasBrokenData: boolean;
  readonly rowCount: number;
  readonly hasRecordLines: boolean;
}

/** Fewer columns than this are not worth wrapping for. */
const LEAST_DATA = 3;
/** The parts of a record's line that are no digits, by the border. */
const RECORD_LINES = [9, 12, 15];
/** What stands around header and data, by the border. */
const FRAMES = [1, 3, 7];

/**
 * How wide the data of records is: so that it fits the screen, and at least so that the records' own lines fit. (The
 * latter only since 18.5 or 18.6 where nothing is wrapped; before, a short table's lines stood out at the right.)
 * @param screen the columns that there are; 0 where nothing is to be wrapped
 * @returns the width, and whether marks of wrapped lines have a column of their own
 */
export function wrapRecords(
  shape: RecordShape,
  screen: number,
): { readonly width: number; readonly hasMarks: boolean } {
  const { border, style, headerWidth, dataWidth, rowCount } = shape;
  let frame = FRAMES[border] ?? 0;
  if (shape.hasBrokenHeader && (border === 0 || (border === 1 && style.isOld))) frame++;
  const canHaveMarks = border < 2 && !style.isOld;
  if (shape.hasBrokenData && canHaveMarks) frame++;
  const digits = rowCount > 0 ? String(rowCount).length : 0;
  const recordLine = shape.hasRecordLines ? (RECORD_LINES[border] ?? 0) + digits : 0;
  const widthWith = (around: number): number => {
    const natural = Math.max(headerWidth + around + dataWidth, recordLine);
    const least = Math.max(headerWidth + around + LEAST_DATA, recordLine);
    const whole = screen <= 0 || screen >= natural ? natural : Math.max(screen, least);
    return whole - headerWidth - around;
  };
  const width = widthWith(frame);
  if (width < dataWidth && !shape.hasBrokenData && canHaveMarks) return { width: widthWith(frame + 1), hasMarks: true };
  return { width, hasMarks: shape.hasBrokenData };
}
