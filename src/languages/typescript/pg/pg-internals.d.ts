// Modules of `pg` that are reached by path and have no declarations of their own.
declare module 'pg/lib/result' {
  import type { CustomTypesConfig, FieldDef, QueryResult } from 'pg';

  interface PgResult extends QueryResult {
    addFields(fields: readonly FieldDef[]): void;
    parseRow(row: (string | null)[]): unknown;
    addRow(row: unknown): void;
    addCommandComplete(message: { readonly text: string }): void;
  }
  const Result: new (rowMode: string, types: CustomTypesConfig) => PgResult;
  export default Result;
}

declare module 'pg/lib/utils' {
  interface Bytes {
    toString(encoding: 'hex'): string;
  }
  /** Turns a JavaScript value into the text (or bytes) that goes over the wire. */
  export function prepareValue(value: unknown): string | Bytes | null;
}
