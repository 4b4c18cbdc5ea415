import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { numberText } from '../../core/count-text';
import { LANE_NAMES, type TraceEvent } from '../../core/layer-trace';
import type { RunReport } from '../../core/run-report';
import styles from './trace-view.module.css';
import { msText } from './ms-text';
import { stepAfter } from './step-after';
import { TraceDetailView } from './trace-detail';
import { TraceTable } from './trace-table';

interface TraceViewProps {
  readonly report: Pick<RunReport, 'trace' | 'traceCut' | 'statements'>;
}

interface StepButtonProps {
  readonly children: ReactNode;
  readonly to: number;
  readonly selected: number;
  readonly onSelect: (step: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** At an end it keeps the focus, so it is not disabled but says that it does nothing. */
function StepButton({ children, to, selected, onSelect, onKeyDown }: StepButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={styles.button}
      aria-disabled={to === selected}
      onClick={() => onSelect(to)}
      onKeyDown={onKeyDown}
    >
      {children}
    </button>
  );
}

function timesText({ at, took }: TraceEvent): string {
  return `at ${msText(at)} ms${took === null ? '' : `, took ${msText(took)} ms`}`;
}

/**
 * What each layer did in a run, as swim lanes: the steps in a table, and the thing itself of the one that is chosen. It
 * can be stepped through.
 */
export function TraceView({ report: { trace, traceCut, statements } }: TraceViewProps): ReactNode {
  const [chosen, setChosen] = useState(0);
  const last = trace.length - 1;
  const selected = Math.min(chosen, last);
  const event = trace[selected];
  if (!event) return null;
  const move = (pressed: KeyboardEvent): void => {
    const step = stepAfter(pressed.key, selected, trace.length);
    if (step === null) return;
    pressed.preventDefault();
    setChosen(step);
  };
  const button = { selected, onSelect: setChosen, onKeyDown: move };
  return (
    <div className={styles.trace}>
      <TraceTable trace={trace} selected={selected} onSelect={setChosen} />
      {traceCut && (
        <p className={styles.cut}>
          The program did more than this: the first {numberText(trace.length)} steps are kept.
        </p>
      )}
      <div className={styles.step} role="group" aria-label="The chosen step">
        <div className={styles.bar}>
          <StepButton to={stepAfter('ArrowUp', selected, trace.length) ?? 0} {...button}>
            Previous
          </StepButton>
          <StepButton to={stepAfter('ArrowDown', selected, trace.length) ?? last} {...button}>
            Next
          </StepButton>
          <span className={styles.place}>
            {numberText(selected + 1)} of {numberText(trace.length)}
          </span>
        </div>
        <p className={styles.heading} aria-live="polite">
          <strong>{event.title}</strong>{' '}
          <span className={styles.meta}>
            {LANE_NAMES[event.lane]}, {timesText(event)}
          </span>
        </p>
        {/* A statement's own error has more to say. */}
        {event.error !== null && event.detail.kind !== 'statement' && (
          <p className={styles.error}>Failed: {event.error}</p>
        )}
        <TraceDetailView key={selected} detail={event.detail} statements={statements} />
      </div>
    </div>
  );
}
