import {
  astMapper,
  type Expr,
  type ExprRef,
  type From,
  parse,
  type SelectedColumn,
  type SelectFromStatement,
  type Statement,
  toSql,
} from 'pgsql-ast-parser';
import type { Cell, Column } from '../core/database';
import type { Catalog, CatalogColumn, TrustedType } from './catalog';

/**
 * The trusted subset: the statements for which pg-mem is known to answer as PostgreSQL does. Anything that is not
 * listed here goes to PostgreSQL: a list of what is right stays right when a new mistake of pg-mem turns up.
 *
 * - one SELECT over tables of the data set, joined by INNER or LEFT JOIN … ON equal columns;
 * - it shows plain columns of type integer, text, date or boolean, `*` included;
 * - WHERE is built with AND, OR, NOT from comparisons of a column with a literal or a column of the same type,
 *   IS [NOT] NULL, BETWEEN, IN (distinct literals), LIKE and ILIKE;
 * - ORDER BY names columns; LIMIT and OFFSET are literals, and ORDER BY leaves no two rows equal, because which rows
 *   there are would depend on the engine otherwise.
 */
export interface TrustedSelect {
  /** What PostgreSQL would name and type the columns. */
  readonly columns: readonly Column[];
  /** The same query for pg-mem: parameters filled in, and each column under a name of its own. */
  readonly sql: string;
}

interface ShownColumn {
  readonly column: Column;
  readonly ref: ExprRef;
}

/** Thrown inside the analysis only, to leave it from any depth. */
class Outside extends Error {}

function outside(): never {
  throw new Outside();
}

interface ScopeColumn extends CatalogColumn {
  readonly table: string;
}

/** Whether no two rows of its table have the same value in it. */
function isKey({ indexed, nullable }: CatalogColumn): boolean {
  return indexed && !nullable;
}

const OID: Readonly<Record<TrustedType, number>> = { integer: 23, text: 25, date: 1082, boolean: 16, numeric: 1700 };
const COMPARISONS = new Set(['=', '<', '<=', '>', '>=']);
// PostgreSQL has no year 0.
const ISO_DATE = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const MAX_INTEGER = 2_147_483_647;

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return ISO_DATE.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

class Analysis {
  readonly #scope: ScopeColumn[] = [];
  /** Pairs of tables: a row of the first leads to at most one of the second. */
  readonly #leads: (readonly [from: string, to: string])[] = [];

  constructor(readonly catalog: Catalog) {}

  select(statement: SelectFromStatement): TrustedSelect {
    const allowed = new Set(['type', 'columns', 'from', 'where', 'orderBy', 'limit']);
    for (const [key, value] of Object.entries(statement)) if (value !== undefined && !allowed.has(key)) outside();
    const { columns, from, where, orderBy, limit } = statement;
    if (!from || !columns?.length) outside();
    for (const item of from) this.#from(item);
    const shown = columns.flatMap(({ expr, alias }) => this.#shown(expr, alias?.name));
    if (where) this.#condition(where);
    const sorted: ScopeColumn[] = [];
    for (const { by, nulls } of orderBy ?? []) {
      // A name in ORDER BY means the output column first: only where both are the same is it simple.
      if (by.type !== 'ref' || nulls !== undefined) outside();
      const aliased = columns.some(({ alias }) => alias?.name === by.name);
      if (aliased && by.table === undefined) outside();
      sorted.push(this.#column(by));
    }
    if (limit && !this.#isTotal(sorted)) outside();
    for (const bound of [limit?.limit, limit?.offset]) {
      if (!bound || (bound.type === 'integer' && bound.value >= 0)) continue;
      if (bound.type !== 'string' || !/^\d{1,9}$/.test(bound.value)) outside();
    }
    const named = shown.map(({ ref }, i): SelectedColumn => ({ expr: ref, alias: { name: `column_${String(i)}` } }));
    return { columns: shown.map(({ column }) => column), sql: toSql.statement({ ...statement, columns: named }) };
  }

  #from(item: From): void {
    if (item.type !== 'table' || item.lateral || item.name.schema !== undefined) outside();
    if (item.name.columnNames !== undefined) outside();
    const table = item.name.alias ?? item.name.name;
    const columns = this.catalog.get(item.name.name);
    if (!columns || this.#scope.some((column) => column.table === table)) outside();
    this.#scope.push(...columns.map((column) => ({ ...column, table })));
    const { join } = item;
    if (this.#scope.length > columns.length && !join) outside();
    if (!join) return;
    if ((join.type !== 'INNER JOIN' && join.type !== 'LEFT JOIN') || join.using !== undefined || !join.on) outside();
    const { on } = join;
    if (on.type !== 'binary' || on.op !== '=' || on.left.type !== 'ref' || on.right.type !== 'ref') outside();
    const [left, right] = [this.#column(on.left), this.#column(on.right)];
    if (left.type !== right.type || left.table === right.table) outside();
    if (left.table !== table && right.table !== table) outside();
    for (const [from, to] of [
      [left, right],
      [right, left],
    ] as const) {
      // In a LEFT JOIN many rows may have nothing on the right, so that it does not tell one on the left.
      if (isKey(to) && (join.type === 'INNER JOIN' || to.table === table)) this.#leads.push([from.table, to.table]);
    }
  }

  /** Whether rows that are equal in these columns are one row: they hold a key of each table, or lead to one. */
  #isTotal(columns: readonly ScopeColumn[]): boolean {
    const settled = new Set(columns.filter(isKey).map(({ table }) => table));
    for (let before = -1; before < settled.size;) {
      before = settled.size;
      for (const [from, to] of this.#leads) if (settled.has(from)) settled.add(to);
    }
    return this.#scope.every(({ table }) => settled.has(table));
  }

  #column(ref: ExprRef): ScopeColumn & { readonly type: TrustedType } {
    const found = this.#scope.filter(
      (column) => column.name === ref.name && (ref.table === undefined || column.table === ref.table.name),
    );
    const [column] = found;
    if (found.length !== 1 || !column?.type || ref.table?.schema !== undefined) outside();
    return { ...column, type: column.type };
  }

  #shown(expr: Expr, alias: string | undefined): ShownColumn[] {
    if (expr.type !== 'ref') outside();
    const refs =
      expr.name === '*'
        ? this.#scope
            .filter((column) => expr.table === undefined || column.table === expr.table.name)
            .map(({ name, table }): ExprRef => ({ type: 'ref', name, table: { name: table } }))
        : [expr];
    if (refs.length === 0) outside();
    return refs.map((ref) => {
      const { name, type } = this.#column(ref);
      if (type === 'numeric') outside();
      return { ref, column: { name: alias ?? name, type, oid: OID[type] } };
    });
  }

  #literal(expr: Expr, type: TrustedType): string {
    if (expr.type === 'integer' && type === 'integer' && Math.abs(expr.value) <= MAX_INTEGER) return String(expr.value);
    if ((expr.type === 'integer' || expr.type === 'numeric') && type === 'numeric') return String(expr.value);
    if (expr.type === 'boolean' && type === 'boolean') return String(expr.value);
    // A quoted literal, or a parameter, takes the type of the column that it is compared with.
    if (expr.type === 'string' && type === 'integer' && /^-?\d{1,9}$/.test(expr.value)) return expr.value;
    if (expr.type === 'string' && type === 'text') return expr.value;
    if (expr.type === 'string' && type === 'date' && isDate(expr.value)) return expr.value;
    return outside();
  }

  #condition(expr: Expr): void {
    switch (expr.type) {
      case 'ref':
        if (this.#column(expr).type !== 'boolean') outside();
        return;
      case 'unary':
        if (expr.op === 'NOT') this.#condition(expr.operand);
        else if (expr.op === 'IS NULL' || expr.op === 'IS NOT NULL') {
          if (expr.operand.type !== 'ref') outside();
          this.#column(expr.operand);
        } else outside();
        return;
      case 'ternary': {
        if (expr.value.type !== 'ref') outside();
        const { type } = this.#column(expr.value);
        if (type === 'boolean') outside();
        this.#literal(expr.lo, type);
        this.#literal(expr.hi, type);
        return;
      }
      case 'binary':
        this.#binary(expr.op, expr.left, expr.right);
        return;
      default:
        outside();
    }
  }

  #binary(op: string, left: Expr, right: Expr): void {
    if (op === 'AND' || op === 'OR') {
      this.#condition(left);
      this.#condition(right);
      return;
    }
    if (left.type !== 'ref') outside();
    const column = this.#column(left);
    // pg-mem keeps rows with NULL for <> on a column that has an index.
    const unequal = (op === '!=' || op === '<>') && !(column.indexed && column.nullable);
    if (COMPARISONS.has(op) || unequal) {
      if (right.type !== 'ref') this.#literal(right, column.type);
      else if (this.#column(right).type !== column.type) outside();
    } else if (op === 'IN' && right.type === 'list') {
      const values = right.expressions.map((item) => this.#literal(item, column.type));
      // A value listed twice doubles the rows that pg-mem finds through an index.
      if (new Set(values).size !== values.length) outside();
    } else if (['LIKE', 'NOT LIKE', 'ILIKE', 'NOT ILIKE'].includes(op) && column.type === 'text') {
      if (/[\\\n]/.test(this.#literal(right, 'text'))) outside();
    } else outside();
  }
}

function withParameters(statement: Statement, parameters: readonly Cell[]): Statement {
  const mapper = astMapper(() => ({
    parameter: ({ name }) => {
      const value = parameters[Number(name.slice(1)) - 1];
      return value === undefined || value === null ? outside() : { type: 'string', value };
    },
  }));
  return mapper.statement(statement) ?? outside();
}

/**
 * Whether pg-mem may answer a statement.
 * @param sql one statement
 * @param parameters the values of `$1`, `$2` …
 * @returns how it will answer, or `null` when PostgreSQL has to
 */
export function trustedSelect(sql: string, parameters: readonly Cell[], catalog: Catalog): TrustedSelect | null {
  try {
    const [first, ...others] = parse(sql);
    if (!first || others.length > 0) return null;
    const statement = withParameters(first, parameters);
    return statement.type === 'select' ? new Analysis(catalog).select(statement) : null;
  } catch {
    // What the parser cannot read is outside as well: PostgreSQL gives the real message.
    return null;
  }
}
