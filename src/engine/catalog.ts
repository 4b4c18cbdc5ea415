import { parse, type CreateTableStatement } from 'pgsql-ast-parser';

/** The types whose values pg-mem keeps as PostgreSQL does, or can be made to: a `numeric` is kept in whole units. */
export type TrustedType = 'integer' | 'text' | 'date' | 'boolean' | 'numeric';

export interface CatalogColumn {
  readonly name: string;
  /** `null` for a type outside the trusted ones. */
  readonly type: TrustedType | null;
  /** The type as `format_type` spells it, such as `numeric(8,2)`. */
  readonly typeName: string;
  /** How many digits a `numeric` has after the point; 0 for the other types. */
  readonly scale: number;
  /** Whether it alone is the primary key, so that it settles the other columns of its row. */
  readonly primaryKey: boolean;
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

/** More digits than this are not exact in a JavaScript number, once some of them are added up. */
const MOST_DIGITS = 10;

function tableColumns(table: CreateTableStatement): CatalogColumn[] {
  return table.columns.flatMap((column): CatalogColumn[] => {
    if (column.kind !== 'column') return [];
    const { dataType } = column;
    const known = dataType.kind === 'array' ? null : (TRUSTED_TYPES[dataType.name.toLowerCase()] ?? null);
    const [precision = 0, scale = 0] = dataType.kind === 'array' ? [] : (dataType.config ?? []);
    const exact = known !== 'numeric' || (precision > 0 && precision <= MOST_DIGITS && scale >= 0);
    return [
      {
        name: column.name.name,
        type: exact ? known : null,
        typeName: known === 'numeric' ? `numeric(${String(precision)},${String(scale)})` : (known ?? ''),
        scale: known === 'numeric' ? scale : 0,
        primaryKey: column.constraints?.some(({ type }) => type === 'primary key') ?? false,
      },
    ];
  });
}

/**
 * Reads a data set's CREATE TABLE statements. Throws what the parser throws on SQL that it cannot read, and on tables that
 * are altered: what they are then like is not read.
 */
export function readCatalog(sql: string): Catalog {
  const statements = parse(sql);
  if (statements.some(({ type }) => type === 'alter table')) throw new Error('The data set alters its tables.');
  return new Map(
    statements.flatMap((statement) =>
      statement.type === 'create table' ? [[statement.name.name, tableColumns(statement)] as const] : [],
    ),
  );
}
