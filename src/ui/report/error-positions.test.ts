import { expect, test } from 'vitest';
import type { SqlError } from '../../core/database';
import type { SentStatement } from '../../core/run-report';
import { errorPositions } from './error-positions';

const error: SqlError = {
  severity: 'ERROR',
  sqlstate: '42703',
  message: 'column "nme" does not exist',
  detail: null,
  hint: null,
  position: 8,
  where: null,
  schema: null,
  table: null,
  column: null,
  dataType: null,
  constraint: null,
};

function refused(sql: string): SentStatement {
  return { sql, parameters: [], result: { kind: 'error', error, notices: [] }, ms: 1 };
}

test('the same mistake twice is found twice, each in its own place', () => {
  const code = 'SELECT nme;\n\n  SELECT nme;';
  expect(errorPositions(code, [refused('SELECT nme;'), refused('SELECT nme;')])).toEqual([
    { line: 1, column: 8 },
    { line: 3, column: 10 },
  ]);
});

test('a statement that the script does not contain has no place, and does not disturb the others', () => {
  expect(errorPositions('SELECT nme', [refused('SELECT 1'), refused('SELECT nme')])).toEqual([
    null,
    { line: 1, column: 8 },
  ]);
});
