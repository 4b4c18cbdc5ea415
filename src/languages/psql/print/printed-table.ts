export type Alignment = 'left' | 'right' | 'center';

/** A table that is to be printed. */
export interface PrintedTable {
  readonly title: string | null;
  readonly headers: readonly { readonly name: string; readonly align: Alignment }[];
  /** Row by row; `null` is NULL. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** How many rows there are, also where there are no columns. */
  readonly rowCount: number;
  /** Lines below the table; `null` for the usual one, "(1 row)". */
  readonly footers: readonly string[] | null;
}
