/** Thrown while a statement is analysed or its answer read, to leave from any depth: PostgreSQL has to answer. */
export class Outside extends Error {
  override readonly name = 'Outside';
}

/** The statement is outside the trusted subset. */
export function outside(): never {
  throw new Outside();
}
