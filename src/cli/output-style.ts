import { type Paint, paintFor } from './paint';

/** How text is laid out for where it goes. */
export interface OutputStyle {
  readonly paint: Paint;
  /** In columns. */
  readonly width: number;
}

/** Lines longer than this are hard to read, however wide the terminal is. */
const WIDEST = 80;
const NARROWEST = 30;

/** The style for standard output as it is now: a terminal can change its size. */
export function outputStyle(): OutputStyle {
  // A pipe has no columns.
  const columns = process.stdout.isTTY ? process.stdout.columns : WIDEST;
  return { paint: paintFor(process.stdout), width: Math.max(NARROWEST, Math.min(columns, WIDEST)) };
}
