export const PRINT_FORMATS = [
  'aligned',
  'asciidoc',
  'csv',
  'html',
  'latex',
  'latex-longtable',
  'troff-ms',
  'unaligned',
  'wrapped',
] as const;
export type PrintFormat = (typeof PRINT_FORMATS)[number];
export type LineStyleName = 'ascii' | 'old-ascii' | 'unicode';
export type UnicodeLine = 'single' | 'double';

/** How results are printed: what \pset sets, under its names. */
export interface PrintSettings {
  readonly border: number;
  /** How wide wrapped tables may be, and how wide a table must be for the automatic expanded layout; 0: as the screen. */
  readonly columns: number;
  readonly csv_fieldsep: string;
  readonly expanded: 'off' | 'on' | 'auto';
  /** Between the fields of unaligned rows; a zero byte after `\pset fieldsep_zero`. */
  readonly fieldsep: string;
  /** Whether "(1 row)" is printed. */
  readonly footer: boolean;
  readonly format: PrintFormat;
  readonly linestyle: LineStyleName;
  /** What stands for NULL; `null` until it is set. */
  readonly null: string | null;
  readonly numericlocale: boolean;
  readonly pager: 'off' | 'on' | 'always';
  readonly pager_min_lines: number;
  /** Between unaligned rows; a zero byte after `\pset recordsep_zero`. */
  readonly recordsep: string;
  readonly tableattr: string | null;
  readonly title: string | null;
  readonly tuples_only: boolean;
  readonly unicode_border_linestyle: UnicodeLine;
  readonly unicode_column_linestyle: UnicodeLine;
  readonly unicode_header_linestyle: UnicodeLine;
  /** How wide the line above an expanded record is; a number is that many columns. */
  readonly xheader_width: 'full' | 'column' | 'page' | number;
}

/** A separator that is a zero byte. */
export const ZERO_BYTE = '\0';

/** What psql begins with. */
export const DEFAULT_PRINT_SETTINGS: PrintSettings = {
  border: 1,
  columns: 0,
  csv_fieldsep: ',',
  expanded: 'off',
  fieldsep: '|',
  footer: true,
  format: 'aligned',
  linestyle: 'ascii',
  null: null,
  numericlocale: false,
  pager: 'on',
  pager_min_lines: 0,
  recordsep: '\n',
  tableattr: null,
  title: null,
  tuples_only: false,
  unicode_border_linestyle: 'single',
  unicode_column_linestyle: 'single',
  unicode_header_linestyle: 'single',
  xheader_width: 'full',
};
