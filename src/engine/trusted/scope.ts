import type { ExprRef } from 'pgsql-ast-parser';
import type { Catalog, CatalogColumn, TrustedType } from '../catalog';
import { outside } from './outside';

/** A column that an expression may name. */
export interface ScopeColumn extends CatalogColumn {
  /** The name that its table has in this query. */
  readonly table: string;
  readonly type: TrustedType;
  /** USING made one of it and of a column before it: it is there under its table's name only. */
  readonly merged: boolean;
}

interface ScopeTable {
  readonly name: string;
  readonly columns: readonly (CatalogColumn & { readonly merged: boolean })[];
}

/** The tables after FROM, and what names mean among them. */
export class Scope {
  readonly #tables: ScopeTable[] = [];

  constructor(readonly catalog: Catalog) {}

  /** Adds a table of the data set, under a name of its own. */
  add(table: string, name: string, using: ReadonlySet<string>): void {
    const columns = this.catalog.get(table);
    if (!columns || this.#tables.some((other) => other.name === name)) outside();
    this.#tables.push({ name, columns: columns.map((column) => ({ ...column, merged: using.has(column.name) })) });
  }

  has(name: string): boolean {
    return this.#find({ type: 'ref', name }).length > 0;
  }

  column(ref: ExprRef): ScopeColumn {
    const [found, ...others] = this.#find(ref);
    if (!found || others.length > 0 || ref.table?.schema !== undefined) outside();
    return found;
  }

  /** What `*`, or `table.*`, stands for. */
  star(table: string | undefined): readonly ExprRef[] {
    const tables = this.#tables.filter(({ name }) => table === undefined || name === table);
    // USING puts its columns first.
    if (tables.length === 0 || tables.some(({ columns }) => columns.some(({ merged }) => merged))) outside();
    return tables.flatMap(({ name, columns }) =>
      columns.map((column): ExprRef => ({ type: 'ref', name: column.name, table: { name } })),
    );
  }

  /** The trusted columns of one of the tables, by the name that it has in this query. */
  columnsOf(table: string): readonly ScopeColumn[] {
    const { columns } = this.#tables.find(({ name }) => name === table) ?? outside();
    return columns.flatMap(({ type, ...column }) => (type === null ? [] : [{ ...column, type, table }]));
  }

  #find(ref: ExprRef): ScopeColumn[] {
    return this.#tables.flatMap(({ name: table, columns }) =>
      columns.flatMap(({ type, ...column }): ScopeColumn[] => {
        if (column.name !== ref.name) return [];
        if (ref.table === undefined ? column.merged : ref.table.name !== table) return [];
        return [{ ...column, table, type: type ?? outside() }];
      }),
    );
  }
}

/** A column as pg-mem is given it: with its table's name. */
export function reference({ name, table }: Pick<ScopeColumn, 'name' | 'table'>): ExprRef {
  return { type: 'ref', name, table: { name: table } };
}
