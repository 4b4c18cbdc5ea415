import type { Column, DatasetId, EngineName, Row } from './database';
import type { LastWord } from './last-word';
import type { RunError, RunOutcome, RunReport } from './run-report';

/** A row in which some cells differ; `cells` are the column numbers from 0. */
export interface CellDifference {
  readonly expected: Row;
  readonly received: Row;
  readonly cells: readonly number[];
}

/** How two results differ. Lists are cut; the counts are whole. */
export type Difference =
  | { readonly kind: 'no-result'; readonly expected: readonly string[] }
  | { readonly kind: 'column-count'; readonly expected: readonly string[]; readonly received: readonly string[] }
  | { readonly kind: 'column-names'; readonly expected: readonly string[]; readonly received: readonly string[] }
  | { readonly kind: 'column-order'; readonly expected: readonly string[]; readonly received: readonly string[] }
  | { readonly kind: 'column-types'; readonly expected: readonly Column[]; readonly received: readonly Column[] }
  | {
      readonly kind: 'missing-rows' | 'extra-rows' | 'different-rows';
      readonly columns: readonly string[];
      readonly missing: readonly Row[];
      readonly missingCount: number;
      readonly extra: readonly Row[];
      readonly extraCount: number;
    }
  | {
      readonly kind: 'different-cells';
      readonly columns: readonly string[];
      readonly rows: readonly CellDifference[];
      readonly count: number;
    }
  | {
      readonly kind: 'row-order';
      readonly columns: readonly string[];
      /** The first row, counted from 1, that stands where another should. */
      readonly row: number;
      readonly expected: Row;
      readonly received: Row;
    }
  | { readonly kind: 'different-value'; readonly expected: string; readonly received: string }
  /** A value that the learner is to find out: it is not told. */
  | { readonly kind: 'secret-value'; readonly received: string }
  /** Texts of several lines. */
  | {
      readonly kind: 'different-text';
      /** The first line that differs, from 1. */
      readonly line: number;
      /** Some of the lines before it, which are the same in both. */
      readonly before: readonly string[];
      /** From that line on; none where the text has ended. */
      readonly expected: readonly string[];
      readonly expectedCount: number;
      readonly received: readonly string[];
      readonly receivedCount: number;
    }
  /** The state that the answer leaves behind does not even have what the check asks for. */
  | { readonly kind: 'inspection-failed'; readonly message: string };

/** Why a test refused the answer. */
export type Explanation =
  /** The answer did not come to its end. */
  | { readonly kind: 'run'; readonly report: RunReport; readonly dataset: DatasetId }
  | {
      readonly kind: 'difference';
      readonly difference: Difference;
      readonly dataset: DatasetId;
      /** The named feedback that fits, when the answer gives just what a known wrong answer gives. */
      readonly feedback: Feedback | null;
    };

/** Feedback that an instructor wrote for one known mistake. */
export interface Feedback {
  readonly name: string;
  readonly text: string;
}

export type TestReport =
  | { readonly state: 'passed'; readonly name: string }
  | {
      readonly state: 'failed';
      readonly name: string;
      /** The whole message as plain text, without colours. */
      readonly message: string;
      readonly explanation: Explanation | null;
    };

/** A verdict on an answer, with its reasons. */
export interface Verdict {
  readonly verdict: 'passed' | 'failed';
  readonly tests: readonly TestReport[];
  /** The engines that answered. */
  readonly engines: readonly EngineName[];
  /** What PostgreSQL said of it afterwards; `null` when nobody had to ask it, or it was not asked yet. */
  readonly lastWord: LastWord<Verdict> | null;
}

/** Whether a verdict rests on something that pg-mem answered, and PostgreSQL has not been asked about it. */
export function isProvisional({ engines, lastWord }: Verdict): boolean {
  return lastWord === null && engines.includes('pg-mem');
}

/** What a check found. `broken` means that the check itself could not be run: never the learner's mistake. */
export type CheckReport =
  Verdict | { readonly verdict: 'broken'; readonly message: string } | { readonly verdict: 'stopped' };

/** Feedback names that the checker gives by itself; an exercise adds its own in its front matter. */
export const BUILT_IN_FEEDBACK = [
  'no-result',
  'column-count',
  'column-names',
  'column-order',
  'column-types',
  'missing-rows',
  'extra-rows',
  'different-rows',
  'different-cells',
  'row-order',
  'different-value',
  'secret-value',
  'different-text',
  'inspection-failed',
  'sql',
  'syntax',
  'exception',
  'import',
  'missing-export',
  'timed-out',
  'out-of-memory',
  'assertion',
] as const satisfies readonly (Difference['kind'] | RunError['kind'] | RunOutcome['kind'] | 'assertion')[];

/** The name under which a failed test's feedback goes: what the first line of a `wrong/` file says. */
export function feedbackNames(report: CheckReport): string[] {
  if (report.verdict !== 'failed') return [];
  return report.tests.flatMap((test) => {
    if (test.state === 'passed') return [];
    const { explanation } = test;
    if (explanation === null) return ['assertion'];
    if (explanation.kind === 'difference') return [explanation.feedback?.name ?? explanation.difference.kind];
    const { outcome } = explanation.report;
    return [outcome.kind === 'failed' ? outcome.error.kind : outcome.kind];
  });
}
