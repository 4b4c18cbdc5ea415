import type { ReactNode } from 'react';
import { numberText } from '../../core/count-text';
import type { TraceDetail } from '../../core/layer-trace';
import { ScrollRegion } from '../report/scroll-region';
import { NamedValues } from './named-values';
import styles from './trace-detail.module.css';

interface BoundSqlProps {
  readonly detail: Extract<TraceDetail, { kind: 'bound' }>;
}

/** SQL, the values beside it, and what a driver makes of the two. */
export function BoundSql({ detail: { sql, sets, count, written } }: BoundSqlProps): ReactNode {
  const left = count - sets.length;
  return (
    <>
      <ScrollRegion label="SQL of this step">
        <pre className={styles.text}>{sql}</pre>
      </ScrollRegion>
      {sets.map((values, i) => (
        <NamedValues key={i} values={values} />
      ))}
      {left > 0 && <p className={styles.returned}>… and {numberText(left)} more sets of values</p>}
      {written !== null && (
        <>
          <p className={styles.label}>With the values written into it, as it is sent</p>
          <ScrollRegion label="SQL as it is sent">
            <pre className={styles.text}>{written}</pre>
          </ScrollRegion>
        </>
      )}
    </>
  );
}
