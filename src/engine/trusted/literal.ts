import type { Expr } from 'pgsql-ast-parser';
import { literalUnits } from './numeric';
import { outside } from './outside';
import { NO_NAME, type Value, type ValueType } from './value';

// PostgreSQL has no year 0.
const ISO_DATE = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const MAX_INTEGER = 2_147_483_647;

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return ISO_DATE.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The number that a literal stands for, with a sign or without; `null` for anything else. */
function numberOf(expr: Expr): number | null {
  if (expr.type === 'integer' || expr.type === 'numeric') return expr.value;
  if (expr.type !== 'unary' || expr.op !== '-') return null;
  const { operand } = expr;
  return operand.type === 'integer' || operand.type === 'numeric' ? -operand.value : null;
}

function value(type: ValueType, expr: Expr): Value {
  return { type, scale: 0, expr, ...NO_NAME };
}

/** Whether it is a literal, NULL included. */
export function isLiteral(expr: Expr): boolean {
  return ['null', 'string', 'boolean'].includes(expr.type) || numberOf(expr) !== null;
}

/** A literal as it stands, without anything beside it that it takes its type from; `null` when it is none. */
export function literal(expr: Expr): Value | null {
  if (expr.type === 'boolean') return value('boolean', expr);
  if (expr.type === 'string') return { ...value('text', expr), isQuoted: true };
  const number = numberOf(expr);
  if (number === null) return null;
  // How many digits a decimal number was written with is not known any more.
  if (!Number.isInteger(number) || Math.abs(number) > MAX_INTEGER || isDecimal(expr)) outside();
  return value('integer', { type: 'integer', value: number });
}

function isDecimal(expr: Expr): boolean {
  return expr.type === 'numeric' || (expr.type === 'unary' && isDecimal(expr.operand));
}

/** A literal beside a value of this type: in quotes it takes the type; `null` when it is no literal. */
export function literalLike(expr: Expr, type: ValueType, scale: number): Value | null {
  const number = numberOf(expr);
  if (number !== null && type === 'numeric') {
    const units = literalUnits(number, scale);
    return { ...value('numeric', { type: Number.isInteger(units) ? 'integer' : 'numeric', value: units }), scale };
  }
  if (expr.type !== 'string' || type === 'text') return literal(expr);
  const text = expr.value;
  if (type === 'date' && isDate(text)) return value('date', { type: 'cast', operand: expr, to: { name: 'date' } });
  if ((type === 'integer' || type === 'bigint') && /^-?\d{1,9}$/.test(text)) {
    return value(type, { type: 'integer', value: Number(text) });
  }
  return outside();
}
