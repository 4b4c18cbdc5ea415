import type { ConnectionTarget, Exchange } from '../core/server';

/** The settings that a server tells its clients at the beginning, and whenever they change. */
const TOLD = [
  'application_name',
  'client_encoding',
  'DateStyle',
  'default_transaction_read_only',
  'in_hot_standby',
  'integer_datetimes',
  'IntervalStyle',
  'is_superuser',
  'scram_iterations',
  'search_path',
  'server_encoding',
  'server_version',
  'session_authorization',
  'standard_conforming_strings',
  'TimeZone',
] as const;

/** Asks for the settings that a server tells of. */
export const SETTINGS_QUERY = `SELECT ${TOLD.map((name) =>
  // The embedded server has this one only once somebody has set it.
  name === 'session_authorization' ? 'session_user' : `pg_catalog.current_setting('${name}')`,
).join(', ')}`;

/** Statements that may change a setting; those that cannot are spared the question. */
export const CHANGES_SETTINGS =
  /\b(?:set|reset|discard|set_config|rollback|abort|commit|end|authorization|alter|drop|call|do)\b/i;

/** What the server answered to {@link SETTINGS_QUERY}. */
export function settingsOf({ replies }: Exchange): Record<string, string> {
  const reply = replies.find(({ kind }) => kind === 'rows');
  if (reply?.kind !== 'rows') return {};
  return Object.fromEntries(TOLD.map((name, i) => [name, reply.rows[0]?.[i] ?? '']));
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * What has to be set when a session begins: what every server begins with, psql's name, and the settings that belong to
 * the role and the database (ALTER ROLE … SET), which the embedded server does not apply by itself.
 */
export async function settingsStatements(
  { database, user }: ConnectionTarget,
  ask: (sql: string) => Promise<Exchange>,
): Promise<string[]> {
  const { replies } = await ask(`SELECT unnest(s.setconfig)
FROM pg_catalog.pg_db_role_setting s
LEFT JOIN pg_catalog.pg_roles r ON r.oid = s.setrole
LEFT JOIN pg_catalog.pg_database d ON d.oid = s.setdatabase
WHERE (s.setrole = 0 OR r.rolname = ${literal(user)}) AND (s.setdatabase = 0 OR d.datname = ${literal(database)})
ORDER BY s.setrole <> 0, s.setdatabase <> 0`);
  const own = replies.flatMap((reply) => (reply.kind === 'rows' ? reply.rows.map(([setting]) => setting ?? '') : []));
  const settings: readonly (readonly [string, string])[] = [
    ['search_path', '"$user", public'],
    ['application_name', 'psql'],
    ...own.map((setting) => {
      const at = setting.indexOf('=');
      return [setting.slice(0, at), setting.slice(at + 1)] as const;
    }),
  ];
  return settings.map(([name, value]) => `SELECT pg_catalog.set_config(${literal(name)}, ${literal(value)}, false)`);
}
