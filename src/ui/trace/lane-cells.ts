import { lanesOf, type TraceEvent } from '../../core/layer-trace';

/** What is drawn where a step's row crosses a lane. */
export interface LaneCell {
  /** The step is in this lane. */
  readonly here: boolean;
  /** Something that began in this lane goes on: since an earlier step, or from this one to the next at least. */
  readonly active: 'since-before' | 'from-here' | null;
  /** Lines that lead from step to step: from the row above, to the row below, and to the lanes beside. */
  readonly above: boolean;
  readonly below: boolean;
  readonly left: boolean;
  readonly right: boolean;
}

/** For each step, the lanes in which something goes on that began before it. */
function activeLanes(trace: readonly TraceEvent[]): readonly ReadonlySet<string>[] {
  const active = trace.map(() => new Set<string>());
  for (const [step, { lane, at, took }] of trace.entries()) {
    if (took === null) continue;
    // Steps stand in the order in which they began.
    for (let later = step + 1; later < trace.length && (trace[later]?.at ?? Infinity) < at + took; later++) {
      active[later]?.add(lane);
    }
  }
  return active;
}

/**
 * The picture of a trace: a row a step, a cell a lane. A line leads from each step down to the row of the next one, and
 * there across to its lane.
 */
export function laneCells(trace: readonly TraceEvent[]): readonly (readonly LaneCell[])[] {
  const lanes = lanesOf(trace);
  const active = activeLanes(trace);
  const goesOn = (step: number, lane: string): boolean => active[step]?.has(lane) ?? false;
  return trace.map(({ lane }, step) => {
    const to = lanes.indexOf(lane);
    const before = trace[step - 1];
    const from = before ? lanes.indexOf(before.lane) : to;
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    return lanes.map((name, at) => ({
      here: at === to,
      active: goesOn(step, name) ? 'since-before' : at === to && goesOn(step + 1, name) ? 'from-here' : null,
      above: before !== undefined && at === from,
      below: at === to && step + 1 < trace.length,
      left: at > first && at <= last,
      right: at >= first && at < last,
    }));
  });
}
