import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

// The server keeps no password, only what a SCRAM client could prove it with. So the check salts and hashes 'stride' as
// the server did, and compares.
const ROLES = `
  CREATE FUNCTION pg_temp.pad(key bytea, with_byte int) RETURNS bytea LANGUAGE sql AS $$
    SELECT decode(string_agg(lpad(to_hex(with_byte # CASE WHEN i < length(key) THEN get_byte(key, i) ELSE 0 END), 2, '0'), '' ORDER BY i), 'hex')
    FROM generate_series(0, 63) AS i
  $$;
  CREATE FUNCTION pg_temp.hmac(key bytea, message bytea) RETURNS bytea LANGUAGE sql AS $$
    SELECT sha256(pg_temp.pad(key, 92) || sha256(pg_temp.pad(key, 54) || message))
  $$;
  CREATE FUNCTION pg_temp.is_password(role name, password text, stored text) RETURNS boolean LANGUAGE plpgsql AS $$
  DECLARE
    parts text[] := regexp_match(stored, '^SCRAM-SHA-256\\$(\\d+):([^$]+)\\$([^:]+):');
    inner_pad bytea := pg_temp.pad(convert_to(password, 'UTF8'), 54);
    outer_pad bytea := pg_temp.pad(convert_to(password, 'UTF8'), 92);
    block bytea := decode(parts[2], 'base64') || '\\x00000001';
    salted bit(256) := repeat('0', 256)::bit(256);
  BEGIN
    IF parts IS NULL THEN RETURN stored = 'md5' || md5(password || role); END IF;
    FOR i IN 1..parts[1]::integer LOOP
      block := sha256(outer_pad || sha256(inner_pad || block));
      salted := salted # ('x' || encode(block, 'hex'))::bit(256);
    END LOOP;
    RETURN encode(sha256(pg_temp.hmac(
      (SELECT decode(string_agg(to_hex(substring(salted FROM 4 * n + 1 FOR 4)::bit(4)::integer), '' ORDER BY n), 'hex')
       FROM generate_series(0, 63) AS n), 'Client Key')), 'base64') = parts[3];
  END $$;
  SELECT rolname AS role, rolcanlogin AS login, rolpassword IS NOT NULL AS password,
    pg_temp.is_password(rolname, 'stride', rolpassword) AS password_is_stride, rolsuper AS superuser,
    rolcreatedb AS createdb, rolcreaterole AS createrole, rolreplication OR rolbypassrls AS anything_else
  FROM pg_authid
  WHERE rolname !~ '^pg_'
`;

test('creates a role that may log in, and no more', async () => {
  await expect(answer.inspect(ROLES)).toGiveTheResultOf(reference.inspect(ROLES), { rowOrder: 'any' });
});
