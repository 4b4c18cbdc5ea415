/** A statement that pg-mem is not trusted to answer: PostgreSQL has to. */
export class NotTrustedError extends Error {
  override readonly name = 'NotTrustedError';

  constructor(readonly statement: string) {
    super(`pg-mem is not trusted to answer as PostgreSQL would: ${statement.slice(0, 200)}`);
  }
}
