import type { ServerReport } from '../../../core/server';
import { errorExcerpt } from '../../../core/sql-error-text';

export type Verbosity = 'default' | 'verbose' | 'terse' | 'sqlstate';
export type ShowContext = 'never' | 'errors' | 'always';

/** How much of an error or a notice is shown. */
export interface ReportStyle {
  readonly verbosity: Verbosity;
  readonly showContext: ShowContext;
}

const ERROR = /^(?:ERROR|FATAL|PANIC)$/;

/**
 * An error or a notice as psql prints it, without the line's end.
 * Source: what libpq makes of the fields (PostgreSQL documentation, "PQresultVerboseErrorMessage").
 * @param statement what `report.position` counts in; `null` when nobody knows
 */
export function reportText(report: ServerReport, statement: string | null, style: ReportStyle): string {
  const { verbosity, showContext } = style;
  const { severity, sqlstate, message } = report;
  if (verbosity === 'sqlstate') return `${severity}:  ${sqlstate}`;
  let first = `${severity}:  ${verbosity === 'verbose' ? `${sqlstate}: ` : ''}${message}`;
  const lines: string[] = [];
  const place =
    report.position === null
      ? { position: report.internalPosition, text: report.internalQuery }
      : { position: report.position, text: statement };
  if (place.position !== null) {
    if (verbosity === 'terse' || place.text === null) first += ` at character ${String(place.position)}`;
    else lines.push(...errorExcerpt(place.text, place.position));
  }
  if (verbosity !== 'terse') {
    if (report.detail !== null) lines.push(`DETAIL:  ${report.detail}`);
    if (report.hint !== null) lines.push(`HINT:  ${report.hint}`);
    if (report.internalQuery !== null) lines.push(`QUERY:  ${report.internalQuery}`);
    const withContext = showContext === 'always' || (showContext === 'errors' && ERROR.test(severity));
    if (report.where !== null && withContext) lines.push(`CONTEXT:  ${report.where}`);
  }
  if (verbosity === 'verbose') lines.push(...places(report));
  return [first, ...lines].join('\n');
}

function places({ schema, table, column, dataType, constraint, file, line, routine }: ServerReport): string[] {
  const named: readonly (readonly [string, string | null])[] = [
    ['SCHEMA NAME', schema],
    ['TABLE NAME', table],
    ['COLUMN NAME', column],
    ['DATATYPE NAME', dataType],
    ['CONSTRAINT NAME', constraint],
  ];
  const lines = named.flatMap(([what, name]) => (name === null ? [] : [`${what}:  ${name}`]));
  if (file !== null || line !== null || routine !== null) {
    const where = file !== null && line !== null ? `${file}:${line}` : '';
    lines.push(`LOCATION:  ${routine === null ? '' : `${routine}, `}${where}`);
  }
  return lines;
}
