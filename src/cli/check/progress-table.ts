import { countText } from '../../core/count-text';
import type { OutputStyle } from '../output-style';
import type { Ink } from '../paint';

export type ListedStatus = 'passed' | 'not yet' | 'not started' | 'no verdict';

/** An exercise in the list of all. */
export interface ListedExercise {
  readonly id: string;
  readonly part: string;
  readonly title: string;
  readonly status: ListedStatus;
}

const LOOKS: Readonly<Record<ListedStatus, { readonly sign: string; readonly ink: Ink }>> = {
  passed: { sign: '✓', ink: 'green' },
  'not yet': { sign: '✗', ink: 'red' },
  'not started': { sign: '·', ink: 'dim' },
  'no verdict': { sign: '?', ink: 'yellow' },
};

function longest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1)).trimEnd()}…`;
}

/** All exercises with their status, part by part, and the totals. */
export function progressTable(exercises: readonly ListedExercise[], { paint, width }: OutputStyle): string {
  const statusWidth = longest(Object.keys(LOOKS));
  const idWidth = longest(exercises.map(({ id }) => id));
  const lines: string[] = [];
  let part: string | null = null;
  for (const exercise of exercises) {
    if (exercise.part !== part) {
      if (part !== null) lines.push('');
      ({ part } = exercise);
      lines.push(paint('bold', part));
    }
    const { sign, ink } = LOOKS[exercise.status];
    const head = `  ${paint(ink, `${sign} ${exercise.status.padEnd(statusWidth)}`)}  ${exercise.id.padEnd(idWidth)}  `;
    lines.push(head + cut(exercise.title, width - (statusWidth + idWidth + 8)));
  }
  const count = (wanted: ListedStatus): number => exercises.filter(({ status }) => status === wanted).length;
  const others = (['not yet', 'not started', 'no verdict'] as const)
    .map((status) => ({ status, number: count(status) }))
    .filter(({ number }) => number > 0)
    .map(({ status, number }) => `${String(number)} ${status}`);
  const passed = `${String(count('passed'))} of ${countText(exercises.length, 'exercise')} passed`;
  return [...lines, '', `${[passed, ...others].join(', ')}.`].join('\n');
}
