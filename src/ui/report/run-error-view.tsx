import type { ReactNode } from 'react';
import type { Language } from '../../core/language';
import type { Position } from '../../core/position';
import type { RunError } from '../../core/run-report';
import { CodeFrame } from './code-frame';
import styles from './run-error-view.module.css';
import { SqlErrorView } from './sql-error-view';

interface RunErrorViewProps {
  readonly error: RunError;
  /** The reader's code, for the line that the error names. */
  readonly code?: string | undefined;
  /** In a program a refused statement is not the reader's own line, so that line is shown as well. */
  readonly language?: Language | undefined;
}

function Names({ names }: { readonly names: readonly string[] }): ReactNode {
  return names.map((name, i) => (
    <span key={name}>
      {i > 0 && ', '}
      <code>{name}</code>
    </span>
  ));
}

/** A heading with the place, what went wrong, and the line of code. */
function Placed({
  at,
  code,
  children,
}: {
  readonly at: Position | null;
  readonly code: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <>
      {at !== null && (
        <p className={styles.place}>
          Line {at.line}, column {at.column}
        </p>
      )}
      {children}
      {at !== null && code !== undefined && <CodeFrame code={code} at={at} />}
    </>
  );
}

function Words({ error, code, language }: RunErrorViewProps): ReactNode {
  switch (error.kind) {
    case 'sql':
      return (
        <>
          {language !== 'sql' && language !== undefined && error.at !== null && code !== undefined && (
            <CodeFrame code={code} at={error.at} />
          )}
          <SqlErrorView error={error.error} statement={error.statement} at={error.at} />
        </>
      );
    case 'syntax':
      return (
        <Placed at={error.at} code={code}>
          <p className={styles.message}>
            The code cannot be read, so nothing has run: <span className={styles.exact}>{error.message}</span>
          </p>
        </Placed>
      );
    case 'exception':
      return (
        <Placed at={error.at} code={code}>
          <p className={styles.message}>
            <span className={styles.exact}>
              <strong>{error.name}:</strong> {error.message}
            </span>
          </p>
        </Placed>
      );
    case 'import':
      return (
        <Placed at={error.at} code={code}>
          <p className={styles.message}>
            <code>{error.module}</code> cannot be imported here.{' '}
            {error.offered.length === 0 ? (
              'This program can import nothing.'
            ) : (
              <>
                What you can import: <Names names={error.offered} />.
              </>
            )}
          </p>
        </Placed>
      );
    case 'missing-export':
      return (
        <p className={styles.message}>
          Your code does not export <code>{error.name}</code>.{' '}
          {error.exported.length === 0 ? (
            'It exports nothing.'
          ) : (
            <>
              It exports <Names names={error.exported} />.
            </>
          )}{' '}
          Did you write <code>export</code> in front of it, and the name exactly so?
        </p>
      );
    default:
      return error satisfies never;
  }
}

/** Why a run did not come to its end, in words to act on. */
export function RunErrorView({ error, code, language }: RunErrorViewProps): ReactNode {
  return (
    <div className={styles.error}>
      <Words error={error} code={code} language={language} />
    </div>
  );
}
