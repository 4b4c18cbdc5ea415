import { type Cell, type Column, MAX_ROWS, type Notice, type StatementResult } from '../core/database';
import { type ServerErrorFields, sqlError } from './sql-error';
import { typeName } from './type-names';

/** A column of a RowDescription message, under the names that JavaScript drivers give its fields. */
interface FieldDescription {
  readonly name: string;
  readonly dataTypeID: number;
  readonly dataTypeModifier: number;
}

/** Gathers a server's messages into one result a statement. */
export class ResultReader {
  readonly results: StatementResult[] = [];
  #columns: readonly Column[] | null = null;
  #rows: (readonly Cell[])[] = [];
  #rowCount = 0;
  #notices: Notice[] = [];

  /** Counts a row that comes next. @returns whether it is to be kept: those beyond {@link MAX_ROWS} are not */
  countRow(): boolean {
    this.#rowCount++;
    return this.#rowCount <= MAX_ROWS;
  }

  rowDescription(fields: readonly FieldDescription[]): void {
    this.#columns = fields.map(({ name, dataTypeID, dataTypeModifier }) => ({
      name,
      oid: dataTypeID,
      type: typeName(dataTypeID, dataTypeModifier),
    }));
  }

  /** Keeps a row that {@link countRow} has counted. */
  dataRow(cells: readonly Cell[]): void {
    this.#rows.push(cells);
  }

  notice(fields: ServerErrorFields): void {
    this.#notices.push({
      severity: fields.severity ?? 'NOTICE',
      sqlstate: fields.code ?? '00000',
      message: fields.message ?? '',
      detail: fields.detail ?? null,
      hint: fields.hint ?? null,
    });
  }

  commandComplete(tag: string): void {
    const notices = this.#notices;
    this.results.push(
      this.#columns === null
        ? { kind: 'command', tag, notices }
        : { kind: 'rows', tag, columns: this.#columns, rows: this.#rows, rowCount: this.#rowCount, notices },
    );
    this.#clear();
  }

  error(fields: ServerErrorFields): void {
    this.results.push({ kind: 'error', error: sqlError(fields), notices: this.#notices });
    this.#clear();
  }

  #clear(): void {
    this.#columns = null;
    this.#rows = [];
    this.#rowCount = 0;
    this.#notices = [];
  }
}
