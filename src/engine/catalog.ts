import { parse, type CreateTableStatement } from 'pgsql-ast-parser';

/** The types whose values pg-mem keeps as PostgreSQL does. `numeric` may be compared but not shown: it is a float there. */
export type TrustedType = 'integer' | 'text' | 'date' | 'boolean' | 'numeric';

export interface CatalogColumn {
  readonly name: string;
  /** `null` for a type outside the trusted ones. */
  readonly type: TrustedType | null;
  readonly nullable: boolean;
  /** Whether a key or unique constraint of its own gives it an index. */
  readonly indexed: boolean;
}

/** The tables of a data set by name, with their columns in order. */
export type Catalog = ReadonlyMap<string, readonly CatalogColumn[]>;

const TRUSTED_TYPES: Readonly<Record<string, TrustedType>> = {
  integer: 'integer',
  int: 'integer',
  text: 'text',
  date: 'date',
  boolean: 'boolean',
  bool: 'boolean',
  numeric: 'numeric',
};

function tableColumns(table: CreateTableStatement): CatalogColumn[] {
  return table.columns.flatMap((column): CatalogColumn[] => {
    if (column.kind !== 'column') return [];
    const constraints = new Set(column.constraints?.map((constraint) => constraint.type));
    const { dataType } = column;
    const type = dataType.kind === 'array' ? null : (TRUSTED_TYPES[dataType.name.toLowerCase()] ?? null);
    return [
      {
        name: column.name.name,
        type,
        nullable: !constraints.has('not null') && !constraints.has('primary key'),
        indexed: constraints.has('primary key') || constraints.has('unique'),
      },
    ];
  });
}

/** Reads a data set's CREATE TABLE statements. Throws what the parser throws on SQL that it cannot read. */
export function readCatalog(sql: string): Catalog {
  return new Map(
    parse(sql).flatMap((statement) =>
      statement.type === 'create table' ? [[statement.name.name, tableColumns(statement)] as const] : [],
    ),
  );
}
