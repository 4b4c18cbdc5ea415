import type { ReactNode } from 'react';
import { durationText } from '../../core/duration-text';
import type { Language } from '../../core/language';
import { plainValueText } from '../../core/plain-value-text';
import type { RunReport } from '../../core/run-report';
import { ConsoleOutput } from './console-output';
import { EngineBadge } from './engine-badge';
import { RunOutcomeView } from './run-outcome-view';
import styles from './run-report-view.module.css';
import { ScrollRegion } from './scroll-region';
import { SentStatements } from './sent-statements';
import { SqlScriptOutcome } from './sql-script-outcome';
import { StatementResults } from './statement-results';

interface RunReportViewProps {
  readonly report: RunReport;
  readonly language: Language;
  /** The code that ran: errors are shown in it. */
  readonly code: string;
}

function Value({ report: { value } }: Pick<RunReportViewProps, 'report'>): ReactNode {
  if (value === undefined) return null;
  return (
    <div>
      <p className={styles.label}>Value</p>
      <ScrollRegion label="Value">
        <pre className={styles.value}>{plainValueText(value)}</pre>
      </ScrollRegion>
    </div>
  );
}

function Nothing({ report, language }: Pick<RunReportViewProps, 'report' | 'language'>): ReactNode {
  const { outcome, output, outputCut, statements, value } = report;
  const something = output.length > 0 || outputCut || value !== undefined;
  if (outcome.kind !== 'completed' || something || (language === 'sql' && statements.length > 0)) return null;
  return (
    <p className={styles.nothing}>
      {language === 'sql' ? 'There is no statement to run yet.' : 'The program came to its end and printed nothing.'}
    </p>
  );
}

/** What one run gave: how it ended, what it printed, its results, and which engine gave them. */
export function RunReportView({ report, language, code }: RunReportViewProps): ReactNode {
  const { outcome, output, outputCut, statements, engine, ms } = report;
  // In a script each error stands with its statement; elsewhere the statement is not the reader's own text.
  const refused = language === 'sql' && statements.some(({ result }) => result.kind === 'error');
  return (
    <div className={styles.report}>
      {refused && outcome.kind === 'failed' ? (
        <SqlScriptOutcome statements={statements} />
      ) : (
        <RunOutcomeView outcome={outcome} language={language} code={code} />
      )}
      <ConsoleOutput output={output} cut={outputCut} />
      <Value report={report} />
      {language === 'sql' ? (
        <StatementResults statements={statements} code={code} />
      ) : (
        <SentStatements statements={statements} />
      )}
      <Nothing report={report} language={language} />
      {engine !== null && (
        <p className={styles.meta}>
          <EngineBadge engine={engine} /> {durationText(ms)}
        </p>
      )}
    </div>
  );
}
