import { groupDigits } from './group-digits';
import type { PrintSettings } from './print-settings';
import type { Alignment, PrintedTable } from './printed-table';

/** A table as text, with all that is decided alike for every format. */
export interface TableText {
  /** `null` where none is printed. */
  readonly title: string | null;
  readonly headers: readonly string[];
  readonly aligns: readonly Alignment[];
  readonly rows: readonly (readonly string[])[];
  readonly rowCount: number;
  /** The lines below a table that has its rows side by side. */
  readonly footers: readonly string[];
  /** The lines below records; these are numbered, so that nobody needs to be told how many they are. */
  readonly recordFooters: readonly string[];
}

/** Leaves out what psql leaves out: code points beyond the first plane that are no characters. */
function valid(text: string): string {
  return text.replace(/\p{Noncharacter_Code_Point}/gu, (found) => (found.length === 1 ? found : ''));
}

/** Puts a table's values into words. */
export function tableText(table: PrintedTable, settings: PrintSettings): TableText {
  const { headers, rowCount } = table;
  const aligns = headers.map(({ align }) => align);
  const cell = (value: string | null, column: number): string => {
    if (value === null) return settings.null ?? '';
    const text = valid(value);
    return settings.numericlocale && aligns[column] === 'right' ? groupDigits(text) : text;
  };
  const own = settings.tuples_only ? [] : (table.footers ?? []);
  const isCounted = table.footers === null && settings.footer && !settings.tuples_only;
  return {
    title: settings.tuples_only ? null : table.title,
    headers: headers.map(({ name }) => valid(name)),
    aligns,
    // Rows without columns have nothing to show.
    rows: headers.length === 0 ? [] : table.rows.map((row) => row.map(cell)),
    rowCount,
    footers: isCounted ? [`(${String(rowCount)} ${rowCount === 1 ? 'row' : 'rows'})`] : own,
    recordFooters: own,
  };
}
