import type { SqlError } from '../core/database';
import type { ServerReport } from '../core/server';

/** The fields of an ErrorResponse under the names that JavaScript drivers give them. */
type FieldName =
  | 'severity'
  | 'code'
  | 'message'
  | 'detail'
  | 'hint'
  | 'position'
  | 'where'
  | 'schema'
  | 'table'
  | 'column'
  | 'dataType'
  | 'constraint'
  | 'internalPosition'
  | 'internalQuery'
  | 'file'
  | 'line'
  | 'routine';

/** What an ErrorResponse or a NoticeResponse says. */
export type ServerErrorFields = Readonly<Partial<Record<FieldName, string | undefined>>>;

/** Builds an {@link SqlError} from the fields of a driver's error. */
export function sqlError(fields: ServerErrorFields): SqlError {
  return {
    severity: fields.severity ?? 'ERROR',
    sqlstate: fields.code ?? 'XX000',
    message: fields.message ?? '',
    detail: fields.detail ?? null,
    hint: fields.hint ?? null,
    position: fields.position === undefined ? null : Number(fields.position),
    where: fields.where ?? null,
    schema: fields.schema ?? null,
    table: fields.table ?? null,
    column: fields.column ?? null,
    dataType: fields.dataType ?? null,
    constraint: fields.constraint ?? null,
  };
}

const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

/** All that a server says with an error or a notice. */
export function serverReport(fields: ServerErrorFields): ServerReport {
  return {
    ...sqlError(fields),
    internalPosition: numberOf(fields.internalPosition),
    internalQuery: fields.internalQuery ?? null,
    file: fields.file ?? null,
    line: fields.line ?? null,
    routine: fields.routine ?? null,
  };
}
