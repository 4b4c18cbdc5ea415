import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, StatementResult } from '../../src/core/database';
import { bootPostgres } from '../../src/engine/postgres';
import { snapshotFile } from '../../src/engine/snapshot/ensure-snapshot';
import { readSnapshot } from '../../src/engine/snapshot/read-snapshot';
import { type Cut, cutOf, type Equals, equalRows, isAllowed } from './cut';

function rows(...cells: readonly (readonly string[])[]): StatementResult {
  return { kind: 'rows', tag: `SELECT ${cells.length}`, columns: [], rows: cells, rowCount: cells.length, notices: [] };
}

describe('cutOf', () => {
  test.each([
    ['SELECT name FROM clubs LIMIT 3;', 0, 3, 'SELECT name FROM clubs'],
    ['SELECT 1 ORDER BY 1\nOFFSET 2 ;\n', 2, Infinity, 'SELECT 1 ORDER BY 1'],
    ['SELECT 1 ORDER BY 1 -- why\nlimit -- why\n1 /* how\n */ offset 0x1F', 31, 1, 'SELECT 1 ORDER BY 1'],
    ['SELECT 1 FETCH First 3 ROWS ONLY', 0, 3, 'SELECT 1'],
    ['SELECT 1 LIMIT ALL OFFSET 1', 1, Infinity, 'SELECT 1'],
  ])('%s', (sql, offset, limit, whole) => {
    expect(cutOf(sql)).toEqual({ whole, offset, limit });
  });

  test.each([
    'SELECT name FROM clubs ORDER BY name',
    'SELECT name FROM (SELECT name FROM clubs LIMIT 1) c',
    'SELECT 1 LIMIT $1',
    "SELECT 1 LIMIT '1'",
    'SELECT 1 LIMIT 1 + 1',
    'SELECT 1 LIMIT -1',
  ])('does not judge %s', (sql) => {
    expect(cutOf(sql)).toBeNull();
  });
});

describe('equalRows', () => {
  let database: Database;
  beforeAll(async () => {
    ({ database } = await bootPostgres(
      () => import('@electric-sql/pglite'),
      () => readSnapshot(snapshotFile(process.cwd())),
    ));
    await database.exec("CREATE TABLE t AS SELECT * FROM (VALUES (2, 'd'), (1, 'a'), (2, 'b'), (NULL, 'x')) v (n, c)");
  });
  afterAll(() => database.close());

  const found = async (sql: string): Promise<unknown> => {
    const cut = cutOf(sql);
    const equals = cut && (await equalRows(cut, database));
    return equals?.map((group) => group.map((row) => row.join('')).sort());
  };

  test.each([
    ['SELECT c FROM t ORDER BY n LIMIT 1', [['a']]],
    ['SELECT c FROM t ORDER BY n LIMIT 2', [['a'], ['b', 'd']]],
    ['SELECT c FROM t ORDER BY n OFFSET 1', [['a'], ['b', 'd'], ['x']]],
    ['SELECT c FROM t ORDER BY n DESC, c LIMIT 9 OFFSET 1', [['x'], ['b'], ['d'], ['a']]],
    ['SELECT DISTINCT n FROM t ORDER BY 1 LIMIT 1', [['1']]],
    ['SELECT c FROM t LIMIT 1', [['a', 'b', 'd', 'x']]],
    ['SELECT c FROM t WHERE n > 2 ORDER BY n LIMIT 1', []],
    ['SELECT c FROM t ORDER BY n LIMIT 0', []],
    ['SELECT nothing FROM t ORDER BY n LIMIT 2', undefined],
  ])('%s', async (sql, equals) => {
    expect(await found(sql)).toEqual(equals);
  });
});

describe('isAllowed', () => {
  /** Three rows are equal; `e` is there twice. */
  const EQUALS: readonly Equals[] = [[['a']], [['d'], ['b'], ['c']], [['e'], ['e']]];
  const cut = (offset: number, limit: number): Cut => ({ whole: '', offset, limit });

  test.each([
    ['any of the equals at the end', cut(0, 2), rows(['a'], ['d'])],
    ['any other one', cut(0, 2), rows(['a'], ['b'])],
    ['any of the equals at the start', cut(2, Infinity), rows(['c'], ['b'], ['e'], ['e'])],
    ['equals at both ends', cut(2, 3), rows(['d'], ['c'], ['e'])],
    ['as many equals as there are', cut(4, 5), rows(['e'], ['e'])],
    ['nothing after the end', cut(9, 5), rows()],
    ['nothing of LIMIT 0', cut(0, 0), rows()],
  ])('%s', (_name, at, given) => {
    expect(isAllowed(given, EQUALS, at)).toBe(true);
  });

  test.each([
    ['without a row that comes before the equals', cut(0, 2), rows(['b'], ['c'])],
    ['in another order than asked for', cut(0, 2), rows(['b'], ['a'])],
    ['a row too few', cut(0, 3), rows(['a'], ['b'])],
    ['a row too many', cut(0, 2), rows(['a'], ['b'], ['c'])],
    ['a row twice that is there once', cut(0, 3), rows(['a'], ['b'], ['b'])],
    ['a row that is not there', cut(0, 2), rows(['a'], ['x'])],
    ['a row from beyond the equals', cut(0, 2), rows(['a'], ['e'])],
  ])('not %s', (_name, at, given) => {
    expect(isAllowed(given, EQUALS, at)).toBe(false);
  });
});
