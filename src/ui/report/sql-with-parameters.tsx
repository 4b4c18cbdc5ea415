import type { ReactNode } from 'react';
import type { Cell } from '../../core/database';
import { CellValue } from './cell-value';
import { ScrollRegion } from './scroll-region';
import styles from './sql-with-parameters.module.css';

interface SqlWithParametersProps {
  readonly sql: string;
  readonly parameters: readonly Cell[];
  /** What a screen reader calls the SQL. */
  readonly label: string;
}

/** SQL as it is sent, and the values that travel beside it. */
export function SqlWithParameters({ sql, parameters, label }: SqlWithParametersProps): ReactNode {
  return (
    <>
      <ScrollRegion label={label}>
        <pre className={styles.sql}>{sql}</pre>
      </ScrollRegion>
      {parameters.length > 0 && (
        <ul className={styles.parameters} aria-label="Parameters">
          {parameters.map((cell, i) => (
            <li key={i}>
              <code>${i + 1}</code> = <CellValue cell={cell} showSpaces />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
