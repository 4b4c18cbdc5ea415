import type { ReactNode } from 'react';
import type { SqlError } from '../../core/database';
import type { Position } from '../../core/position';
import { sqlErrorText } from '../../core/sql-error-text';
import { ScrollRegion } from './scroll-region';
import styles from './sql-error-view.module.css';

interface SqlErrorViewProps {
  readonly error: SqlError;
  /** The statement that the server refused; the error's position counts in it. */
  readonly statement: string;
  /** Where that is in the reader's own code, when it is known. */
  readonly at: Position | null;
}

/** An error of PostgreSQL's, exactly as psql prints it, with its SQLSTATE. */
export function SqlErrorView({ error, statement, at }: SqlErrorViewProps): ReactNode {
  return (
    <div className={styles.error}>
      <p className={styles.heading}>
        <strong>
          {at === null ? 'PostgreSQL refused it' : `Line ${String(at.line)}, column ${String(at.column)} of your code`}
        </strong>
        <span className={styles.state} title="PostgreSQL's code for this kind of error">
          SQLSTATE <code>{error.sqlstate}</code>
        </span>
      </p>
      <ScrollRegion label={`Error message: ${error.message}`}>
        <pre className={styles.text}>{sqlErrorText(error, statement)}</pre>
      </ScrollRegion>
    </div>
  );
}
