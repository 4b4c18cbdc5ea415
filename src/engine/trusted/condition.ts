import type { BinaryOperator, Expr } from 'pgsql-ast-parser';
import { isLiteral } from './literal';
import { outside } from './outside';
import { binary, own, type Value, type Values } from './value';

// pg-mem is wrong about NOT over AND and OR where something is NULL, about IN, NOT IN and BETWEEN in several cases, and
// LIKE differs where a character is no ASCII letter. So conditions are rewritten until nothing of that is left: AND and
// OR of comparisons, IS NULL, and calls of our own LIKE. NOT goes down to the comparisons, and turns them around.

const OPPOSITES: Readonly<Partial<Record<BinaryOperator, BinaryOperator>>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

const TRUE: Expr = { type: 'boolean', value: true };
const FALSE: Expr = { type: 'boolean', value: false };

function kind({ type }: Value): string {
  return type === 'bigint' ? 'integer' : type;
}

/** Two values that may be compared: a literal takes the other's type. */
export function alike(left: Expr, right: Expr, values: Values): readonly [Value, Value] {
  const first = values.value(left);
  const pair = first.isQuoted
    ? ([values.valueLike(left, values.value(right)), values.value(right)] as const)
    : ([first, values.valueLike(right, first)] as const);
  if (pair.some(({ isOnlyShown }) => isOnlyShown)) outside();
  if (kind(pair[0]) !== kind(pair[1]) || pair[0].scale !== pair[1].scale) outside();
  return pair;
}

function comparison(op: BinaryOperator, left: Expr, right: Expr, values: Values): Expr {
  if (left.type === 'null' || right.type === 'null') {
    // Never true, with NOT or without; but what it is compared with has to be right.
    for (const side of [left, right]) if (side.type !== 'null') values.value(side);
    return FALSE;
  }
  const [first, second] = alike(left, right, values);
  return binary(op, first.expr, second.expr);
}

function isNull(operand: Expr, negated: boolean, values: Values): Expr {
  const { expr } = values.value(operand);
  // Of a constant, pg-mem would not say it.
  if (operand.type !== 'ref' && operand.type !== 'call') outside();
  return { type: 'unary', op: negated ? 'IS NOT NULL' : 'IS NULL', operand: expr };
}

function truth(operand: Expr, negated: boolean, values: Values): Expr {
  const { type, expr } = values.value(operand);
  if (type !== 'boolean') outside();
  return binary('=', expr, negated ? FALSE : TRUE);
}

function like(op: string, left: Expr, right: Expr, negated: boolean, values: Values): Expr {
  const [text, pattern] = [values.value(left), values.value(right)];
  if (text.type !== 'text' || !pattern.isQuoted) outside();
  const call = own(op.endsWith('ILIKE') ? 'own_ilike' : 'own_like', text.expr, pattern.expr);
  return binary('=', call, op.startsWith('NOT') !== negated ? FALSE : TRUE);
}

/** AND or OR of several; under NOT, the other of the two. */
function together(op: 'AND' | 'OR', negated: boolean, parts: readonly Expr[]): Expr {
  const operator = (op === 'AND') === negated ? 'OR' : 'AND';
  return parts.reduce((left, right) => binary(operator, left, right));
}

/**
 * What pg-mem is given for a condition: true in the same rows as the condition. It may be false where the condition is
 * NULL, or the other way round.
 * @param negated whether the opposite is wanted
 */
export function condition(expr: Expr, negated: boolean, values: Values): Expr {
  switch (expr.type) {
    case 'boolean':
      return expr.value === negated ? FALSE : TRUE;
    case 'ref':
      return truth(expr, negated, values);
    case 'ternary': {
      const parts = [
        binaryCondition('>=', expr.value, expr.lo, false, values),
        binaryCondition('<=', expr.value, expr.hi, false, values),
      ];
      if ((expr.op === 'NOT BETWEEN') === negated) return together('AND', false, parts);
      return together('OR', false, [
        binaryCondition('<', expr.value, expr.lo, false, values),
        binaryCondition('>', expr.value, expr.hi, false, values),
      ]);
    }
    case 'unary':
      if (expr.op === 'NOT') return condition(expr.operand, !negated, values);
      if (expr.op === 'IS NULL' || expr.op === 'IS NOT NULL') {
        return isNull(expr.operand, (expr.op === 'IS NOT NULL') !== negated, values);
      }
      return truthTest(expr.op, expr.operand, negated, values);
    case 'binary':
      return binaryCondition(expr.op, expr.left, expr.right, negated, values);
    default:
      return outside();
  }
}

/** IS [NOT] TRUE or FALSE of a column. */
function truthTest(op: string, operand: Expr, negated: boolean, values: Values): Expr {
  if (!/^IS (NOT )?(TRUE|FALSE)$/.test(op) || operand.type !== 'ref') outside();
  const wanted = truth(operand, op.endsWith('FALSE'), values);
  if (op.startsWith('IS NOT') === negated) return wanted;
  const other = truth(operand, !op.endsWith('FALSE'), values);
  return together('OR', false, [isNull(operand, false, values), other]);
}

function binaryCondition(op: BinaryOperator, left: Expr, right: Expr, negated: boolean, values: Values): Expr {
  if (op === 'AND' || op === 'OR') {
    return together(op, negated, [condition(left, negated, values), condition(right, negated, values)]);
  }
  if (op === 'IN' || op === 'NOT IN') {
    // The parser gives a list of one literal as that literal.
    const items = right.type === 'list' ? right.expressions : isLiteral(right) ? [right] : [];
    if (items.length === 0) outside();
    const isIn = (op === 'NOT IN') === negated;
    const parts = items.map((item) => comparison(isIn ? '=' : '!=', left, item, values));
    return together(isIn ? 'OR' : 'AND', false, parts);
  }
  if (/^(NOT )?I?LIKE$/.test(op)) return like(op, left, right, negated, values);
  const opposite = OPPOSITES[op] ?? outside();
  return comparison(negated ? opposite : op, left, right, values);
}
