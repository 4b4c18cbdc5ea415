import type { Explanation } from '../../core/check-report';
import { runErrorText } from '../../core/run-problem-text';
import type { RunReport } from '../../core/run-report';
import type { EditorMark } from '../editor/editor-props';
import type { CellState } from './cell-state';

function marksOfRun({ outcome }: RunReport): EditorMark[] {
  if (outcome.kind !== 'failed') return [];
  const { error } = outcome;
  if (error.kind === 'missing-export' || !error.at) return [];
  const message = error.kind === 'sql' ? `${error.error.severity}: ${error.error.message}` : runErrorText(error);
  return [{ ...error.at, message }];
}

function reportIn(explanation: Explanation | null): RunReport | null {
  return explanation?.kind === 'run' ? explanation.report : null;
}

/** The places in the code that the last run or check complained about, as long as the code is still that one. */
export function marksOf(state: CellState, code: string): readonly EditorMark[] {
  if (state.kind === 'ran' && state.code === code) return marksOfRun(state.report);
  if (state.kind === 'checked' && state.code === code && state.report.verdict === 'failed') {
    const report = state.report.tests
      .map((test) => (test.state === 'failed' ? reportIn(test.explanation) : null))
      .find((found) => found !== null);
    return report ? marksOfRun(report) : [];
  }
  return [];
}
