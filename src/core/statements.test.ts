import { describe, expect, test } from 'vitest';
import { splitStatements } from './statements';

const texts = (sql: string): string[] => splitStatements(sql).map(({ text }) => text);

describe('splitStatements', () => {
  test('splits at semicolons and says where each statement starts', () => {
    expect(splitStatements('SELECT 1;\n  SELECT 2 ; ')).toEqual([
      { text: 'SELECT 1;', start: 0, words: ['SELECT'] },
      { text: 'SELECT 2 ;', start: 12, words: ['SELECT'] },
    ]);
  });

  test.each(['', '   \n\t', ';;;', '-- only a comment', '/* only a comment */', '; -- both ;\n;'])(
    'finds nothing in %j',
    (sql) => {
      expect(texts(sql)).toEqual([]);
    },
  );

  test.each([
    ['a string', "SELECT 'a;b''c;d'"],
    ['a string that ends in a backslash', "SELECT 'a\\', ';'"],
    ['an E-string with an escaped quote', "SELECT E'a\\';b'"],
    ['an E-string with a doubled quote', "SELECT e'it''s; fine'"],
    ['a quoted name', 'SELECT 1 AS "a;""b"'],
    ['a dollar quote', 'SELECT $$a;b$$'],
    ['a dollar quote with a tag', 'DO $body$ BEGIN; $$;$$ END; $body$'],
    ['a line comment', 'SELECT 1 -- one; two\n+ 1'],
    ['a nested comment', 'SELECT 1 /* a; /* b; */ c; */ + 1'],
    ['parentheses', 'CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)'],
    ['emoji', 'SELECT \'🏃;🏅\' AS "🥇;"'],
    ['parameters', 'SELECT $1 + $2'],
    ['a name with a dollar', 'SELECT a$b$c FROM t'],
  ])('keeps %s in one piece', (_what, sql) => {
    expect(texts(`${sql}; SELECT 9`)).toEqual([`${sql};`, 'SELECT 9']);
  });

  test('a name may end in e before a string', () => {
    expect(texts("SELECT date'2024-01-01\\'; SELECT 2")).toEqual(["SELECT date'2024-01-01\\';", 'SELECT 2']);
  });

  test('BEGIN ATOMIC … END belongs to the routine that it is the body of', () => {
    const routine = `CREATE FUNCTION f() RETURNS int BEGIN ATOMIC
      SELECT 1; SELECT CASE WHEN true THEN 2 END; END`;
    expect(texts(`${routine}; SELECT 3`)).toEqual([`${routine};`, 'SELECT 3']);
  });

  test('BEGIN and END of a transaction are statements', () => {
    expect(texts('BEGIN; SELECT 1; END;')).toEqual(['BEGIN;', 'SELECT 1;', 'END;']);
  });

  test.each([
    ["SELECT 'never closed; SELECT 2", 1],
    ["SELECT E'never closed\\'; SELECT 2", 1],
    ['SELECT "never closed; SELECT 2', 1],
    ['SELECT $a$never closed; $$ SELECT 2', 1],
    ['SELECT 1 /* never closed; SELECT 2', 1],
    ['SELECT (1; SELECT 2', 1],
    ['SELECT 1); SELECT 2', 2],
  ])('an end that is missing takes the rest: %s', (sql, count) => {
    expect(splitStatements(sql)).toHaveLength(count);
  });

  test('comments in front of a statement go with it as in psql', () => {
    expect(texts('-- one\nSELECT 1;\n/* two */ -- more\nSELECT 2; /* nothing */ ;')).toEqual([
      'SELECT 1;',
      '/* two */ -- more\nSELECT 2;',
    ]);
  });

  test('a comment at the end of a script that no semicolon ends is part of it', () => {
    expect(texts('SELECT 1 -- one\n')).toEqual(['SELECT 1 -- one']);
  });

  test('gives the words of a statement', () => {
    expect(splitStatements(`Copy /* no */ "From" from 'x' -- y\n`)[0]?.words).toEqual(['COPY', 'FROM']);
  });

  test('a NUL byte is left for the engine to refuse', () => {
    expect(texts('SELECT 1\0; SELECT 2')).toEqual(['SELECT 1\0;', 'SELECT 2']);
  });

  test('starts count UTF-16 units, after emoji too', () => {
    const sql = "SELECT '🏃'; SELECT 2";
    expect(sql.slice(splitStatements(sql)[1]?.start)).toBe('SELECT 2');
  });
});
