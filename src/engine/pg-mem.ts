import type { IMemoryDb } from 'pg-mem';
import type { Cell, Database, Dataset, Row, StatementResult } from '../core/database';
import { NotTrustedError } from './not-trusted-error';
import { loadPgMemData, type PgMemData } from './pg-mem-data';
import { trustedSelect } from './trusted';
import type { TrustedSelect } from './trusted/select';

/**
 * Runs a trusted query.
 * @returns the rows, or `null` where only computing them showed that PostgreSQL has to
 */
function run(db: IMemoryDb, { sql, read }: TrustedSelect): readonly Row[] | null {
  try {
    return read(db.public.query(sql).rows);
  } catch {
    // An integer out of range, a cut between equal rows, or something that pg-mem refuses: PostgreSQL says what is so.
    return null;
  }
}

/**
 * pg-mem behind the {@link Database} port. It answers the trusted subset only and throws {@link NotTrustedError}
 * for everything else, so it never gives an answer, or an error, that PostgreSQL would not give.
 */
export class PgMemDatabase implements Database {
  readonly engine = 'pg-mem';
  readonly #loaded = new Map<string, PgMemData | null>();
  #current: PgMemData | null = null;

  exec(sql: string, parameters: readonly Cell[] = []): Promise<readonly StatementResult[]> {
    return Promise.resolve().then(() => {
      const loaded = this.#current;
      const trusted = loaded && trustedSelect(sql, parameters, loaded.catalog);
      const rows = loaded && trusted && run(loaded.db, trusted);
      if (!rows) throw new NotTrustedError(sql);
      const tag = `SELECT ${String(rows.length)}`;
      return [{ kind: 'rows', tag, columns: trusted.columns, rows, rowCount: rows.length, notices: [] }];
    });
  }

  /** A data set that pg-mem cannot load is no fault: nothing is trusted on it, so PostgreSQL answers. */
  reset(dataset: Dataset): Promise<void> {
    const key = `${dataset.id}\n${dataset.sql}`;
    let loaded = this.#loaded.get(key);
    if (loaded === undefined) {
      loaded = loadPgMemData(dataset.sql);
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
