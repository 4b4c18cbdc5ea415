import { type ReactNode, useState } from 'react';
import { numberText } from '../../core/count-text';
import { lanesOf } from '../../core/layer-trace';
import type { RunReport } from '../../core/run-report';
import { TraceView } from '../trace/trace-view';
import { Disclosure } from './disclosure';
import styles from './run-trace.module.css';

/** How a trace stands in a report: below its summary once somebody unfolds it, or there from the start. */
export type TraceFold = 'folded' | 'open';

interface RunTraceProps {
  readonly report: RunReport;
  readonly fold: TraceFold;
}

/** What each layer did in a run. A program that reached no other layer has nothing to show here. */
export function RunTrace({ report, fold }: RunTraceProps): ReactNode {
  const [unfolded, setUnfolded] = useState(false);
  const { trace, outcome } = report;
  if (lanesOf(trace).length < 2) {
    // Where a trace is looked for, its absence needs a word; a run that was killed has said why it has none.
    const missed = fold === 'open' && (outcome.kind === 'completed' || outcome.kind === 'failed');
    return missed && <p className={styles.none}>The program reached no other layer, so there is nothing to trace.</p>;
  }
  const heading = `What each layer did (${numberText(trace.length)} steps)`;
  if (fold === 'open') {
    return (
      <div role="group" aria-label="What each layer did">
        <p className={styles.heading}>{heading}</p>
        <TraceView report={report} />
      </div>
    );
  }
  return (
    <Disclosure summary={heading} onToggle={setUnfolded}>
      {unfolded && <TraceView report={report} />}
    </Disclosure>
  );
}
