import * as v from 'valibot';
import { ExerciseIdSchema } from './exercise';

/** What somebody wrote for an exercise, and which starter they began from. */
const DraftSchema = v.strictObject({
  code: v.string(),
  /** {@link textHash} of the starter: tells when the course has changed it since. */
  starter: v.string(),
});

const ExerciseProgressSchema = v.strictObject({
  status: v.picklist(['untried', 'tried', 'passed']),
  /** How often an answer was checked. */
  checks: v.pipe(v.number(), v.integer(), v.minValue(0)),
  hintsShown: v.pipe(v.number(), v.integer(), v.minValue(0)),
  solutionShown: v.boolean(),
  /** ISO 8601; `null` while it is not passed. */
  passedAt: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
  draft: v.nullable(DraftSchema),
});
export type ExerciseProgress = v.InferOutput<typeof ExerciseProgressSchema>;

const QuizProgressSchema = v.strictObject({
  status: v.picklist(['untried', 'tried', 'passed']),
  /** How often an answer to one of its questions was checked. */
  checks: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** ISO 8601; `null` while it is not passed. */
  passedAt: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
  /** {@link textHash} of each question that was answered rightly. */
  right: v.array(v.string()),
});
export type QuizProgress = v.InferOutput<typeof QuizProgressSchema>;

/** The progress file: one form, in the browser's storage as in a clone. */
const ProgressSchema = v.strictObject({
  version: v.literal(1),
  exercises: v.record(ExerciseIdSchema, ExerciseProgressSchema),
  /** Changed code of a lesson's snippets, by snippet. */
  snippets: v.record(v.string(), v.string()),
  /** By id. Files from before there were quizzes have none. */
  quizzes: v.optional(v.record(ExerciseIdSchema, QuizProgressSchema), {}),
});
export type Progress = v.InferOutput<typeof ProgressSchema>;

export const EMPTY_PROGRESS: Progress = { version: 1, exercises: {}, snippets: {}, quizzes: {} };

export const UNTRIED: ExerciseProgress = {
  status: 'untried',
  checks: 0,
  hintsShown: 0,
  solutionShown: false,
  passedAt: null,
  draft: null,
};

export const UNTRIED_QUIZ: QuizProgress = { status: 'untried', checks: 0, passedAt: null, right: [] };

/** Reads a progress file. @returns the progress, or what is wrong with it */
export function parseProgress(
  text: string,
): { readonly kind: 'progress'; readonly progress: Progress } | { readonly kind: 'corrupt'; readonly reason: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { kind: 'corrupt', reason: error instanceof Error ? error.message : String(error) };
  }
  const parsed = v.safeParse(ProgressSchema, data);
  if (parsed.success) return { kind: 'progress', progress: parsed.output };
  const [issue] = parsed.issues;
  const field = issue.path?.map(({ key }) => String(key)).join('.') ?? '';
  return { kind: 'corrupt', reason: `${field === '' ? '' : `${field}: `}${issue.message}` };
}

/** A short fingerprint of a text (32-bit FNV-1a), good enough to notice that it changed. */
export function textHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
