import type { RunRequest } from '../../../src/core/run-report';

/** A run that the course makes: a snippet, or a piece of code of an exercise as its check runs it. */
export interface CourseRun {
  /** The lesson's file, or the exercise's folder. */
  readonly place: string;
  /** Which code of it, and on which data set. */
  readonly name: string;
  readonly request: RunRequest;
}
