import type { ReactNode } from 'react';
import { durationText } from '../../core/duration-text';
import type { SentStatement } from '../../core/run-report';
import { NoticeList } from './notice-list';
import { ResultTable } from './result-table';
import styles from './sent-statement.module.css';
import { SqlErrorView } from './sql-error-view';
import { SqlWithParameters } from './sql-with-parameters';

interface SentStatementViewProps {
  readonly statement: SentStatement;
  /** Counted from 1. */
  readonly number: number;
}

/** A statement that a program sent to the database, with its parameters and its result. */
export function SentStatementView({ statement, number }: SentStatementViewProps): ReactNode {
  const { sql, parameters, result, ms } = statement;
  const label = `statement ${String(number)}`;
  return (
    <>
      <SqlWithParameters sql={sql} parameters={parameters} label={`SQL of ${label}`} />
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
    </>
  );
}
