import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const ROLES = `
  SELECT rolname AS role, rolcanlogin AS login, rolpassword IS NOT NULL AS password,
    rolsuper AS superuser, rolcreatedb AS createdb, rolcreaterole AS createrole
  FROM pg_authid
  WHERE rolname !~ '^pg_'
`;

test('creates a role that may log in, and no more', async () => {
  await expect(answer.inspect(ROLES)).toGiveTheResultOf(reference.inspect(ROLES), { rowOrder: 'any' });
});
