import type { ReactNode } from 'react';
import { countText } from '../../core/count-text';
import type { TraceDetail } from '../../core/layer-trace';
import type { RunReport } from '../../core/run-report';
import { ScrollRegion } from '../report/scroll-region';
import { SentStatementView } from '../report/sent-statement';
import { SqlWithParameters } from '../report/sql-with-parameters';
import styles from './trace-detail.module.css';

interface TraceDetailViewProps {
  readonly detail: TraceDetail;
  readonly statements: RunReport['statements'];
}

function PoolState({ detail }: { readonly detail: Extract<TraceDetail, { kind: 'pool' }> }): ReactNode {
  const { total, idle, waiting, max } = detail;
  return (
    <dl className={styles.pool}>
      <div>
        <dt>In use</dt>
        <dd>{total - idle}</dd>
      </div>
      <div>
        <dt>Idle</dt>
        <dd>{idle}</dd>
      </div>
      <div>
        <dt>Waiting for one</dt>
        <dd>{waiting}</dd>
      </div>
      <div>
        <dt>At most</dt>
        <dd>{countText(max, 'client')}</dd>
      </div>
    </dl>
  );
}

/** The thing that a step of a trace was about: SQL, rows, the state of a pool. */
export function TraceDetailView({ detail, statements }: TraceDetailViewProps): ReactNode {
  switch (detail.kind) {
    case 'text':
      return (
        <ScrollRegion label="Text of this step">
          <pre className={styles.text}>{detail.text}</pre>
        </ScrollRegion>
      );
    case 'sql':
      return (
        <>
          <SqlWithParameters sql={detail.sql} parameters={detail.parameters} label="SQL of this step" />
          {detail.returned !== null && (
            <p className={styles.returned}>
              What came back: <code>{detail.returned}</code>
            </p>
          )}
        </>
      );
    case 'statement': {
      const statement = statements[detail.index];
      return statement && <SentStatementView statement={statement} number={detail.index + 1} />;
    }
    case 'pool':
      return <PoolState detail={detail} />;
    case 'objects':
      return (
        <ul className={styles.objects}>
          {detail.objects.map(({ name, state }, i) => (
            <li key={i}>
              <code>{name}</code> {state}
            </li>
          ))}
        </ul>
      );
    default:
      return detail satisfies never;
  }
}
