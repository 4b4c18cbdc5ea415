import {
  astVisitor,
  type Expr,
  type OrderByStatement,
  type SelectedColumn,
  type SelectFromStatement,
  toSql,
} from 'pgsql-ast-parser';
import type { Cell, Column, Row } from '../../core/database';
import type { Catalog } from '../catalog';
import { Expressions, type GroupKeys, isAggregate } from './expression';
import { literal } from './literal';
import { outside } from './outside';
import { reference, Scope } from './scope';
import { fromTables } from './tables';
import { cell, describe, type IdentifiedValue, shown, type Shown } from './value';

/** How pg-mem will answer a SELECT. */
export interface TrustedSelect {
  /** What PostgreSQL would name and type the columns. */
  readonly columns: readonly Column[];
  /** A query for pg-mem that computes what the answer is made of. */
  readonly sql: string;
  /** Makes the answer of pg-mem's rows. Throws {@link Outside} where the rows show that PostgreSQL has to answer. */
  readonly read: (rows: readonly Readonly<Record<string, unknown>>[]) => readonly Row[];
}

interface Output {
  readonly value: IdentifiedValue;
  readonly column: Column;
}

/** A key of ORDER BY: one of the output columns, or something that is not shown. */
interface SortKey {
  readonly value: IdentifiedValue;
  readonly by: OrderByStatement;
}

const CLAUSES = new Set(['type', 'columns', 'from', 'where', 'groupBy', 'having', 'distinct', 'orderBy', 'limit']);

function hasAggregate(exprs: readonly Expr[]): boolean {
  let found = false;
  const visitor = astVisitor((walker) => ({
    call: (call) => {
      found ||= isAggregate(call);
      walker.super().call(call);
    },
  }));
  for (const expr of exprs) visitor.expr(expr);
  return found;
}

function outputs(columns: readonly SelectedColumn[], scope: Scope, expressions: Expressions): Output[] {
  return columns.flatMap(({ expr, alias }) => {
    const isStar = expr.type === 'ref' && expr.name === '*';
    const exprs = isStar ? (alias ? outside() : scope.star(expr.table?.name)) : [expr];
    return exprs.map((each): Output => {
      const value = expressions.value(each);
      return { value, column: describe(value, alias?.name) };
    });
  });
}

/** The column that a number in ORDER BY or GROUP BY means. */
function numbered(number: number, columns: readonly Output[]): IdentifiedValue {
  return columns[number - 1]?.value ?? outside();
}

function groupKeys(
  groupBy: readonly Expr[],
  columns: readonly SelectedColumn[],
  scope: Scope,
): readonly IdentifiedValue[] {
  const expressions = new Expressions(scope, null);
  return groupBy.map((by) => {
    const meant = groupedBy(by, columns, scope);
    const value = expressions.value(meant);
    if (literal(meant) || value.isOnlyShown) outside();
    return value;
  });
}

/** What a key of GROUP BY means: a number is an output column, and a name one if no table has a column of that name. */
function groupedBy(by: Expr, columns: readonly SelectedColumn[], scope: Scope): Expr {
  if (by.type === 'integer') {
    if (columns.some(({ expr }) => expr.type === 'ref' && expr.name === '*')) outside();
    return columns[by.value - 1]?.expr ?? outside();
  }
  if (by.type !== 'ref' || by.table || scope.has(by.name)) return by;
  const [named, ...others] = columns.filter(({ alias }) => alias?.name === by.name);
  return named && others.length === 0 ? named.expr : outside();
}

type GroupKey = Pick<IdentifiedValue, 'expr' | 'identity'>;

/** The keys, and the columns that a primary key among them settles. */
function withDependents(keys: readonly GroupKey[], scope: Scope): readonly GroupKey[] {
  const known = new Set(keys.map(({ identity }) => identity));
  const settled = keys.flatMap(({ expr }) => {
    if (expr.type !== 'ref' || !scope.column(expr).primaryKey) return [];
    const columns = scope.columnsOf(expr.table?.name ?? outside()).map(reference);
    return columns.map((column): GroupKey => ({ expr: column, identity: toSql.expr(column) }));
  });
  const all = [...keys, ...settled.filter(({ identity }) => !known.has(identity))];
  // pg-mem takes columns of the same name for one.
  const names = all.flatMap(({ expr }) => (expr.type === 'ref' ? [expr.name] : []));
  return new Set(names).size === names.length ? all : outside();
}

function sortKeys(
  orderBy: readonly OrderByStatement[],
  columns: readonly Output[],
  expressions: Expressions,
): SortKey[] {
  return orderBy.map((by, i) => {
    const value = sortedBy(by.by, columns, expressions);
    if (value.isOnlyShown && i < orderBy.length - 1) outside();
    return { value, by };
  });
}

/** What a key of ORDER BY means: a number is an output column, and so is a name that one of them has. */
function sortedBy(by: Expr, columns: readonly Output[], expressions: Expressions): IdentifiedValue {
  if (by.type === 'integer') return numbered(by.value, columns);
  if (literal(by)) outside();
  if (by.type !== 'ref' || by.table) return expressions.value(by);
  const [named, ...others] = columns.filter(({ column }) => column.name === by.name);
  if (!named) return expressions.value(by);
  return others.every(({ value }) => value.identity === named.value.identity) ? named.value : outside();
}

/** A condition as true or false, never NULL. */
function truthOf(condition: Expr): Expr {
  const [yes, no] = [true, false].map((value): Expr => ({ type: 'boolean', value }));
  return { type: 'case', whens: [{ when: condition, value: yes ?? outside() }], else: no ?? outside() };
}

/** A number of rows after LIMIT or OFFSET. */
function bound(expr: Expr | null | undefined): number | null {
  if (!expr) return null;
  if (expr.type === 'integer' && expr.value >= 0) return expr.value;
  return expr.type === 'string' && /^\d{1,9}$/.test(expr.value) ? Number(expr.value) : outside();
}

/**
 * Cuts the rows that LIMIT and OFFSET leave. Where a cut goes between rows that ORDER BY does not tell apart, it is open
 * which of them stay, and PostgreSQL has to choose.
 */
function cut<T>(
  rows: readonly T[],
  offset: number,
  limit: number | null,
  isTie: (a: T, b: T) => boolean,
): readonly T[] {
  const end = limit === null ? rows.length : Math.min(offset + limit, rows.length);
  const kept = rows.slice(offset, end);
  if (kept.length === 0) return [];
  for (const at of [offset, end]) {
    const [before, after] = [rows[at - 1], rows[at]];
    if (before !== undefined && after !== undefined && isTie(before, after)) outside();
  }
  return kept;
}

/** Analyses a SELECT. Throws {@link Outside} when it is outside the trusted subset. */
export function analyseSelect(statement: SelectFromStatement, catalog: Catalog): TrustedSelect {
  for (const [key, value] of Object.entries(statement)) if (value && !CLAUSES.has(key)) outside();
  const { columns: selected, from, where, groupBy, having, distinct, orderBy, limit } = statement;
  if (!selected?.length || !from?.length || Array.isArray(distinct)) outside();
  const scope = new Scope(catalog);
  const tables = fromTables(from, scope);
  const filter = where ? new Expressions(scope, null).condition(where) : undefined;

  const sorted = orderBy ?? [];
  const isGrouped =
    [groupBy, having].some(Boolean) ||
    hasAggregate([...selected.map(({ expr }) => expr), ...sorted.map(({ by }) => by)]);
  const keys = isGrouped ? withDependents(groupKeys(groupBy ?? [], selected, scope), scope) : null;
  const groups: GroupKeys | null = keys && new Set(keys.map(({ identity }) => identity));
  const expressions = new Expressions(scope, groups);
  const shownColumns = outputs(selected, scope, expressions);
  const sortBy = sortKeys(sorted, shownColumns, expressions);
  const groupFilter = having ? expressions.condition(having) : undefined;

  const isDistinct = distinct === 'distinct';
  if (isDistinct) {
    const known = new Set(shownColumns.map(({ value }) => value.identity));
    if (isGrouped || sortBy.some(({ value }) => !known.has(value.identity))) outside();
    if (shownColumns.some(({ value }) => value.shown)) outside();
  }

  // Each column under a name of its own; what it sorts by is there as well, to find ties.
  const list: SelectedColumn[] = [];
  const place = ({ exprs, read }: Shown): ((row: Readonly<Record<string, unknown>>) => Cell) => {
    const names = exprs.map((expr) => {
      const same = list.find((column) => toSql.expr(column.expr) === toSql.expr(expr));
      const name = same?.alias?.name ?? `column_${String(list.length)}`;
      if (!same) list.push({ expr, alias: { name } });
      return name;
    });
    return (row) => read(names.map((name) => row[name]));
  };
  const cells = shownColumns.map(({ value }) => place(shown(value)));
  // pg-mem takes no notice of HAVING: it is computed like a column.
  const isWanted = groupFilter
    ? place({ exprs: [truthOf(groupFilter)], read: ([value]) => cell(value, 'boolean', 0) })
    : null;
  const ties = limit ? sortBy.map(({ value }) => place(shown(value))) : [];
  const offset = bound(limit?.offset) ?? 0;
  const count = bound(limit?.limit);

  return {
    columns: shownColumns.map(({ column }) => column),
    sql: toSql.statement({
      type: 'select',
      ...(isDistinct ? { distinct } : {}),
      columns: list,
      from: tables,
      ...(filter ? { where: filter } : {}),
      ...(keys?.length ? { groupBy: keys.map(({ expr }) => expr) } : {}),
      ...(sortBy.length ? { orderBy: sortBy.map(({ value, by }) => ({ ...by, by: value.expr })) } : {}),
    }),
    read: (rows) => {
      const isTie = (a: (typeof rows)[number], b: (typeof rows)[number]): boolean =>
        ties.every((key) => key(a) === key(b));
      const wanted = isWanted ? rows.filter((row) => isWanted(row) === 't') : rows;
      return cut(wanted, offset, count, isTie).map((row) => cells.map((read) => read(row)));
    },
  };
}
