import { parse, type Statement, toSql } from 'pgsql-ast-parser';
import { DataType, type IMemoryDb, newDb } from 'pg-mem';
import { type Catalog, readCatalog } from './catalog';
import { type ArgumentType, OWN_FUNCTIONS } from './trusted/functions';

/** A data set as pg-mem holds it. */
export interface PgMemData {
  readonly db: IMemoryDb;
  readonly catalog: Catalog;
}

const TYPES: Readonly<Record<ArgumentType, DataType>> = {
  integer: DataType.integer,
  text: DataType.text,
  date: DataType.date,
  boolean: DataType.bool,
  float: DataType.float,
};

/**
 * A table without its keys. pg-mem finds rows through an index wherever there is one, and then forgets rows, repeats
 * them, or takes NULL for a value. Nothing is ever written here, so that nothing else needs a key.
 */
function withoutKeys(statement: Statement): Statement {
  if (statement.type !== 'create table') return statement;
  const { constraints: _keys, ...table } = statement;
  const columns = table.columns.map((column) =>
    column.kind === 'column' && column.constraints
      ? {
          ...column,
          constraints: column.constraints.filter(({ type }) => type === 'add generated' || type === 'default'),
        }
      : column,
  );
  return { ...table, columns };
}

/** Puts the numbers of every `numeric` column into whole units of its last digit, which JavaScript adds up exactly. */
function intoUnits(db: IMemoryDb, catalog: Catalog): void {
  for (const [table, columns] of catalog) {
    for (const { name, type, scale } of columns) {
      if (type === 'numeric')
        db.public.none(`UPDATE "${table}" SET "${name}" = own_units("${name}", ${String(scale)})`);
    }
  }
}

/** Loads a data set; `null` when pg-mem cannot, and so cannot be trusted with anything on it. */
export function loadPgMemData(sql: string): PgMemData | null {
  try {
    const db = newDb({ noAstCoverageCheck: true });
    for (const { name, args, returns, implementation } of OWN_FUNCTIONS) {
      db.public.registerFunction({
        name,
        args: args.map((type) => TYPES[type]),
        returns: TYPES[returns],
        implementation,
      });
    }
    for (const statement of parse(sql)) db.public.none(toSql.statement(withoutKeys(statement)));
    const catalog = readCatalog(sql);
    intoUnits(db, catalog);
    return { db, catalog };
  } catch {
    return null;
  }
}
