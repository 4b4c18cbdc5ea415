import { type ReactNode, useState } from 'react';
import { numberText } from '../../core/count-text';
import type { Position } from '../../core/position';
import type { SentStatement } from '../../core/run-report';
import { errorPositions } from './error-positions';
import { MoreButton } from './more-button';
import { NoticeList } from './notice-list';
import { ResultTable } from './result-table';
import { SqlErrorView } from './sql-error-view';
import styles from './statement-results.module.css';

/** A script of a thousand INSERTs must not draw a thousand blocks at once. */
const PAGE = 50;
const CAPTION_LENGTH = 60;

interface StatementResultsProps {
  readonly statements: readonly SentStatement[];
  /** The script that the statements stand in; with it, errors are placed in it. */
  readonly code: string;
}

function caption(sql: string): string {
  const line = sql.replace(/\s+/g, ' ').trim();
  return line.length > CAPTION_LENGTH ? `${line.slice(0, CAPTION_LENGTH).trimEnd()}…` : line;
}

interface OneResultProps {
  readonly statement: SentStatement;
  readonly at: Position | null;
  readonly label?: string | undefined;
}

function OneResult({ statement: { sql, result }, at, label }: OneResultProps): ReactNode {
  return (
    <>
      <NoticeList notices={result.notices} />
      {result.kind === 'rows' && <ResultTable result={result} label={label} />}
      {result.kind === 'command' && (
        <p className={styles.command}>
          <code>{result.tag}</code>
        </p>
      )}
      {result.kind === 'error' && <SqlErrorView error={result.error} statement={sql} at={at} />}
    </>
  );
}

/** What each statement of a script gave, in order. One alone needs no caption. */
export function StatementResults({ statements, code }: StatementResultsProps): ReactNode {
  const [shown, setShown] = useState(PAGE);
  const positions = errorPositions(code, statements);
  const [only, ...others] = statements;
  if (only === undefined) return null;
  if (others.length === 0) return <OneResult statement={only} at={positions[0] ?? null} />;
  const left = statements.length - shown;
  return (
    <>
      <ol className={styles.list}>
        {statements.slice(0, shown).map((statement, i) => (
          <li key={i} className={styles.block}>
            <p className={styles.caption}>
              <span className={styles.number}>{i + 1}</span> <code>{caption(statement.sql)}</code>
            </p>
            <OneResult
              statement={statement}
              at={positions[i] ?? null}
              label={`Result of statement ${String(i + 1)}: ${caption(statement.sql)}`}
            />
          </li>
        ))}
      </ol>
      {left > 0 && (
        <MoreButton onClick={() => setShown(shown + PAGE)}>
          Show {numberText(Math.min(PAGE, left))} more of {numberText(statements.length)} statements
        </MoreButton>
      )}
    </>
  );
}
