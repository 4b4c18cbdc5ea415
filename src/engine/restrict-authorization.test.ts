import { expect, test } from 'vitest';
import { restrictAuthorization } from './restrict-authorization';

test.each([['SELECT 1'], ['CREATE SCHEMA AUTHORIZATION coach'], ["SELECT 'discard'"]])(
  '%s is sent as it is meant',
  (sql) => {
    const restricted = restrictAuthorization(sql, 'coach');
    expect(restricted?.sql ?? sql).toBe(sql);
    expect(restricted?.then ?? null).toBeNull();
  },
);

test.each(['RESET SESSION AUTHORIZATION', 'set local session authorization default;', 'DISCARD ALL'])(
  '%s goes back to the user, and no further',
  (sql) => {
    expect(restrictAuthorization(sql, 'coach')).toEqual({ sql, then: 'SET SESSION AUTHORIZATION "coach"' });
  },
);

test.each([
  ["SET SESSION AUTHORIZATION 'postgres'"],
  ['SET SESSION AUTHORIZATION postgres'],
  ['SELECT 1; SET SESSION AUTHORIZATION "Postgres"'],
])('%s is denied', (sql) => {
  expect(restrictAuthorization(sql, 'coach')?.sql).toContain('permission denied to set session authorization');
  expect(restrictAuthorization(sql, 'postgres')?.sql).not.toContain('permission denied');
});
