import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { CheckReport, TestReport, Verdict } from '../../core/check-report';
import { countText } from '../../core/count-text';
import type { Language } from '../../core/language';
import { Banner } from './banner';
import styles from './check-report-view.module.css';
import { type Confirmation, SETTLED } from './confirmation';
import { ConfirmationNote } from './confirmation-note';
import { EngineBadge } from './engine-badge';
import { ExplanationView } from './explanation-view';
import { Overruled } from './overruled';
import { ScrollRegion } from './scroll-region';
import { VisuallyHidden } from './visually-hidden';

interface CheckReportViewProps {
  readonly report: CheckReport;
  /** The answer that was checked, for the line that an error names. */
  readonly code: string;
  readonly language: Language;
  readonly confirmation: Confirmation;
}

function failedHeadline(tests: readonly TestReport[]): string {
  const failed = tests.filter((test) => test.state === 'failed').length;
  return tests.length === 1
    ? 'Not yet: the test failed.'
    : `Not yet: ${String(failed)} of ${String(tests.length)} tests failed.`;
}

function passedHeadline(tests: readonly TestReport[]): string {
  if (tests.length === 2) return 'Correct: both tests passed.';
  return tests.length < 2 ? 'Correct.' : `Correct: all ${countText(tests.length, 'test')} passed.`;
}

interface TestProps {
  readonly test: TestReport;
  readonly code: string;
  readonly language: Language;
}

function Test({ test, code, language }: TestProps): ReactNode {
  const passed = test.state === 'passed';
  return (
    <li className={styles.test} data-test={test.name} data-test-state={test.state}>
      <p className={styles.name}>
        <span className={clsx(styles.sign, passed ? styles.ok : styles.bad)} aria-hidden="true">
          {passed ? '✓' : '✗'}
        </span>
        <span>
          <VisuallyHidden>{passed ? 'Passed: ' : 'Failed: '}</VisuallyHidden>
          {test.name}
        </span>
      </p>
      {test.state === 'failed' && (
        <div className={styles.why}>
          {test.explanation === null ? (
            <ScrollRegion label={`Message of the test “${test.name}”`}>
              <pre className={styles.message}>{test.message}</pre>
            </ScrollRegion>
          ) : (
            <ExplanationView explanation={test.explanation} code={code} language={language} />
          )}
        </div>
      )}
    </li>
  );
}

interface EnginesProps {
  readonly verdict: Verdict;
  readonly confirmation: Confirmation;
}

function Engines({ verdict: { engines, lastWord }, confirmation }: EnginesProps): ReactNode {
  if (engines.length === 0) return null;
  return (
    <p className={styles.engines}>
      <span>Checked with</span>
      {engines.map((engine) => (
        <EngineBadge key={engine} engine={engine} />
      ))}
      <ConfirmationNote lastWord={lastWord} confirmation={confirmation} />
    </p>
  );
}

/** What a check found: each test by name, and for each that failed why. */
export function CheckReportView({ report, code, language, confirmation }: CheckReportViewProps): ReactNode {
  if (report.verdict === 'stopped') {
    return <Banner tone="warn" headline="The check was stopped before its end, so there is no verdict." />;
  }
  if (report.verdict === 'broken') {
    return (
      <Banner tone="warn" headline="This check could not run; this is not your mistake.">
        <p>Your answer is kept. Try again, or go on with the next exercise. What went wrong:</p>
        <p className={styles.exact}>{report.message}</p>
      </Banner>
    );
  }
  const passed = report.verdict === 'passed';
  return (
    <div className={styles.report}>
      {report.lastWord?.kind === 'different' && (
        <Overruled headline="PostgreSQL comes to another verdict. This is its verdict.">
          <CheckReportView report={report.lastWord.first} code={code} language={language} confirmation={SETTLED} />
        </Overruled>
      )}
      <Banner
        tone={passed ? 'ok' : 'bad'}
        headline={passed ? passedHeadline(report.tests) : failedHeadline(report.tests)}
      />
      <ul className={styles.tests}>
        {report.tests.map((test, i) => (
          <Test key={i} test={test} code={code} language={language} />
        ))}
      </ul>
      <Engines verdict={report} confirmation={confirmation} />
    </div>
  );
}
