import { distance } from 'fastest-levenshtein';
import * as v from 'valibot';
import { ExerciseMetaSchema, type ExerciseMeta } from '../core/exercise';
import type { Fault } from '../core/fault';
import { readFrontMatter } from './markdown-front-matter';

/** A `task.md` as data. */
export interface Task {
  readonly meta: ExerciseMeta;
  /** The body without its hints, in Markdown. */
  readonly body: string;
  /** In order; each in Markdown. */
  readonly hints: readonly string[];
}

const FIELDS = Object.keys(ExerciseMetaSchema.entries);
const HINT = /^## Hint[^\n]*\n/gm;

function nearest(field: string): string | undefined {
  return FIELDS.filter((known) => distance(known, field) <= 3).sort(
    (a, b) => distance(a, field) - distance(b, field),
  )[0];
}

function issueMessage(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue) ?? '';
  if (issue.expected === 'never') {
    const known = nearest(field);
    return `the field "${field}" is unknown. ${known ? `Did you mean "${known}"?` : `Known fields are ${FIELDS.join(', ')}.`}`;
  }
  if (issue.received === 'undefined') {
    const described = v.getDescription(ExerciseMetaSchema.entries[field as keyof typeof ExerciseMetaSchema.entries]);
    return `the field "${field}" is missing. Add \`${field}: …\` to the front matter${described ? `: ${described}` : '.'}`;
  }
  return `the field "${field}" is not right: ${issue.message}`;
}

/**
 * Reads a `task.md`.
 * @param file its path for messages
 * @returns the task, or what is wrong with it
 */
export function readTask(
  text: string,
  file: string,
): { readonly task: Task | null; readonly faults: readonly Fault[] } {
  const fault = (line: number, message: string): Fault => ({ file, line, message });
  const front = readFrontMatter(text);
  if (!front) {
    return {
      task: null,
      faults: [fault(1, 'there is no front matter. Begin the file with a block between two lines of "---".')],
    };
  }
  if (front.errors.length > 0) {
    return {
      task: null,
      faults: front.errors.map(({ line, message }) => fault(line, `the front matter is not YAML: ${message}`)),
    };
  }
  const parsed = v.safeParse(ExerciseMetaSchema, front.data ?? {});
  if (!parsed.success) {
    return {
      task: null,
      faults: parsed.issues.map((issue) =>
        fault(front.lineOf(v.getDotPath(issue)?.split('.')[0] ?? ''), issueMessage(issue)),
      ),
    };
  }
  const [body = '', ...hints] = front.body.split(HINT);
  const faults: Fault[] = [];
  if (body.trim() === '')
    faults.push(fault(front.bodyLine, 'the task is empty. Say what is asked below the front matter.'));
  if (hints.length === 0) faults.push(fault(front.bodyLine, 'there is no hint. Add a section "## Hint" at the end.'));
  hints.forEach((hint, i) => {
    if (hint.trim() === '') faults.push(fault(front.bodyLine, `hint ${String(i + 1)} is empty.`));
  });
  return { task: { meta: parsed.output, body: body.trim(), hints: hints.map((hint) => hint.trim()) }, faults };
}
