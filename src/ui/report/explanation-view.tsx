import type { ReactNode } from 'react';
import type { Explanation } from '../../core/check-report';
import type { Language } from '../../core/language';
import { DifferenceView } from './difference-view';
import styles from './explanation-view.module.css';
import { RunOutcomeView } from './run-outcome-view';

interface ExplanationViewProps {
  readonly explanation: Explanation;
  /** The answer that was checked, for the line that an error names. */
  readonly code?: string | undefined;
  readonly language?: Language | undefined;
}

/** Why a test refused the answer: the instructor's words for this mistake when there are some, then what differs. */
export function ExplanationView({ explanation, code, language }: ExplanationViewProps): ReactNode {
  return (
    <div className={styles.explanation}>
      {explanation.kind === 'difference' && explanation.feedback !== null && (
        <p className={styles.feedback}>{explanation.feedback.text}</p>
      )}
      {explanation.kind === 'difference' ? (
        <DifferenceView difference={explanation.difference} />
      ) : (
        <RunOutcomeView outcome={explanation.report.outcome} language={language} code={code} />
      )}
      <p className={styles.dataset}>
        Found on the data set <code>{explanation.dataset}</code>.
      </p>
    </div>
  );
}
