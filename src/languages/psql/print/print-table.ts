import { printAligned } from './print-aligned';
import { printAsciidoc, printAsciidocRecords } from './print-asciidoc';
import { printCsv, printCsvRecords } from './print-csv';
import { printHtml, printHtmlRecords } from './print-html';
import { printLatex, printLatexRecords } from './print-latex';
import { printLatexLongtable } from './print-latex-longtable';
import { printRecords } from './print-records';
import type { PrintFormat, PrintSettings } from './print-settings';
import { printTroff, printTroffRecords } from './print-troff';
import { printUnaligned, printUnalignedRecords } from './print-unaligned';
import type { PrintedTable } from './printed-table';
import { type TableText, tableText } from './table-text';

export type { Alignment, PrintedTable } from './printed-table';

type Printer = (table: TableText, settings: PrintSettings, screen: number) => string;

/** How each format prints rows side by side, and columns below each other. */
const PRINTERS: Readonly<Record<PrintFormat, { readonly rows: Printer; readonly records: Printer }>> = {
  aligned: { rows: printAligned, records: printRecords },
  asciidoc: { rows: printAsciidoc, records: printAsciidocRecords },
  csv: { rows: printCsv, records: printCsvRecords },
  html: { rows: printHtml, records: printHtmlRecords },
  latex: { rows: printLatex, records: printLatexRecords },
  'latex-longtable': { rows: printLatexLongtable, records: printLatexRecords },
  'troff-ms': { rows: printTroff, records: printTroffRecords },
  unaligned: { rows: printUnaligned, records: printUnalignedRecords },
  wrapped: { rows: printAligned, records: printRecords },
};

/**
 * A table as psql 18 prints it, to the last space.
 * @param columns how wide the screen is; 0 when nothing is printed to one
 */
export function printTable(table: PrintedTable, settings: PrintSettings, columns: number): string {
  const { rows, records } = PRINTERS[settings.format];
  const print = settings.expanded === 'on' ? records : rows;
  return print(tableText(table, settings), settings, settings.columns > 0 ? settings.columns : columns);
}
