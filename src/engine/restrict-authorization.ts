import { SUPERUSER } from '../core/server';
import { splitStatements } from '../core/statements';

const SET = /^\s*SET\s+(?:SESSION\s+|LOCAL\s+)?SESSION\s+AUTHORIZATION\s+(?:"((?:[^"]|"")+)"|'((?:[^']|'')+)'|(\w+))/i;
const RESET =
  /^\s*(?:RESET\s+SESSION\s+AUTHORIZATION|SET\s+(?:SESSION\s+|LOCAL\s+)?SESSION\s+AUTHORIZATION\s+DEFAULT|DISCARD\s+ALL)\b/i;

/** What is sent in place of some SQL. */
export interface RestrictedSql {
  readonly sql: string;
  /** What is then sent, for nobody to hear; `null` for nothing. */
  readonly then: string | null;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The statement with which a superuser becomes somebody, or gets back to what the session began as. */
export function becomeStatement(user: string): string {
  return `SET SESSION AUTHORIZATION ${quoted(user)}`;
}

/** What a server says to somebody who is no superuser and wants to be somebody else. */
const DENIED = 'permission denied to set session authorization "';

/** Whether an error is the one that stands in for a server's; nothing of it but the message is the server's. */
export function isDenied(message: string): boolean {
  return message.startsWith(DENIED);
}

function denied(target: string): string {
  const message = `${DENIED}${target}"`.replaceAll("'", "''");
  return `DO $$ BEGIN RAISE insufficient_privilege USING MESSAGE = '${message}'; END $$;`;
}

/**
 * Keeps a session to the user that it began as. Underneath, the embedded server's sessions are all the superuser's, who
 * may become anybody; and none of them knows whom to get back to.
 * @returns what to send in its place; `null` when it can be sent as it is
 */
export function restrictAuthorization(sql: string, user: string): RestrictedSql | null {
  if (!/\b(?:authorization|discard)\b/i.test(sql)) return null;
  const statements = splitStatements(sql).map(({ text }) => {
    const [, name, string, word] = SET.exec(text) ?? [];
    const target = name?.replaceAll('""', '"') ?? string?.replaceAll("''", "'") ?? word?.toLowerCase();
    const isAllowed = target === undefined || target === user || user === SUPERUSER || RESET.test(text);
    return isAllowed ? text : denied(target);
  });
  const resets = statements.some((text) => RESET.test(text));
  return { sql: statements.join('\n'), then: resets ? becomeStatement(user) : null };
}
