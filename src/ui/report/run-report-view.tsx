import type { ReactNode } from 'react';
import { durationText } from '../../core/duration-text';
import type { Language } from '../../core/language';
import { plainValueText } from '../../core/plain-value-text';
import type { RunReport } from '../../core/run-report';
import { differsInOrderOnly } from '../../core/compare-reports';
import { type Confirmation, SETTLED } from './confirmation';
import { ConfirmationNote } from './confirmation-note';
import { ConsoleOutput } from './console-output';
import { EngineBadge } from './engine-badge';
import { Overruled } from './overruled';
import { RunOutcomeView } from './run-outcome-view';
import { RunTrace, type TraceFold } from './run-trace';
import styles from './run-report-view.module.css';
import { ScrollRegion } from './scroll-region';
import { SentStatements } from './sent-statements';
import { SqlScriptOutcome } from './sql-script-outcome';
import { StatementResults } from './statement-results';
import { WebPageView } from './web-page-view';

interface RunReportViewProps {
  readonly report: RunReport;
  readonly language: Language;
  /** The code that ran: errors are shown in it. */
  readonly code: string;
  readonly confirmation: Confirmation;
  readonly trace: TraceFold;
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

function OverruledRun({ report, language, code }: Omit<RunReportViewProps, 'confirmation' | 'trace'>): ReactNode {
  if (report.lastWord?.kind !== 'different') return null;
  const { first } = report.lastWord;
  return (
    <Overruled
      headline={
        differsInOrderOnly(first, report)
          ? 'PostgreSQL gives the rows in another order. Where ORDER BY does not settle it, any order is right.'
          : 'PostgreSQL answers otherwise. This is its answer.'
      }
    >
      <RunReportView report={first} language={language} code={code} confirmation={SETTLED} trace="folded" />
    </Overruled>
  );
}

/** What one run gave: how it ended, what it printed, its results, and which engine gave them. */
export function RunReportView({ report, language, code, confirmation, trace }: RunReportViewProps): ReactNode {
  const { outcome, output, outputCut, statements, engine, ms, lastWord, page } = report;
  // In a script each error stands with its statement; elsewhere the statement is not the reader's own text.
  const refused = language === 'sql' && statements.some(({ result }) => result.kind === 'error');
  return (
    <div className={styles.report}>
      <OverruledRun report={report} language={language} code={code} />
      {refused && outcome.kind === 'failed' ? (
        <SqlScriptOutcome statements={statements} />
      ) : (
        <RunOutcomeView outcome={outcome} language={language} code={code} />
      )}
      <ConsoleOutput output={output} cut={outputCut} />
      {page !== null && <WebPageView page={page} />}
      <Value report={report} />
      {trace === 'open' && <RunTrace report={report} fold={trace} />}
      {language === 'sql' ? (
        <StatementResults statements={statements} code={code} />
      ) : (
        <SentStatements statements={statements} />
      )}
      {trace === 'folded' && <RunTrace report={report} fold={trace} />}
      <Nothing report={report} language={language} />
      {engine !== null && (
        <p className={styles.meta}>
          <EngineBadge engine={engine} /> <span>{durationText(ms)}</span>
          <ConfirmationNote lastWord={lastWord} confirmation={confirmation} />
        </p>
      )}
    </div>
  );
}
