import type { Expr, From, FromTable, JoinClause } from 'pgsql-ast-parser';
import { Expressions } from './expression';
import { outside } from './outside';
import { reference, type Scope } from './scope';
import { binary } from './value';

function using(names: readonly { readonly name: string }[], table: string, scope: Scope): Expr {
  return names
    .map(({ name }) => {
      const [left, right] = [
        scope.column({ type: 'ref', name }),
        scope.column({ type: 'ref', name, table: { name: table } }),
      ];
      if (left.type !== right.type) outside();
      return binary('=', reference(left), reference(right));
    })
    .reduce((first, second) => binary('AND', first, second));
}

function joined({ type, on, using: names }: JoinClause, table: string, scope: Scope): JoinClause {
  switch (type) {
    case 'CROSS JOIN':
      return { type: 'INNER JOIN', on: { type: 'boolean', value: true } };
    case 'INNER JOIN':
    case 'LEFT JOIN':
    case 'RIGHT JOIN':
      // The column that USING makes is the right table's here.
      if (names && type === 'RIGHT JOIN') outside();
      if (names) return { type, on: using(names, table, scope) };
      return { type, on: new Expressions(scope, null).condition(on ?? outside()) };
    default:
      return outside();
  }
}

/** Brings the tables after FROM into scope, and gives pg-mem's form of them. */
export function fromTables(items: readonly From[], scope: Scope): FromTable[] {
  // ON of a join after a comma does not see what stands before the comma.
  const others = items.slice(1);
  if (others.some(({ join }) => join) && others.some(({ join }) => !join)) outside();
  const tables = items.map((item): FromTable => {
    if (item.type !== 'table' || item.lateral || item.name.schema !== undefined) outside();
    if (item.name.columnNames !== undefined) outside();
    const { name, alias = name } = item.name;
    scope.add(name, alias, new Set(item.join?.using?.map((column) => column.name)));
    const join = item.join ? joined(item.join, alias, scope) : undefined;
    return { type: 'table', name: { name, alias }, ...(join ? { join } : {}) };
  });
  return withoutRightJoin(tables);
}

/** A RIGHT JOIN of the first two tables is a LEFT JOIN of the second with the first. */
function withoutRightJoin(tables: readonly FromTable[]): FromTable[] {
  const [first, second, ...others] = tables;
  if (others.some(({ join }) => join?.type === 'RIGHT JOIN')) outside();
  if (!first || second?.join?.type !== 'RIGHT JOIN') return [...tables];
  const join: JoinClause = { ...second.join, type: 'LEFT JOIN' };
  return [{ type: 'table', name: second.name }, { ...first, join }, ...others];
}
