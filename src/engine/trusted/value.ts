import type { BinaryOperator, Expr } from 'pgsql-ast-parser';
import type { Cell, Column } from '../../core/database';
import type { OwnFunctionName } from './functions';
import { checkedInteger } from './functions';
import { numericText } from './numeric';
import { outside } from './outside';

/** The types of trusted expressions. */
export type ValueType = 'integer' | 'bigint' | 'numeric' | 'text' | 'date' | 'boolean';

/** An expression that was analysed: what it means to PostgreSQL, and how pg-mem computes it. */
export interface Value {
  readonly type: ValueType;
  /** The digits of a `numeric` after the point: pg-mem computes it in units of the last one. */
  readonly scale: number;
  /** What pg-mem is given for it. */
  readonly expr: Expr;
  /** Which name PostgreSQL gives to a column of it: it prefers one that `isOwnName` over that of a CASE around it. */
  readonly name: string;
  readonly isOwnName: boolean;
  /** The type with its modifier, where it has one. */
  readonly typeName?: string;
  /** Whether it is a literal in quotes: its type is what its surroundings make of it. */
  readonly isQuoted?: true;
  /** How to show it, where pg-mem's value of `expr` is not enough: from its values of others. */
  readonly shown?: Shown;
  /** Whether `expr` is only good for sorting at the end, because it tells values apart that are shown as one. */
  readonly isOnlyShown?: true;
}

/** A value, and what PostgreSQL recognises it by where it has to be the same expression as another one. */
export interface IdentifiedValue extends Value {
  readonly identity: string;
}

/** How a column is made of what pg-mem computes. */
export interface Shown {
  readonly exprs: readonly Expr[];
  readonly read: (values: readonly unknown[]) => Cell;
}

const OID: Readonly<Record<ValueType, number>> = {
  integer: 23,
  bigint: 20,
  text: 25,
  date: 1082,
  boolean: 16,
  numeric: 1700,
};

/** The name of a column that nothing gives a name to. */
export const NO_NAME = { name: '?column?', isOwnName: false } as const;

/** What PostgreSQL says of a column that shows the value. */
export function describe({ type, typeName, name }: Value, alias: string | undefined): Column {
  return { name: alias ?? name, type: typeName ?? type, oid: OID[type] };
}

function whole(value: unknown): number {
  // Sums beyond this are not exact.
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : outside();
}

/** A value of pg-mem as a whole number; `null` for NULL. */
export function wholeNumber(value: unknown): bigint | null {
  return value === null || value === undefined ? null : BigInt(whole(value));
}

/** PostgreSQL's text form of what pg-mem computed. */
export function cell(value: unknown, type: ValueType, scale: number): Cell {
  if (value === null || value === undefined) return null;
  switch (type) {
    case 'integer':
      return String(checkedInteger(whole(value)));
    case 'bigint':
      return String(whole(value));
    case 'numeric':
      return numericText(BigInt(whole(value)), scale);
    case 'date':
      return value instanceof Date ? value.toISOString().slice(0, 10) : outside();
    case 'boolean':
      return typeof value === 'boolean' ? (value ? 't' : 'f') : outside();
    case 'text':
      return typeof value === 'string' ? value : outside();
  }
}

/** How a value is shown. */
export function shown({ shown: special, expr, type, scale }: Value): Shown {
  return special ?? { exprs: [expr], read: ([value]) => cell(value, type, scale) };
}

/** A call of one of our functions, for pg-mem. */
export function own(name: OwnFunctionName, ...args: Expr[]): Expr {
  return { type: 'call', function: { name }, args };
}

/** An operation, for pg-mem. */
export function binary(op: BinaryOperator, left: Expr, right: Expr): Expr {
  return { type: 'binary', op, left, right };
}

/** What the analysis of conditions asks of that of values. */
export interface Values {
  value(expr: Expr): Value;
  /** A literal that takes the type of what it stands beside; a value of that type otherwise. */
  valueLike(expr: Expr, other: Value): Value;
}
