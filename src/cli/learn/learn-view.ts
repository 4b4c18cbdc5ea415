import type { CheckReport } from '../../core/check-report';
import type { ExerciseSource } from '../../plugin/read-course';
import { emptyAnswerText } from '../answer-file';
import { checkReportText } from '../check-report-text';
import { markdownText } from '../markdown-text';
import type { OutputStyle } from '../output-style';
import { wrapMessage } from '../wrap-text';

/** What has become of the answer. */
export type AnswerState =
  | { readonly kind: 'unchecked' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'checked'; readonly report: CheckReport; readonly code: string; readonly at: Date };

/** Everything that one exercise shows. */
export interface LearnView {
  readonly source: ExerciseSource;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly passed: boolean;
  readonly hintsShown: number;
  readonly solutionShown: boolean;
  readonly answer: AnswerState;
  /** What comes after this exercise; `null` when all are passed. */
  readonly next: ExerciseSource | null;
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
}

/** The exercise's title, its task, and where the answer goes. */
export function taskText({ source, index, count, passed }: LearnView, style: OutputStyle): string {
  const { paint, width } = style;
  const { exercise, task, answerFile } = source;
  const place = `Exercise ${String(index + 1)} of ${String(count)}, ${exercise.part}/${exercise.id}`;
  return [
    paint('dim', '─'.repeat(width)),
    paint('dim', place) + (passed ? ` ${paint('green', '✓ passed')}` : ''),
    paint('bold', exercise.meta.title),
    '',
    markdownText(task.body, style),
    '',
    `Your answer: ${paint('cyan', answerFile)}`,
  ].join('\n');
}

/** The hints that were asked for. */
function hintsText({ source, hintsShown }: LearnView, style: OutputStyle): string {
  const { hints } = source.task;
  return hints
    .slice(0, hintsShown)
    .map((hint, i) => {
      const head = style.paint('yellow', `Hint ${String(i + 1)} of ${String(hints.length)}`);
      return `${head}\n${indented(markdownText(hint, { ...style, width: style.width - 2 }))}`;
    })
    .join('\n\n');
}

/** The course's own solution. */
function solutionText({ source }: LearnView, { paint }: OutputStyle): string {
  return `${paint('yellow', 'One solution')}\n${indented(source.exercise.solution)}`;
}

/** What the last check gave, or what to do to get one. */
export function answerText({ source, answer }: LearnView, style: OutputStyle): string {
  switch (answer.kind) {
    case 'unchecked':
      return wrapMessage(
        'Open that file in your editor and write your answer. Each save is checked.',
        style.width,
      ).join('\n');
    case 'checking':
      return style.paint('dim', 'Checking … Starting PostgreSQL, where it is needed, takes a few seconds.');
    case 'empty':
      return wrapMessage(emptyAnswerText(source), style.width).join('\n');
    case 'checked': {
      const { report, code, at } = answer;
      const time = style.paint('dim', `Checked at ${at.toTimeString().slice(0, 8)}`);
      return `${time}\n${checkReportText(report, { id: source.exercise.id, file: source.answerFile, code }, style)}`;
    }
  }
}

/** What comes next, once the answer is right; otherwise the empty string. */
export function nextText({ answer, next, count }: LearnView, { paint }: OutputStyle): string {
  if (answer.kind !== 'checked' || answer.report.verdict !== 'passed') return '';
  if (!next) return paint('green', `You have passed all ${String(count)} exercises.`);
  return `Next: ${paint('bold', next.exercise.meta.title)} (${next.exercise.id})`;
}

/** The keys, on one line. */
function keysText({ source, hintsShown, answer, next }: LearnView, { paint }: OutputStyle): string {
  const won = answer.kind === 'checked' && answer.report.verdict === 'passed' && next !== null;
  const key = (name: string, what: string): string => `${paint('bold', name)} ${what}`;
  return [
    key('h', `hint ${String(hintsShown)}/${String(source.task.hints.length)}`),
    key('s', 'solution'),
    won ? paint('green', key('n', 'next')) : key('n', 'next'),
    key('p', 'previous'),
    key('r', 'check again'),
    key('q', 'quit'),
  ].join(paint('dim', ' · '));
}

/** The whole screen of an exercise. */
export function screenText(view: LearnView, notes: readonly string[], style: OutputStyle): string {
  return [
    taskText(view, style),
    hintsText(view, style),
    view.solutionShown ? solutionText(view, style) : '',
    answerText(view, style),
    nextText(view, style),
    ...notes.map((note) => wrapMessage(note, style.width).join('\n')),
    keysText(view, style),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
