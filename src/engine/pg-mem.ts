import { type IMemoryDb, newDb } from 'pg-mem';
import type { Cell, Column, Database, Dataset, StatementResult } from '../core/database';
import { type Catalog, readCatalog } from './catalog';
import { trustedSelect } from './trusted';

/** A statement that pg-mem is not trusted to answer: PostgreSQL has to. */
export class NotTrustedError extends Error {
  override readonly name = 'NotTrustedError';

  constructor(readonly statement: string) {
    super(`pg-mem is not trusted to answer as PostgreSQL would: ${statement.slice(0, 200)}`);
  }
}

interface Loaded {
  readonly db: IMemoryDb;
  readonly catalog: Catalog;
}

function load(sql: string): Loaded | null {
  try {
    const db = newDb({ noAstCoverageCheck: true });
    db.public.none(sql);
    return { db, catalog: readCatalog(sql) };
  } catch {
    return null;
  }
}

function cell(value: unknown, column: Column): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date && column.type === 'date') return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'number' || typeof value === 'string') return String(value);
  throw new Error(`pg-mem gave an unexpected value for ${column.name}`);
}

/**
 * pg-mem behind the {@link Database} port. It answers the trusted subset only and throws {@link NotTrustedError}
 * for everything else, so it never gives an answer, or an error, that PostgreSQL would not give.
 */
export class PgMemDatabase implements Database {
  readonly engine = 'pg-mem';
  readonly #loaded = new Map<string, Loaded | null>();
  #current: Loaded | null = null;

  exec(sql: string, parameters: readonly Cell[] = []): Promise<readonly StatementResult[]> {
    return Promise.resolve().then(() => {
      const loaded = this.#current;
      const trusted = loaded && trustedSelect(sql, parameters, loaded.catalog);
      if (!trusted) throw new NotTrustedError(sql);
      const { columns } = trusted;
      const { rows } = loaded.db.public.query(trusted.sql);
      return [
        {
          kind: 'rows',
          tag: `SELECT ${String(rows.length)}`,
          columns,
          rows: rows.map((row: Record<string, unknown>) =>
            columns.map((column, i) => cell(row[`column_${String(i)}`], column)),
          ),
          rowCount: rows.length,
          notices: [],
        },
      ];
    });
  }

  /** A data set that pg-mem cannot load is no fault: nothing is trusted on it, so PostgreSQL answers. */
  reset(dataset: Dataset): Promise<void> {
    const key = `${dataset.id}\n${dataset.sql}`;
    let loaded = this.#loaded.get(key);
    if (loaded === undefined) {
      loaded = load(dataset.sql);
      this.#loaded.set(key, loaded);
    }
    // Only SELECTs are trusted, so there is nothing to undo.
    this.#current = loaded;
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.#loaded.clear();
    this.#current = null;
    return Promise.resolve();
  }
}
