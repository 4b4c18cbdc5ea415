import type { Cell, Column, Row } from '../core/database';
import type { PlainValue, RunReport } from '../core/run-report';

/** Rows and columns to compare, wherever they came from. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** How many rows there were; more than `rows` holds when a huge result was cut. */
  readonly rowCount: number;
}

/** What a run gave: the rows of its last statement that has any, or of a query after it, or a value. */
export type Given =
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'value'; readonly value: PlainValue }
  /** The query that was to look at what the code leaves behind failed. */
  | { readonly kind: 'failure'; readonly message: string }
  | { readonly kind: 'nothing' };

function isRecord(value: PlainValue): value is Readonly<Record<string, PlainValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function toCell(value: PlainValue): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object') return value instanceof Date ? value.toISOString() : JSON.stringify(value);
  return String(value);
}

/** A list of objects as a table: its keys are the columns. */
function tableOf(records: readonly Readonly<Record<string, PlainValue>>[]): Table {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return {
    columns: names.map((name) => ({
      name,
      type: records.every((record) => typeof record[name] === 'number') ? 'numeric' : 'text',
      oid: 0,
    })),
    rows: records.map((record) => names.map((name) => toCell(record[name]))),
    rowCount: records.length,
  };
}

/** What a completed run gave, ready to be compared. */
export function givenBy(report: RunReport, asked: 'result' | 'inspection' | 'value'): Given {
  if (asked === 'value') {
    const { value } = report;
    // An empty list has no columns to compare, but it is as good a table as any.
    if (Array.isArray(value) && value.every(isRecord)) return { kind: 'table', table: tableOf(value) };
    return { kind: 'value', value };
  }
  if (asked === 'inspection') {
    const result = report.statements.at(-1)?.result;
    if (result?.kind === 'rows') return { kind: 'table', table: result };
    if (result?.kind === 'error') return { kind: 'failure', message: result.error.message };
    return { kind: 'nothing' };
  }
  const last = report.statements.findLast(({ result }) => result.kind === 'rows')?.result;
  return last?.kind === 'rows' ? { kind: 'table', table: last } : { kind: 'nothing' };
}
