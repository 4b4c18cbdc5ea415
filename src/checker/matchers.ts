import inspect from 'object-inspect';
import type { Difference, Feedback } from '../core/check-report';
import type { Dataset } from '../core/database';
import { differenceText } from '../core/difference-text';
import type { Evaluation, RunReport } from '../core/run-report';
import { AnswerRefusedError, CheckBrokenError } from './check-errors';
import { compare, type Strictness } from './compare';
import { checkContext } from './context';
import { Invocation, type Subject } from './subject';
import { textDifference } from './text-difference';
import { type Given, givenBy } from './table';

function invocationOf(subject: unknown, what: string): Invocation {
  if (subject instanceof Invocation) return subject;
  if (
    typeof subject === 'object' &&
    subject !== null &&
    'program' in subject &&
    subject.program instanceof Invocation
  ) {
    return subject.program;
  }
  throw new CheckBrokenError(`toGiveTheResultOf compares \`answer\` with \`reference\`, but the ${what} is neither.`);
}

/** What is compared: rows of the code's last statement that gives any, those of a query after it, or a value. */
const COMPARED: Readonly<Record<Evaluation['kind'], 'result' | 'inspection' | 'value'>> = {
  none: 'result',
  inspect: 'inspection',
  call: 'value',
  value: 'value',
  printed: 'value',
};

function given({ evaluation }: Invocation, report: RunReport): Given {
  return givenBy(report, COMPARED[evaluation.kind]);
}

function show(value: Given): string {
  switch (value.kind) {
    case 'nothing':
      return 'nothing';
    case 'failure':
      return value.message;
    case 'value':
      return inspect(value.value);
    case 'table':
      return inspect(value.table.rows);
  }
}

function textOf(value: Given): string | null {
  return value.kind === 'value' && typeof value.value === 'string' ? value.value : null;
}

function differ(expected: Given, received: Given, strictness: Strictness): Difference | null {
  if (expected.kind === 'table' && received.kind === 'table') {
    return compare(expected.table, received.table, strictness);
  }
  if (expected.kind === 'table' && received.kind === 'nothing') {
    return { kind: 'no-result', expected: expected.table.columns.map(({ name }) => name) };
  }
  const [wanted, got] = [show(expected), show(received)];
  if (wanted === got && expected.kind === received.kind) return null;
  if (received.kind === 'failure') return { kind: 'inspection-failed', message: got };
  if (strictness.secret) return { kind: 'secret-value', received: got };
  const [wantedText, gotText] = [textOf(expected), textOf(received)];
  if (wantedText !== null && gotText !== null && `${wantedText}${gotText}`.includes('\n')) {
    return textDifference(wantedText, gotText);
  }
  return { kind: 'different-value', expected: wanted, received: got };
}

/**
 * The instructor's words for a known mistake: those of the wrong answer that gives just what the learner's gave.
 * Comparing results, not code, finds the mistake however it was written.
 */
async function namedFeedback(
  invocation: Invocation,
  dataset: Dataset,
  received: Given,
  strictness: Strictness,
): Promise<Feedback | null> {
  const { wrong, meta } = checkContext().exercise;
  const tried = new Set<string>();
  for (const { code, feedback: name } of wrong) {
    const text = Object.hasOwn(meta.feedback, name) ? meta.feedback[name] : undefined;
    if (text === undefined || tried.has(code)) continue;
    tried.add(code);
    const report = await invocation.report(dataset, code);
    if (report.outcome.kind !== 'completed') continue;
    if (!differ(given(invocation, report), received, { ...strictness, types: 'any' })) return { name, text };
  }
  return null;
}

/**
 * Passes when the answer gives what the reference gives, on every data set of the exercise; otherwise explains the
 * difference on the first data set where there is one.
 */
async function toGiveTheResultOf(
  answer: unknown,
  reference: Subject | Invocation,
  strictness: Strictness,
): Promise<void> {
  const asked = invocationOf(answer, 'first');
  const wanted = invocationOf(reference, 'second');
  for (const dataset of checkContext().datasets) {
    const received = given(asked, await asked.completed(dataset));
    const expected = given(wanted, await wanted.completed(dataset));
    if (expected.kind === 'nothing') throw new CheckBrokenError('The solution gives no rows to compare with.');
    if (expected.kind === 'failure') {
      throw new CheckBrokenError(`What the solution leaves behind cannot be looked at: ${expected.message}`);
    }
    const difference = differ(expected, received, strictness);
    if (!difference) continue;
    const feedback = await namedFeedback(asked, dataset, received, strictness);
    const text = `${feedback ? `${feedback.text}\n\n` : ''}On the data set "${dataset.id}": ${differenceText(difference)}`;
    throw new AnswerRefusedError(text, { kind: 'difference', difference, dataset: dataset.id, feedback });
  }
}

/** The matchers as `expect.extend` takes them. */
export const matchers = {
  async toGiveTheResultOf(
    this: { readonly isNot: boolean },
    answer: unknown,
    reference: Subject | Invocation,
    strictness: Strictness,
  ): Promise<{ pass: true; message: () => string }> {
    if (this.isNot) throw new CheckBrokenError('toGiveTheResultOf has no opposite: .not would accept any mistake.');
    await toGiveTheResultOf(answer, reference, strictness);
    return { pass: true, message: () => '' };
  },
};
