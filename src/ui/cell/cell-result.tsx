import type { ReactNode } from 'react';
import type { Language } from '../../core/language';
import { CheckReportView } from '../report/check-report-view';
import { RunReportView } from '../report/run-report-view';
import type { TraceFold } from '../report/run-trace';
import type { AnsweredState } from './cell-state';

interface CellResultProps {
  readonly state: AnsweredState;
  readonly language: Language;
  readonly trace: TraceFold;
}

/** What the last run or check gave. A chunk of its own: it is needed only once something ran. */
export default function CellResult({ state, language, trace }: CellResultProps): ReactNode {
  return state.kind === 'ran' ? (
    <RunReportView
      report={state.report}
      language={language}
      code={state.code}
      confirmation={state.confirmation}
      trace={trace}
    />
  ) : (
    <CheckReportView report={state.report} language={language} code={state.code} confirmation={state.confirmation} />
  );
}
