import type { ReactNode } from 'react';
import { countText } from '../../core/count-text';
import type { TraceDetail } from '../../core/layer-trace';
import type { RunReport } from '../../core/run-report';
import { ScrollRegion } from '../report/scroll-region';
import { SentStatementView } from '../report/sent-statement';
import { SqlWithParameters } from '../report/sql-with-parameters';
import { BoundSql } from './bound-sql';
import { Facts } from './facts';
import { NamedValues } from './named-values';
import styles from './trace-detail.module.css';
import { WireView } from './wire-view';

interface TraceDetailViewProps {
  readonly detail: TraceDetail;
  readonly statements: RunReport['statements'];
}

const CACHE_TEXTS: Readonly<Record<'hit' | 'miss' | 'not-kept', string>> = {
  hit: 'The SQL was made of an equal expression before: it comes from the cache, and only the values are new.',
  miss: 'The SQL is kept in the cache: an equal expression with other values need not be compiled again.',
  'not-kept': 'The SQL of such an expression is not kept: it is compiled each time.',
};

function Compiled({ detail }: { readonly detail: Extract<TraceDetail, { kind: 'compiled' }> }): ReactNode {
  const { tree, sql, parameters, cache } = detail;
  return (
    <>
      <p className={styles.label}>The expression</p>
      <Preformatted label="The expression" text={tree} />
      <p className={styles.label}>Its SQL</p>
      <Preformatted label="Its SQL" text={sql} />
      <NamedValues values={parameters} />
      {cache !== null && <p className={styles.returned}>{CACHE_TEXTS[cache]}</p>}
    </>
  );
}

function Preformatted({ label, text }: { readonly label: string; readonly text: string }): ReactNode {
  return (
    <ScrollRegion label={label}>
      <pre className={styles.text}>{text}</pre>
    </ScrollRegion>
  );
}

/** The thing that a step of a trace was about: a line, SQL, rows, the state of a pool. */
export function TraceDetailView({ detail, statements }: TraceDetailViewProps): ReactNode {
  switch (detail.kind) {
    case 'text':
      return <Preformatted label="Text of this step" text={detail.text} />;
    case 'line':
      return (
        <>
          <p className={styles.label}>
            Line {detail.line} of <code>{detail.file}</code>
          </p>
          <Preformatted label={`Line ${String(detail.line)}`} text={detail.text} />
        </>
      );
    case 'sql':
      return (
        <>
          <SqlWithParameters sql={detail.sql} parameters={detail.parameters} label="SQL of this step" />
          <Returned text={detail.returned} />
        </>
      );
    case 'bound':
      return (
        <>
          <BoundSql detail={detail} />
          <Returned text={detail.returned} />
        </>
      );
    case 'compiled':
      return <Compiled detail={detail} />;
    case 'statement':
    case 'exchange': {
      const statement = statements[detail.index];
      if (!statement) return null;
      return (
        <>
          <SentStatementView statement={statement} number={detail.index + 1} />
          {detail.kind === 'exchange' && (
            <>
              <WireView label="Bytes to the server" wire={detail.sent} from="client" />
              <WireView label="Bytes from the server" wire={detail.received} from="server" />
            </>
          )}
        </>
      );
    }
    case 'pool': {
      const { total, idle, waiting, max } = detail;
      return (
        <Facts
          facts={[
            { name: 'In use', value: String(total - idle) },
            { name: 'Idle', value: String(idle) },
            { name: 'Waiting for one', value: String(waiting) },
            { name: 'At most', value: countText(max, 'client') },
          ]}
        />
      );
    }
    case 'facts':
      return <Facts facts={detail.facts} />;
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

function Returned({ text }: { readonly text: string | null }): ReactNode {
  if (text === null) return null;
  return (
    <p className={styles.returned}>
      What came back: <code>{text}</code>
    </p>
  );
}
