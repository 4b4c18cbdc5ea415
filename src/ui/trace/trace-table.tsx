import clsx from 'clsx';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { LANE_NAMES, type Lane, LANES, lanesOf, type TraceEvent } from '../../core/layer-trace';
import { VisuallyHidden } from '../report/visually-hidden';
import { type LaneCell, laneCells } from './lane-cells';
import { msText } from './ms-text';
import { stepAfter } from './step-after';
import styles from './trace-table.module.css';

interface TraceTableProps {
  readonly trace: readonly TraceEvent[];
  /** The step that is shown, counted from 0. */
  readonly selected: number;
  readonly onSelect: (step: number) => void;
}

/** What the lanes are called where seven names stand side by side. */
const HEADINGS: Readonly<Record<Lane, string>> = {
  code: 'Your code',
  orm: 'ORM',
  compiler: 'Compiler',
  engine: 'Engine',
  pool: 'Pool',
  driver: 'Driver',
  server: 'Server',
};

function laneClass(lane: Lane): string | undefined {
  return styles[`lane${String(LANES.indexOf(lane) + 1)}`];
}

function Track({ cell, lane }: { readonly cell: LaneCell; readonly lane: Lane }): ReactNode {
  const { here, active, above, below, left, right } = cell;
  return (
    <td
      className={clsx(
        styles.track,
        laneClass(lane),
        active && (active === 'from-here' ? styles.starts : styles.active),
        above && styles.above,
        below && styles.below,
        left && styles.left,
        right && styles.right,
      )}
    >
      {here && (
        <span className={styles.dot}>
          <VisuallyHidden>{HEADINGS[lane]}</VisuallyHidden>
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

/**
 * The steps of a trace as a table that is a picture as well: a row a step, a column a lane, lines from step to step, and
 * a bar for what goes on. One row takes the focus; arrow keys go to the others.
 */
export function TraceTable({ trace, selected, onSelect }: TraceTableProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const buttons = useRef(new Map<number, HTMLButtonElement>());
  const lanes = lanesOf(trace);
  const picture = useMemo(() => laneCells(trace), [trace]);

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
                <span className={styles.heading}>{HEADINGS[lane]}</span>
              </th>
            ))}
            <th scope="col" className={styles.what}>
              What happened
            </th>
            <th scope="col" className={clsx(styles.number, styles.at)}>
              At, ms
            </th>
            <th scope="col" className={clsx(styles.number, styles.took)}>
              Took, ms
            </th>
          </tr>
        </thead>
        <tbody>
          {trace.map((event, step) => (
            <tr key={step} className={clsx(step === selected && styles.selected)}>
              <td className={styles.number}>{step + 1}</td>
              {picture[step]?.map((cell, at) => {
                const lane = lanes[at];
                return lane && <Track key={lane} cell={cell} lane={lane} />;
              })}
              <td>
                <button
                  type="button"
                  ref={(button) => {
                    if (button) buttons.current.set(step, button);
                    else buttons.current.delete(step);
                  }}
                  className={clsx(styles.event, event.detail.kind === 'line' && styles.code)}
                  tabIndex={step === selected ? 0 : -1}
                  aria-current={step === selected ? 'step' : undefined}
                  onClick={() => onSelect(step)}
                  onKeyDown={move}
                >
                  <span>{event.title}</span>
                  {event.error !== null && <span className={styles.failed}> (failed)</span>}
                </button>
                <Place event={event} />
              </td>
              <td className={clsx(styles.number, styles.at)}>{msText(event.at)}</td>
              <td className={clsx(styles.number, styles.took)}>{event.took !== null && msText(event.took)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where and when a step was: in words where there is no room for a column each. */
function Place({ event: { lane, at, took, detail } }: { readonly event: TraceEvent }): ReactNode {
  const line = detail.kind === 'line' && `line ${String(detail.line)}`;
  return (
    <span className={styles.place}>
      <span className={styles.narrow}>{`${LANE_NAMES[lane]}, `}</span>
      {line}
      <span className={styles.narrow}>
        {line && ', '}at {msText(at)} ms{took !== null && `, took ${msText(took)} ms`}
      </span>
    </span>
  );
}
