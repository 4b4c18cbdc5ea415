/** The embedded server broke in the middle of something: it says nothing more, to nothing that it is asked. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';

  constructor() {
    super('PostgreSQL broke down over this, and gave no answer. A server outside of a page may well have one.');
  }
}
