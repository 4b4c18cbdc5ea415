import clsx from 'clsx';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { LANE_NAMES, type Lane, LANES, lanesOf, type TraceEvent } from '../../core/layer-trace';
import { VisuallyHidden } from '../report/visually-hidden';
import { msText } from './ms-text';
import { stepAfter } from './step-after';
import styles from './trace-table.module.css';

interface TraceTableProps {
  readonly trace: readonly TraceEvent[];
  /** The step that is shown, counted from 0. */
  readonly selected: number;
  readonly onSelect: (step: number) => void;
}

function laneClass(lane: Lane): string | undefined {
  return styles[`lane${String(LANES.indexOf(lane) + 1)}`];
}

function Track({ here, lane }: { readonly here: boolean; readonly lane: Lane }): ReactNode {
  return (
    <td className={clsx(styles.track, laneClass(lane))}>
      {here && (
        <span className={styles.dot}>
          <VisuallyHidden>{LANE_NAMES[lane]}</VisuallyHidden>
        </span>
      )}
    </td>
  );
}

/** Scrolls a box, and nothing around it, until a row in it can be seen. */
function showRow(box: HTMLElement, row: HTMLElement): void {
  const above = row.offsetTop - row.offsetHeight < box.scrollTop;
  const below = row.offsetTop + row.offsetHeight > box.scrollTop + box.clientHeight;
  if (above || below) box.scrollTop = row.offsetTop - (box.clientHeight - row.offsetHeight) / 2;
}

/** The steps of a trace as a table: a row a step, a column a lane. One row takes the focus; arrow keys go to the others. */
export function TraceTable({ trace, selected, onSelect }: TraceTableProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const buttons = useRef(new Map<number, HTMLButtonElement>());
  const lanes = lanesOf(trace);

  useEffect(() => {
    const row = buttons.current.get(selected)?.closest('tr');
    if (box.current && row) showRow(box.current, row);
  }, [selected]);

  const move = (event: KeyboardEvent): void => {
    const step = stepAfter(event.key, selected, trace.length);
    if (step === null) return;
    event.preventDefault();
    onSelect(step);
    buttons.current.get(step)?.focus({ preventScroll: true });
  };

  return (
    <div className={styles.box} ref={box}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          <VisuallyHidden>What each layer did, in order. The arrow keys go from step to step.</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>Step</VisuallyHidden>
            </th>
            {lanes.map((lane) => (
              <th key={lane} scope="col" className={clsx(styles.lane, laneClass(lane))} title={LANE_NAMES[lane]}>
                <VisuallyHidden>{LANE_NAMES[lane]}</VisuallyHidden>
              </th>
            ))}
            <th scope="col" className={styles.what}>
              What happened
            </th>
            <th scope="col" className={styles.number}>
              At, ms
            </th>
            <th scope="col" className={styles.number}>
              Took, ms
            </th>
          </tr>
        </thead>
        <tbody>
          {trace.map((event, step) => (
            <tr key={step} className={clsx(step === selected && styles.selected)}>
              <td className={styles.number}>{step + 1}</td>
              {lanes.map((lane) => (
                <Track key={lane} here={lane === event.lane} lane={lane} />
              ))}
              <td>
                <button
                  type="button"
                  ref={(button) => {
                    if (button) buttons.current.set(step, button);
                    else buttons.current.delete(step);
                  }}
                  className={styles.event}
                  tabIndex={step === selected ? 0 : -1}
                  aria-current={step === selected ? 'step' : undefined}
                  onClick={() => onSelect(step)}
                  onKeyDown={move}
                >
                  <span>{event.title}</span>
                  {event.error !== null && <span className={styles.failed}> (failed)</span>}
                </button>
                <span className={styles.laneName} aria-hidden="true">
                  {LANE_NAMES[event.lane]}
                </span>
              </td>
              <td className={styles.number}>{msText(event.at)}</td>
              <td className={styles.number}>{event.took !== null && msText(event.took)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
