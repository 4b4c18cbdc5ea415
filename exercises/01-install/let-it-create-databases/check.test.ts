import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const ROLES = `
  SELECT rolname AS role, rolcanlogin AS login, rolcreatedb AS createdb, rolcreaterole AS createrole,
    rolsuper AS superuser, rolreplication OR rolbypassrls AS anything_else,
    has_database_privilege(oid, current_database(), 'CREATE') AS create_schemas
  FROM pg_roles
  WHERE rolname !~ '^pg_' AND rolname <> current_user
`;

test('lets the role create databases, and nothing else', async () => {
  await expect(answer.inspect(ROLES)).toGiveTheResultOf(reference.inspect(ROLES), { rowOrder: 'any' });
});
