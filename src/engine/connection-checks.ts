import type { ConnectionTarget, Exchange, ServerReport } from '../core/server';
import { serverReport } from './sql-error';

function fatal(code: string, message: string, detail?: string): ServerReport {
  return serverReport({ severity: 'FATAL', code, message, detail });
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

async function firstRow(
  ask: (sql: string) => Promise<Exchange>,
  sql: string,
): Promise<readonly (string | null)[] | null> {
  let { replies } = await ask(sql);
  // A transaction that has failed answers nothing.
  if (replies.some(({ kind }) => kind === 'error')) {
    await ask('ROLLBACK');
    ({ replies } = await ask(sql));
  }
  const rows = replies.find((reply) => reply.kind === 'rows');
  return rows?.kind === 'rows' ? (rows.rows[0] ?? null) : null;
}

/**
 * The checks that a server makes before it lets a client in; the embedded one makes none.
 * Texts and SQLSTATEs: a PostgreSQL 18 server's.
 */
export async function whyRefused(
  { database, user }: ConnectionTarget,
  ask: (sql: string) => Promise<Exchange>,
): Promise<ServerReport | null> {
  const role = await firstRow(
    ask,
    `SELECT rolcanlogin, rolsuper FROM pg_catalog.pg_roles WHERE rolname = ${literal(user)}`,
  );
  if (!role) return fatal('28000', `role "${user}" does not exist`);
  if (role[0] !== 't') return fatal('28000', `role "${user}" is not permitted to log in`);
  const found = await firstRow(
    ask,
    `SELECT datallowconn, pg_catalog.has_database_privilege(${literal(user)}, oid, 'CONNECT')
FROM pg_catalog.pg_database WHERE datname = ${literal(database)}`,
  );
  if (!found) return fatal('3D000', `database "${database}" does not exist`);
  const [accepts, mayConnect] = found;
  if (accepts !== 't') return fatal('55000', `database "${database}" is not currently accepting connections`);
  if (mayConnect === 't') return null;
  return fatal('42501', `permission denied for database "${database}"`, 'User does not have CONNECT privilege.');
}
