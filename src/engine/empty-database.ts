import type { StatementResult } from '../core/database';

/** What of a cluster belongs to a session, and so goes with all else that its code made. */
export interface Belongings {
  /** A query for the names of roles, the newest first: one that a role made goes before its maker. */
  readonly roles: string;
  /** A query for the names of databases besides the session's own. */
  readonly databases: string;
}

/** All that initdb did not make: for a cluster that serves nobody else. */
export const WHOLE_CLUSTER: Belongings = {
  roles: `SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' AND rolname <> current_user ORDER BY oid DESC`,
  databases: `SELECT datname FROM pg_database WHERE NOT datistemplate AND datname NOT IN ('postgres', current_database())`,
};

// A superuser needs no right to a role in order to drop what the role owns. Anyone else takes it first.
const DROP_SCHEMAS_AND_ROLES = (roles: string): string => `DO $$
DECLARE
  name text;
  names text[] := ARRAY(${roles});
  is_superuser boolean := (SELECT rolsuper FROM pg_roles WHERE rolname = current_user);
BEGIN
  FOREACH name IN ARRAY names LOOP
    IF NOT is_superuser THEN EXECUTE format('GRANT %I TO CURRENT_USER WITH INHERIT TRUE, SET TRUE', name); END IF;
  END LOOP;
  FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
    EXECUTE format('DROP SCHEMA %I CASCADE', name);
  END LOOP;
  -- A database is not dropped with what else a role owns, and keeps the role.
  IF is_superuser THEN EXECUTE format('ALTER DATABASE %I OWNER TO CURRENT_USER', current_database()); END IF;
  FOREACH name IN ARRAY names LOOP
    EXECUTE format('DROP OWNED BY %I CASCADE', name);
    EXECUTE format('DROP ROLE %I', name);
  END LOOP;
END $$`;

/** The schema as initdb leaves it. */
const CREATE_PUBLIC = [
  'CREATE SCHEMA public',
  'ALTER SCHEMA public OWNER TO pg_database_owner',
  'GRANT USAGE ON SCHEMA public TO PUBLIC',
  "COMMENT ON SCHEMA public IS 'standard public schema'",
];

/** Sends a statement by itself: some refuse to run in the implicit transaction of several. */
export type RunStatement = (sql: string) => Promise<readonly StatementResult[]>;

/** Brings a session's database back to an empty `public` schema and the session back to its beginning. */
export async function emptyDatabase(run: RunStatement, { roles, databases }: Belongings): Promise<void> {
  const must = async (sql: string): Promise<readonly StatementResult[]> => {
    const results = await run(sql);
    const failed = results.find((result) => result.kind === 'error');
    if (failed) throw new Error(`The database could not be emptied: ${failed.error.message}`);
    return results;
  };
  await run('ROLLBACK');
  await must('RESET SESSION AUTHORIZATION');
  const [others] = await must(
    `SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM (${databases}) AS d(datname)`,
  );
  if (others?.kind === 'rows') for (const [drop] of others.rows) await must(drop ?? '');
  await must(DROP_SCHEMAS_AND_ROLES(roles));
  for (const statement of CREATE_PUBLIC) await must(statement);
  await must('DISCARD ALL');
}
