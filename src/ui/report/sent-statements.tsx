import { type ReactNode, useState } from 'react';
import { countText, numberText } from '../../core/count-text';
import { durationText } from '../../core/duration-text';
import type { SentStatement } from '../../core/run-report';
import { CellValue } from './cell-value';
import { MoreButton } from './more-button';
import { NoticeList } from './notice-list';
import { ResultTable } from './result-table';
import { ScrollRegion } from './scroll-region';
import styles from './sent-statements.module.css';
import { SqlErrorView } from './sql-error-view';

/** A loop can send thousands of statements; they are drawn a few at a time. */
const PAGE = 20;

function Parameters({ statement: { parameters } }: { readonly statement: SentStatement }): ReactNode {
  if (parameters.length === 0) return null;
  return (
    <ul className={styles.parameters} aria-label="Parameters">
      {parameters.map((cell, i) => (
        <li key={i}>
          <code>${i + 1}</code> = <CellValue cell={cell} showSpaces />
        </li>
      ))}
    </ul>
  );
}

function SentOne({ statement, number }: { readonly statement: SentStatement; readonly number: number }): ReactNode {
  const { sql, result, ms } = statement;
  const label = `statement ${String(number)}`;
  return (
    <li className={styles.statement}>
      <ScrollRegion label={`SQL of ${label}`}>
        <pre className={styles.sql}>{sql}</pre>
      </ScrollRegion>
      <Parameters statement={statement} />
      <NoticeList notices={result.notices} />
      {result.kind === 'rows' && <ResultTable result={result} label={`Result of ${label}`} />}
      {result.kind === 'error' && <SqlErrorView error={result.error} statement={sql} at={null} />}
      <p className={styles.meta}>
        {result.kind === 'command' && (
          <>
            <code>{result.tag}</code> ·{' '}
          </>
        )}
        {durationText(ms)}
      </p>
    </li>
  );
}

/** The statements that a program sent to the database, with their parameters and results; folded at first. */
export function SentStatements({ statements }: { readonly statements: readonly SentStatement[] }): ReactNode {
  const [shown, setShown] = useState(PAGE);
  if (statements.length === 0) return null;
  const left = statements.length - shown;
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>SQL that was sent ({numberText(statements.length)})</summary>
      <ol className={styles.list}>
        {statements.slice(0, shown).map((statement, i) => (
          <SentOne key={i} statement={statement} number={i + 1} />
        ))}
      </ol>
      {left > 0 && (
        <MoreButton onClick={() => setShown(shown + PAGE)}>
          Show {numberText(Math.min(PAGE, left))} more of {countText(statements.length, 'statement')}
        </MoreButton>
      )}
    </details>
  );
}
