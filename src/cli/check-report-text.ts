import type { CheckReport, TestReport, Verdict } from '../core/check-report';
import { countText } from '../core/count-text';
import type { EngineName } from '../core/database';
import type { Position } from '../core/position';
import type { RunError } from '../core/run-report';
import { codeFrame } from './code-frame';
import type { OutputStyle } from './output-style';
import { wrapMessage } from './wrap-text';

/** The answer that a report is about. */
export interface CheckedAnswer {
  /** The exercise. */
  readonly id: string;
  /** The path to show; `null` for standard input. */
  readonly file: string | null;
  readonly code: string;
}

const INDENT = '    ';
const ENGINES: Readonly<Record<EngineName, string>> = {
  'pg-mem': 'pg-mem',
  postgres: 'PostgreSQL 18',
  server: 'a PostgreSQL server',
};

function headline({ verdict, tests }: Verdict): string {
  if (verdict === 'passed') {
    if (tests.length < 2) return 'Correct.';
    return tests.length === 2
      ? 'Correct: both tests passed.'
      : `Correct: all ${countText(tests.length, 'test')} passed.`;
  }
  const failed = tests.filter(({ state }) => state === 'failed').length;
  return tests.length === 1
    ? 'Not yet: the test failed.'
    : `Not yet: ${String(failed)} of ${String(tests.length)} tests failed.`;
}

/** Where in the answer the trouble is. */
function placeOf(test: TestReport): { readonly at: Position; readonly error: RunError } | null {
  if (test.state === 'passed' || test.explanation?.kind !== 'run') return null;
  const { outcome } = test.explanation.report;
  if (outcome.kind !== 'failed' || outcome.error.kind === 'missing-export' || !outcome.error.at) return null;
  return { at: outcome.error.at, error: outcome.error };
}

function failureLines(test: TestReport & { state: 'failed' }, answer: CheckedAnswer, width: number): string[] {
  const place = placeOf(test);
  const lines = wrapMessage(test.message, width);
  if (!place) return lines;
  // PostgreSQL's own message has an excerpt of the statement; other errors get theirs here.
  if (place.error.kind !== 'sql') lines.push('', ...codeFrame(answer.code, place.at));
  if (answer.file === null) return lines;
  // The form that editors and terminals make a link of.
  return [`${answer.file}:${String(place.at.line)}:${String(place.at.column)}`, ...lines];
}

function testLines(
  test: TestReport,
  earlier: readonly TestReport[],
  answer: CheckedAnswer,
  { paint, width }: OutputStyle,
): string[] {
  if (test.state === 'passed') return [`${paint('green', '✓')} ${test.name}`];
  const told = earlier.some((other) => other.state === 'failed' && other.message === test.message);
  const why = told ? ['For the same reason.'] : failureLines(test, answer, width - INDENT.length);
  return [
    `${paint('red', '✗')} ${test.name}`,
    ...why.map((line) => (line === '' ? '' : INDENT + line)),
    // Room between an explanation and the next test's name.
    ...(told ? [] : ['']),
  ];
}

function enginesText({ engines, lastWord }: Verdict, id: string): string {
  if (engines.length === 0) return '';
  const names = engines.map((engine) => ENGINES[engine]).join(' and ');
  if (lastWord?.kind === 'different') {
    return `Checked with ${names}. pg-mem, which answered first, came to another verdict: ${lastWord.first.verdict}.`;
  }
  if (lastWord?.kind === 'unheard') {
    return `Checked with ${names}. PostgreSQL itself has not confirmed this verdict: ${lastWord.reason}`;
  }
  if (engines.some((engine) => engine !== 'pg-mem')) return `Checked with ${names}.`;
  return `Checked with ${names}, a quick stand-in for PostgreSQL. PostgreSQL's own verdict: npm run check -- ${id} --engine postgres`;
}

/** What a check found, as the page says it: the verdict, each test, for each that failed why, and who answered. */
export function checkReportText(report: CheckReport, answer: CheckedAnswer, style: OutputStyle): string {
  const { paint, width } = style;
  switch (report.verdict) {
    case 'stopped':
      return paint('yellow', 'The check was stopped before its end, so there is no verdict.');
    case 'broken':
      return [
        paint('yellow', 'This check could not run; this is not your mistake.'),
        ...wrapMessage('Your answer is kept. Try again, or go on with another exercise. What went wrong:', width),
        ...wrapMessage(report.message, width - INDENT.length).map((line) => INDENT + line),
      ].join('\n');
    case 'passed':
    case 'failed': {
      const engines = wrapMessage(enginesText(report, answer.id), width).map((line) => paint('dim', line));
      const tests = report.tests.flatMap((test, i) => testLines(test, report.tests.slice(0, i), answer, style));
      if (tests.at(-1) !== '') tests.push('');
      const verdict = paint(report.verdict === 'passed' ? 'green' : 'red', paint('bold', headline(report)));
      return [verdict, '', ...tests, ...engines].join('\n').trimEnd();
    }
  }
}
