import * as v from 'valibot';
import { LanguageSchema } from './language';
import { SUPERUSER } from './server';

/** Lower-case words joined by hyphens; unique in the whole course. */
export const ExerciseIdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens, such as "joins-club-names"'),
);
export type ExerciseId = v.InferOutput<typeof ExerciseIdSchema>;

/** The front matter of an exercise's `task.md`. */
export const ExerciseMetaSchema = v.strictObject({
  title: v.pipe(v.string(), v.nonEmpty(), v.description('What the exercise is called in the page and the terminal.')),
  language: v.pipe(LanguageSchema, v.description('The language that the answer is written in.')),
  datasets: v.pipe(
    v.array(v.string()),
    v.minLength(1),
    v.description(
      'Data sets the answer is checked on, smallest first; Run uses the first. Files of exercises/datasets/.',
    ),
  ),
  concepts: v.pipe(
    v.array(v.pipe(v.string(), v.nonEmpty())),
    v.minLength(1),
    v.description('What the exercise practises, such as "left join".'),
  ),
  user: v.optional(
    v.pipe(v.string(), v.nonEmpty(), v.description('psql: who connects; the superuser unless it says so.')),
    SUPERUSER,
  ),
  setup: v.optional(v.pipe(v.string(), v.description('psql: SQL that the superuser runs before the answer.')), ''),
  feedback: v.optional(
    v.pipe(
      v.record(v.string(), v.pipe(v.string(), v.nonEmpty())),
      v.description(
        'Named feedback: shown when an answer gives the same result as the answer in wrong/ that names it.',
      ),
    ),
    {},
  ),
});
export type ExerciseMeta = v.InferOutput<typeof ExerciseMetaSchema>;

/** An answer that must be refused, and the name of the feedback that it must get. */
export interface WrongAnswer {
  /** The file's name, such as `inner-join.sql`. */
  readonly file: string;
  readonly code: string;
  readonly feedback: string;
}

/** What a page needs to run, check and explain an exercise; emitted as one lazy chunk. */
export interface Exercise {
  readonly id: ExerciseId;
  /** The folder it stands in, such as `03-sql`. */
  readonly part: string;
  readonly meta: ExerciseMeta;
  readonly starter: string;
  readonly solution: string;
  /** `check.test.ts`, its types stripped and its imports turned into `require` calls. */
  readonly check: string;
  readonly wrong: readonly WrongAnswer[];
  /** Modules that the answer may import besides the libraries, by name, such as `./db`. */
  readonly files: Readonly<Record<string, string>>;
}
