import type { Position } from './position';
import type { RunError, RunReport } from './run-report';
import { sqlErrorText } from './sql-error-text';

function placeName({ line, column }: Position): string {
  return `line ${String(line)}, column ${String(column)}`;
}

function place(at: Position | null): string {
  return at ? `${placeName(at)}: ` : '';
}

function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

/** Why a run failed, in words that say what to do. */
export function runErrorText(error: RunError): string {
  switch (error.kind) {
    case 'sql':
      // As psql prints it, and below what psql does not say.
      return `${sqlErrorText(error.error, error.statement)}\nSQLSTATE ${error.error.sqlstate}${error.at ? `, ${placeName(error.at)} of the code` : ''}`;
    case 'syntax':
      return `${place(error.at)}The code could not be read: ${error.message}`;
    case 'exception':
      return `${place(error.at)}${error.name}: ${error.message}`;
    case 'import':
      return `${place(error.at)}"${error.module}" cannot be imported here. You can import ${list(error.offered)}.`;
    case 'missing-export': {
      const exported = error.exported.length > 0 ? `it exports ${list(error.exported)}` : 'it exports nothing';
      return `The code has to export "${error.name}", but ${exported}. Write \`export\` in front of it.`;
    }
  }
}

/** What went wrong in a run that did not complete; the empty string when it did. */
export function runProblemText({ outcome }: Pick<RunReport, 'outcome'>): string {
  switch (outcome.kind) {
    case 'completed':
      return '';
    case 'failed':
      return runErrorText(outcome.error);
    case 'timed-out':
      return `Stopped after ${String(outcome.limitMs / 1000)} s: the code was still running. Is there an endless loop?`;
    case 'stopped':
      return 'Stopped.';
    case 'out-of-memory':
      return 'Stopped: the code took all the memory that it may have. Does something in it grow without end?';
    case 'not-loaded':
      return `Something that the code imports could not be loaded; this is not your mistake. ${outcome.message}`;
    case 'engine-failed':
      return `The engine failed; this is not your mistake. ${outcome.message}`;
  }
}
