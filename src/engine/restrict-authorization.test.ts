import { expect, test } from 'vitest';
import { restrictAuthorization } from './restrict-authorization';

test.each([['SELECT 1'], ['CREATE SCHEMA AUTHORIZATION coach'], ["SELECT 'discard'"]])(
  '%s is sent as it is meant',
  (sql) => {
    const restricted = restrictAuthorization(sql, 'coach');
    expect(restricted ?? sql).toBe(sql);
  },
);

test.each([
  ['RESET SESSION AUTHORIZATION', 'SET SESSION AUTHORIZATION "coach";'],
  ['set local session authorization default;', 'SET SESSION AUTHORIZATION "coach";'],
  ['DISCARD ALL', 'DISCARD ALL; SET SESSION AUTHORIZATION "coach";'],
])('%s goes back to the user, and no further', (sql, sent) => {
  expect(restrictAuthorization(sql, 'coach')).toBe(sent);
});

test.each([
  ["SET SESSION AUTHORIZATION 'postgres'"],
  ['SET SESSION AUTHORIZATION postgres'],
  ['SELECT 1; SET SESSION AUTHORIZATION "Postgres"'],
])('%s is denied', (sql) => {
  expect(restrictAuthorization(sql, 'coach')).toContain('permission denied to set session authorization');
  expect(restrictAuthorization(sql, 'postgres')).toBeNull();
});
