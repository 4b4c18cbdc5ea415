import type { ServerReport } from '../../../core/server';
import type { ShellState } from './shell-state';

/** How many rows a command tag counts; `0` for those that count none. */
function rowCountOf(tag: string): string {
  return /^(?:INSERT \d+|SELECT|UPDATE|DELETE|MERGE|FETCH|MOVE|COPY|CREATE TABLE AS) (\d+)$/.exec(tag)?.[1] ?? '0';
}

/** Sets the variables that tell scripts how the last statement ended: well. */
export function noteSuccess({ variables }: ShellState, tag: string): void {
  variables.set('ERROR', 'false');
  variables.set('SQLSTATE', '00000');
  variables.set('ROW_COUNT', rowCountOf(tag));
}

/** Sets the variables that tell scripts how the last statement ended: with an error. */
export function noteFailure(shell: ShellState, report: ServerReport, statement: string): void {
  const { variables } = shell;
  variables.set('ERROR', 'true');
  variables.set('SQLSTATE', report.sqlstate);
  variables.set('ROW_COUNT', '0');
  variables.set('LAST_ERROR_SQLSTATE', report.sqlstate);
  variables.set('LAST_ERROR_MESSAGE', report.message);
  shell.lastError = { report, statement };
}
