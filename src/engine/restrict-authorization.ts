import { SUPERUSER } from '../core/server';
import { splitStatements } from '../core/statements';

const SET = /^\s*SET\s+(?:SESSION\s+|LOCAL\s+)?SESSION\s+AUTHORIZATION\s+(?:"((?:[^"]|"")+)"|'((?:[^']|'')+)'|(\w+))/i;
const RESET =
  /^\s*(?:RESET\s+SESSION\s+AUTHORIZATION|SET\s+(?:SESSION\s+|LOCAL\s+)?SESSION\s+AUTHORIZATION\s+DEFAULT)\b/i;
const DISCARD = /^\s*DISCARD\s+ALL\b/i;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function denied(target: string): string {
  const message = `permission denied to set session authorization "${target}"`.replaceAll("'", "''");
  return `DO $$ BEGIN RAISE insufficient_privilege USING MESSAGE = '${message}'; END $$;`;
}

/**
 * Keeps a session to the user that it began as. Underneath, the embedded server's sessions are all the superuser's, who
 * may become anybody, and anybody again who is set back.
 * @returns the statements to send in their place; `null` when they can be sent as they are
 */
export function restrictAuthorization(sql: string, user: string): string | null {
  if (user === SUPERUSER || !/\b(?:authorization|discard)\b/i.test(sql)) return null;
  return splitStatements(sql)
    .map(({ text }) => {
      if (RESET.test(text)) return `SET SESSION AUTHORIZATION ${quoted(user)};`;
      if (DISCARD.test(text)) return `${text.replace(/;?\s*$/, ';')} SET SESSION AUTHORIZATION ${quoted(user)};`;
      const [, name, string, word] = SET.exec(text) ?? [];
      const target = name?.replaceAll('""', '"') ?? string?.replaceAll("''", "'") ?? word?.toLowerCase();
      return target === undefined || target === user ? text : denied(target);
    })
    .join('\n');
}
