import * as v from 'valibot';

const Bytes = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How far something large is that loads into a page. */
const LoadProgressSchema = v.pipe(
  v.object({
    /** What it is, such as “PostgreSQL”. */
    what: v.string(),
    /** How much of it has arrived, in bytes; all of it: now it starts. */
    loaded: Bytes,
    total: Bytes,
  }),
  v.readonly(),
);
export type LoadProgress = v.InferOutput<typeof LoadProgressSchema>;

/** Reads what a worker tells of its loading; `null` when that is not how far something is. */
export function parseLoadProgress(given: unknown): LoadProgress | null {
  const parsed = v.safeParse(LoadProgressSchema, given, { abortEarly: true });
  return parsed.success ? parsed.output : null;
}
