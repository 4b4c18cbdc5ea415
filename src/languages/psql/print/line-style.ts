import type { PrintSettings } from './print-settings';

/** A horizontal line: what it is drawn with, and what stands where it meets the vertical ones. */
export interface Rule {
  readonly horizontal: string;
  readonly left: string;
  readonly middle: string;
  readonly right: string;
}

/** The characters that tables are drawn with. */
export interface LineStyle {
  readonly isOld: boolean;
  readonly top: Rule;
  readonly belowHeader: Rule;
  readonly bottom: Rule;
  /** The vertical lines beside cells. */
  readonly left: string;
  readonly middle: string;
  readonly right: string;
  /** The line before a cell that goes on after a line break, one that was wrapped, one that is at its end. */
  readonly middleBroken: string;
  readonly middleWrapped: string;
  readonly middleBlank: string;
  /** The marks on both sides of a header, of a value with line breaks, and of one that was wrapped. */
  readonly headerBroken: readonly [before: string, after: string];
  readonly broken: readonly [before: string, after: string];
  readonly wrapped: readonly [before: string, after: string];
  /** Whether the mark after a value has a column of its own where there are no borders. */
  readonly hasMarkColumn: boolean;
}

const ASCII_RULE: Rule = { horizontal: '-', left: '+', middle: '+', right: '+' };
const ASCII: LineStyle = {
  isOld: false,
  top: ASCII_RULE,
  belowHeader: ASCII_RULE,
  bottom: ASCII_RULE,
  left: '|',
  middle: '|',
  right: '|',
  middleBroken: '|',
  middleWrapped: '|',
  middleBlank: '|',
  headerBroken: [' ', '+'],
  broken: [' ', '+'],
  wrapped: ['.', '.'],
  hasMarkColumn: true,
};
const OLD_ASCII: LineStyle = {
  ...ASCII,
  isOld: true,
  middleBroken: ':',
  middleWrapped: ';',
  middleBlank: ' ',
  headerBroken: ['+', ' '],
  broken: [' ', ' '],
  wrapped: [' ', ' '],
  hasMarkColumn: false,
};

/** The frame, by its line: corners at the left and the right, above and below; sides. */
const FRAMES = {
  single: { horizontal: '─', vertical: '│', above: ['┌', '┐'], below: ['└', '┘'] },
  double: { horizontal: '═', vertical: '║', above: ['╔', '╗'], below: ['╚', '╝'] },
} as const;
/** The line below the header, by its own line and the frame's: its ends. */
const HEADER_ENDS = {
  single: { single: ['├', '┤'], double: ['╟', '╢'] },
  double: { single: ['╞', '╡'], double: ['╠', '╣'] },
} as const;
/** Where a line between columns meets horizontal ones, by its own line and theirs. */
const CROSSINGS = {
  single: {
    above: { single: '┬', double: '╤' },
    header: { single: '┼', double: '╪' },
    below: { single: '┴', double: '╧' },
  },
  double: {
    above: { single: '╥', double: '╦' },
    header: { single: '╫', double: '╬' },
    below: { single: '╨', double: '╩' },
  },
} as const;

function unicode(settings: PrintSettings): LineStyle {
  const border = settings.unicode_border_linestyle;
  const header = settings.unicode_header_linestyle;
  const frame = FRAMES[border];
  const ends = HEADER_ENDS[header][border];
  const crossings = CROSSINGS[settings.unicode_column_linestyle];
  const column = FRAMES[settings.unicode_column_linestyle].vertical;
  return {
    isOld: false,
    top: { horizontal: frame.horizontal, left: frame.above[0], middle: crossings.above[border], right: frame.above[1] },
    belowHeader: {
      horizontal: FRAMES[header].horizontal,
      left: ends[0],
      middle: crossings.header[header],
      right: ends[1],
    },
    bottom: {
      horizontal: frame.horizontal,
      left: frame.below[0],
      middle: crossings.below[border],
      right: frame.below[1],
    },
    left: frame.vertical,
    middle: column,
    right: frame.vertical,
    middleBroken: column,
    middleWrapped: column,
    middleBlank: column,
    headerBroken: [' ', '↵'],
    broken: [' ', '↵'],
    wrapped: ['…', '…'],
    hasMarkColumn: true,
  };
}

/** What tables are drawn with. */
export function lineStyle(settings: PrintSettings): LineStyle {
  switch (settings.linestyle) {
    case 'ascii':
      return ASCII;
    case 'old-ascii':
      return OLD_ASCII;
    case 'unicode':
      return unicode(settings);
  }
}
