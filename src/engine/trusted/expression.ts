import { astMapper, type Expr, type ExprCall, type ExprCase, toSql } from 'pgsql-ast-parser';
import type { Cell } from '../../core/database';
import { alike, condition } from './condition';
import type { OwnFunctionName } from './functions';
import { literal, literalLike } from './literal';
import { divide, numericText, rescale } from './numeric';
import { Outside, outside } from './outside';
import { reference, type Scope } from './scope';
import {
  binary,
  type IdentifiedValue,
  NO_NAME,
  own,
  type Value,
  type Values,
  type ValueType,
  wholeNumber,
} from './value';

interface Signature {
  readonly own: OwnFunctionName;
  readonly args: readonly ValueType[];
  readonly returns: ValueType;
}

const FUNCTIONS: Readonly<Record<string, Signature>> = {
  upper: { own: 'own_upper', args: ['text'], returns: 'text' },
  lower: { own: 'own_lower', args: ['text'], returns: 'text' },
  length: { own: 'own_length', args: ['text'], returns: 'integer' },
  char_length: { own: 'own_length', args: ['text'], returns: 'integer' },
  left: { own: 'own_left', args: ['text', 'integer'], returns: 'text' },
  right: { own: 'own_right', args: ['text', 'integer'], returns: 'text' },
  substring: { own: 'own_substring', args: ['text', 'integer', 'integer'], returns: 'text' },
  replace: { own: 'own_replace', args: ['text', 'text', 'text'], returns: 'text' },
};

const ARITHMETIC: Readonly<Partial<Record<string, OwnFunctionName>>> = {
  '+': 'own_add',
  '-': 'own_subtract',
  '*': 'own_multiply',
  '/': 'own_divide',
  '%': 'own_modulo',
};

const DATE_FIELDS: ReadonlyMap<string, OwnFunctionName> = new Map([
  ['year', 'own_year'],
  ['month', 'own_month'],
  ['day', 'own_day'],
]);

const AGGREGATES = new Set(['count', 'sum', 'min', 'max', 'avg']);
/** PostgreSQL's `numeric` has more digits than this; no beginner asks for more. */
const MOST_DIGITS = 10;

function plain(type: ValueType, expr: Expr, scale = 0): Value {
  return { type, scale, expr, ...NO_NAME };
}

/** Whether a call is of an aggregate function. */
export function isAggregate({ function: { name, schema } }: ExprCall): boolean {
  return schema === undefined && AGGREGATES.has(name);
}

/** What is the same for every row of a group: the identities of the expressions after GROUP BY. */
export type GroupKeys = ReadonlySet<string>;

/** Analyses expressions that compute a value, and gives pg-mem's form of them. */
export class Expressions implements Values {
  readonly #scope: Scope;
  /** `null` where rows are not grouped, and where an aggregate's argument is computed. */
  readonly #groups: GroupKeys | null;

  constructor(scope: Scope, groups: GroupKeys | null) {
    this.#scope = scope;
    this.#groups = groups;
  }

  value(expr: Expr): IdentifiedValue {
    return { ...this.#analyse(expr), identity: this.#identity(expr) };
  }

  /** The expression with every column under its table's name: written in another way, it is another one. */
  #identity(expr: Expr): string {
    const mapper = astMapper(() => ({
      ref: (ref) => (ref.name === '*' ? ref : reference(this.#scope.column(ref))),
    }));
    return toSql.expr(mapper.expr(expr) ?? outside());
  }

  #analyse(expr: Expr): Value {
    if (this.#groups) {
      const key = this.#groupKey(expr, this.#groups);
      if (key) return key;
    }
    const constant = literal(expr);
    if (constant) return constant;
    switch (expr.type) {
      case 'ref': {
        if (this.#groups || expr.name === '*') outside();
        const { type, typeName, scale, ...column } = this.#scope.column(expr);
        return { type, scale, typeName, expr: reference(column), name: column.name, isOwnName: true };
      }
      case 'call':
        return this.#call(expr);
      case 'case':
        return this.#case(expr);
      case 'substring': {
        const args = [expr.value, expr.from ?? outside(), expr.for ?? outside()];
        return this.#function('substring', args);
      }
      case 'extract':
        return this.#extract(expr.field.name, expr.from);
      case 'unary':
        if (expr.op === '-' && expr.operand.type !== 'string')
          return plain(
            'integer',
            own('own_subtract', { type: 'integer', value: 0 }, this.#of(expr.operand, 'integer')),
          );
        return this.#boolean(expr);
      case 'ternary':
        return outside();
      case 'binary':
        return this.#binary(expr.op, expr.left, expr.right, expr);
      default:
        return outside();
    }
  }

  valueLike(expr: Expr, { type, scale }: Value): Value {
    return literalLike(expr, type, scale) ?? this.value(expr);
  }

  /** A condition, as {@link condition} gives it. */
  condition(expr: Expr): Expr {
    return condition(expr, false, this);
  }

  /** The whole expression, if it is one that the rows were grouped by. */
  #groupKey(expr: Expr, groups: GroupKeys): Value | null {
    if (literal(expr)) return null;
    try {
      const value = new Expressions(this.#scope, null).value(expr);
      return groups.has(value.identity) ? value : null;
    } catch (error) {
      if (error instanceof Outside) return null;
      throw error;
    }
  }

  /** What pg-mem is given for an expression that has to be of this type. */
  #of(expr: Expr, type: ValueType): Expr {
    const value = literalLike(expr, type, 0) ?? this.value(expr);
    return value.type === type ? value.expr : outside();
  }

  /** A condition as a value, which must be NULL where it is NULL for PostgreSQL: not so with AND, OR and the like. */
  #boolean(expr: Expr): Value {
    const isSimple =
      expr.type === 'unary' ? expr.op.endsWith(' NULL') || expr.operand.type === 'ref' : expr.type === 'binary';
    if (!isSimple || (expr.type === 'unary' && /TRUE|FALSE/.test(expr.op))) outside();
    return plain('boolean', condition(expr, false, this));
  }

  #binary(op: string, left: Expr, right: Expr, whole: Expr): Value {
    const compute = ARITHMETIC[op];
    if (compute) {
      // PostgreSQL would not know which types two literals in quotes have.
      if (left.type === 'string' && right.type === 'string') outside();
      const first = this.value(left);
      if (first.type === 'date' && op === '-')
        return plain('integer', own('own_days', first.expr, this.#dateOf(right)));
      return plain('integer', own(compute, this.#of(left, 'integer'), this.#of(right, 'integer')));
    }
    if (op === '||') return plain('text', binary('||', this.#of(left, 'text'), this.#of(right, 'text')));
    if (['=', '!=', '<', '<=', '>', '>='].includes(op)) {
      // Literals alone are computed by rules of their own.
      if ((literal(left) && literal(right)) || left.type === 'null' || right.type === 'null') outside();
      return this.#boolean(whole);
    }
    return outside();
  }

  /** A date in a subtraction: a literal might as well be meant as a number of days or an interval. */
  #dateOf(expr: Expr): Expr {
    const value = this.value(expr);
    return value.type === 'date' ? value.expr : outside();
  }

  #extract(field: string, from: Expr): Value {
    const expr = own(DATE_FIELDS.get(field.toLowerCase()) ?? outside(), this.#dateOf(from));
    return { ...plain('numeric', expr), name: 'extract', isOwnName: true };
  }

  #function(name: string, args: readonly Expr[]): Value {
    const signature = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (signature?.args.length !== args.length) outside();
    const given = signature.args.map((type, i) => {
      const arg = args[i] ?? outside();
      // A number in quotes might as well be the text of another function of that name.
      return type !== 'text' && arg.type === 'string' ? outside() : this.#of(arg, type);
    });
    return { ...plain(signature.returns, own(signature.own, ...given)), name, isOwnName: true };
  }

  #call(call: ExprCall): Value {
    const { function: called, args, distinct, orderBy, filter, withinGroup, over } = call;
    if (called.schema !== undefined || orderBy || filter || withinGroup || over) outside();
    if (isAggregate(call)) return this.#aggregate(called.name, args, distinct);
    if (distinct) outside();
    switch (called.name) {
      case 'trim':
      case 'btrim':
        return {
          ...plain('text', own('own_trim', this.#of(args.length === 1 ? (args[0] ?? outside()) : outside(), 'text'))),
          name: 'btrim',
          isOwnName: true,
        };
      case 'coalesce':
        return {
          ...this.#choice(args, (exprs) => ({ type: 'call', function: called, args: [...exprs] })),
          name: 'coalesce',
          isOwnName: true,
        };
      case 'nullif':
        return { ...this.#nullif(args), name: 'nullif', isOwnName: true };
      case 'concat':
        return { ...this.#concat(args), name: 'concat', isOwnName: true };
      case 'round':
        return this.#round(args);
      default:
        return this.#function(called.name, args);
    }
  }

  /** `concat` takes NULL for an empty text. */
  #concat(args: readonly Expr[]): Value {
    const parts = args.map((arg): Expr => {
      const expr = this.#of(arg, 'text');
      if (literal(arg)) return expr;
      return { type: 'call', function: { name: 'coalesce' }, args: [expr, { type: 'string', value: '' }] };
    });
    if (parts.length === 0) outside();
    return plain(
      'text',
      parts.reduce((left, right) => binary('||', left, right)),
    );
  }

  /** Several expressions of which one is chosen: their type is that of those that have one. */
  #choice(exprs: readonly Expr[], make: (exprs: readonly Expr[]) => Expr): Value {
    const values = exprs.map((expr) => this.value(expr));
    const typed = values.find(({ isQuoted }) => !isQuoted) ?? values[0] ?? outside();
    const alikes = exprs.map((expr) => this.valueLike(expr, typed));
    const type = alikes.find((value) => value.type === 'bigint')?.type ?? typed.type;
    const fits = (value: Value): boolean => value.type === type || (value.type === 'integer' && type === 'bigint');
    if (type === 'numeric' || !alikes.every(fits)) outside();
    return plain(type, make(alikes.map(({ expr }) => expr)));
  }

  #nullif([arg, other, ...more]: readonly Expr[]): Value {
    if (!arg || !other || more.length > 0 || literal(arg)) outside();
    const [left, right] = alike(arg, other, this);
    if (left.type === 'numeric' || left.type !== right.type) outside();
    const whens = [{ when: binary('=', left.expr, right.expr), value: { type: 'null' as const } }];
    return plain(left.type, { type: 'case', whens, else: left.expr });
  }

  #case({ value, whens, else: otherwise }: ExprCase): Value {
    const conditions = whens.map(({ when }) => {
      if (!value) return this.condition(when);
      const [left, right] = alike(value, when, this);
      return binary('=', left.expr, right.expr);
    });
    const results = [...whens.map((when) => when.value), ...(otherwise ? [otherwise] : [])];
    const choice = this.#choice(results, (exprs) => ({
      type: 'case',
      whens: conditions.map((when, i) => ({ when, value: exprs[i] ?? outside() })),
      ...(otherwise ? { else: exprs.at(-1) ?? outside() } : {}),
    }));
    const last = otherwise ? this.value(otherwise) : null;
    // PostgreSQL names it after ELSE, if that has a name.
    return last?.isOwnName ? { ...choice, name: last.name, isOwnName: true } : { ...choice, name: 'case' };
  }

  #aggregate(name: string, args: readonly Expr[], distinct: ExprCall['distinct']): Value {
    const [arg, ...more] = args;
    if (!this.#groups || !arg || more.length > 0) outside();
    if (distinct && (distinct !== 'distinct' || name !== 'count')) outside();
    const call = (of: Expr, fn = name): Expr => ({
      type: 'call',
      function: { name: fn },
      args: [of],
      ...(distinct ? { distinct } : {}),
    });
    const named = { name, isOwnName: true };
    if (arg.type === 'ref' && arg.name === '*') {
      return name === 'count' && !arg.table && !distinct ? { ...plain('bigint', call(arg)), ...named } : outside();
    }
    const { type, scale, expr, isOnlyShown } = new Expressions(this.#scope, null).value(arg);
    if (isOnlyShown || literal(arg)) outside();
    switch (name) {
      case 'count':
        // pg-mem takes every date for another one.
        if (distinct && type !== 'integer' && type !== 'text') outside();
        return { ...plain('bigint', call(expr)), ...named };
      case 'min':
      case 'max':
        return type === 'boolean' ? outside() : { ...plain(type, call(expr), scale), ...named };
      case 'sum':
        if (type !== 'integer' && type !== 'numeric') outside();
        return { ...plain(type === 'integer' ? 'bigint' : 'numeric', call(expr), scale), ...named };
      default: {
        if (type !== 'integer' && type !== 'numeric') outside();
        const exprs = [call(expr, 'sum'), call(expr, 'count')];
        const read = ([sum, count]: readonly unknown[]): Cell => {
          const average = quotient(sum, count, scale);
          return average && numericText(average.units, average.scale);
        };
        return { ...plain('numeric', call(expr), scale), ...named, shown: { exprs, read } };
      }
    }
  }

  /** `round` of an average or of another numeric, as it is shown: nothing is computed with it. */
  #round([arg, digits, ...more]: readonly Expr[]): Value {
    const to = digits === undefined ? 0 : digits.type === 'integer' ? digits.value : outside();
    if (!arg || more.length > 0 || to > MOST_DIGITS || to < 0) outside();
    const value = this.value(arg);
    if (value.type !== 'numeric') outside();
    const average = value.shown;
    const read = (values: readonly unknown[]): Cell => {
      const [first, count] = values;
      const units = average ? quotient(first, count, value.scale) : { units: wholeNumber(first), scale: value.scale };
      if (typeof units?.units !== 'bigint') return null;
      return numericText(rescale(units.units, units.scale, to), to);
    };
    return {
      ...plain('numeric', value.expr, value.scale),
      name: 'round',
      isOwnName: true,
      shown: { exprs: average?.exprs ?? [value.expr], read },
      isOnlyShown: true,
    };
  }
}

function quotient(
  sum: unknown,
  count: unknown,
  scale: number,
): { readonly units: bigint; readonly scale: number } | null {
  const [dividend, divisor] = [wholeNumber(sum), wholeNumber(count)];
  return dividend === null || divisor === null ? null : divide(dividend, scale, divisor);
}
