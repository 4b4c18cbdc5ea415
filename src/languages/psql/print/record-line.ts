import type { Rule } from './line-style';
import type { PrintSettings } from './print-settings';

/** How wide the two halves of a record are. */
export interface RecordWidths {
  readonly header: number;
  readonly data: number;
  /** The columns that there are; 0 when nobody knows. */
  readonly screen: number;
}

/** What the line itself takes beside the two halves, by the border. */
const FRAMES = [0, 3, 7];

function dataWidth({ header, data, screen }: RecordWidths, { border, xheader_width: limit }: PrintSettings): number {
  const most = typeof limit === 'number' ? limit : limit === 'page' ? screen : 0;
  const frame = FRAMES[border];
  return most > 0 && frame !== undefined ? Math.min(data, Math.max(0, most - header - frame)) : data;
}

/** The line above a record, or below the last. @param record its number; `null` for a plain line */
export function recordLine(
  record: number | null,
  widths: RecordWidths,
  { horizontal, left, middle, right }: Rule,
  settings: PrintSettings,
): string {
  const { border } = settings;
  const filler = border > 0 ? horizontal : ' ';
  const isOnlyAboveHeader = settings.xheader_width === 'column';
  let text = border === 2 ? left + horizontal : border === 1 ? horizontal : '';
  let label = '';
  if (record !== null) label = border === 0 ? `* Record ${String(record)}` : `[ RECORD ${String(record)} ]`;
  text += label;
  const taken = label.length + (border === 2 ? 0 : 1);
  text += filler.repeat(Math.max(0, widths.header - taken));
  // How far the label reaches beyond the header's half; it hides what it covers of the crossing.
  let beyond = taken - widths.header;
  const covers = (): boolean => beyond-- > 0;
  if (border > 0) {
    if (!covers()) text += horizontal;
    if (!covers()) text += isOnlyAboveHeader ? right : middle;
    if (!covers() && !isOnlyAboveHeader) text += horizontal;
  } else if (!covers()) text += ' ';
  if (!isOnlyAboveHeader) {
    text += filler.repeat(Math.max(0, dataWidth(widths, settings) - Math.max(0, beyond)));
    if (border === 2) text += horizontal + right;
  }
  return `${text}\n`;
}
