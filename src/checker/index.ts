// What check files import as `#checker`.
import type {} from 'vitest';
import type { Strictness } from './compare';
import { createSubject, type Invocation, type Subject } from './subject';

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- declarations merge only with vitest's own parameter
  interface Matchers<T> {
    /** Passes when the answer gives what the reference gives on every data set; see `src/checker/matchers.ts`. */
    toGiveTheResultOf(reference: Subject | Invocation, strictness: Strictness): Promise<void>;
  }
}

/** The learner's code. */
export const answer: Subject = createSubject('answer');
/** The course's own solution. */
export const reference: Subject = createSubject('reference');
