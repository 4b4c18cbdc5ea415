import { expect, test } from 'vitest';
import type { Lane, TraceEvent } from '../../core/layer-trace';
import { type LaneCell, laneCells } from './lane-cells';

function event(lane: Lane, at: number, took: number | null = null): TraceEvent {
  return { lane, title: lane, at, took, detail: { kind: 'text', text: '' }, error: null };
}

/** A cell as characters: `o` for the step, `|` and `,` for what goes on, and arrows for the lines out of its middle. */
function drawn({ here, active, above, below, left, right }: LaneCell): string {
  const lines = [above && '↑', below && '↓', left && '←', right && '→'].filter((line) => line !== false);
  return `${here ? 'o' : ''}${active === 'since-before' ? '|' : active === 'from-here' ? ',' : ''}${lines.join('')}`;
}

const picture = (...trace: readonly TraceEvent[]): readonly (readonly string[])[] =>
  laneCells(trace).map((row) => row.map(drawn));

test('a line leads down through the layers and back up', () => {
  expect(picture(event('code', 0), event('driver', 1), event('server', 2), event('code', 3))).toEqual([
    ['o↓', '', ''],
    ['↑→', 'o↓←', ''],
    ['', '↑→', 'o↓←'],
    ['o→', '←→', '↑←'],
  ]);
});

test('steps of one lane are below each other', () => {
  expect(picture(event('code', 0), event('driver', 1), event('driver', 2))).toEqual([
    ['o↓', ''],
    ['↑→', 'o↓←'],
    ['', 'o↑'],
  ]);
});

test('what takes time goes on beside the steps within it, and no longer', () => {
  const rows = picture(event('orm', 0, 3), event('driver', 1, 1), event('server', 1.5, 0.2), event('driver', 3));
  expect(rows.map((row) => row.map((cell) => /[|,]/.exec(cell)?.[0] ?? ''))).toEqual([
    [',', '', ''],
    ['|', ',', ''],
    ['|', '|', ''],
    ['', '', ''],
  ]);
});

test('one step alone has no lines', () => {
  expect(picture(event('code', 0, 5))).toEqual([['o']]);
});
