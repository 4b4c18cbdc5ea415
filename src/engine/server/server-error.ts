import { DatabaseError } from 'pg-protocol';

/** Why a server cannot be used, in words for whoever set DATABASE_URL. */
export class ServerError extends Error {
  override readonly name = 'ServerError';
}

const WRONG_PASSWORD = new Set(['28P01', '28000']);

function reason(error: unknown): string {
  // Node tries every address of a name, and reports the failures together, without a message of its own.
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/**
 * Says why no connection came about.
 * @param where the server, as people name it
 */
export function connectionError(error: unknown, where: string): ServerError {
  if (error instanceof DatabaseError) {
    const refused = WRONG_PASSWORD.has(error.code ?? '') ? ' Mend the user or the password in DATABASE_URL.' : '';
    return new ServerError(`The server at ${where} refuses the connection: ${error.message}.${refused}`);
  }
  return new ServerError(
    `No PostgreSQL server can be reached at ${where}, which DATABASE_URL names: ${reason(error)}. Is it running?`,
  );
}
