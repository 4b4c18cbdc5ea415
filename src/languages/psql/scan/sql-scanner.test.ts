import { expect, test } from 'vitest';
import { QueryBuffer, SqlScanner } from './sql-scanner';
import type { VariableLookup } from './variable-lookup';

const VALUES: Readonly<Record<string, string>> = { name: 'clubs', quoted: "it's", self: 'a :self b' };
const variables: VariableLookup = {
  value: (name, quoting) => {
    const value = VALUES[name];
    if (value === undefined) return null;
    if (quoting === 'literal') return `'${value.replaceAll("'", "''")}'`;
    return quoting === 'identifier' ? `"${value}"` : value;
  },
  isSet: (name) => name in VALUES,
  skipped: () => undefined,
};

/** What the scanner makes of lines: statements, `\` where a meta-command begins, and at the end what it waits for. */
function scan(...lines: string[]): string[] {
  const scanner = new SqlScanner(variables, () => true);
  const buffer = new QueryBuffer();
  const found: string[] = [];
  let state = '';
  for (const line of lines) {
    if (buffer.text !== '') buffer.append('\n');
    scanner.read(line);
    for (;;) {
      const stop = scanner.scan(buffer);
      if (stop.kind === 'end-of-line') {
        state = stop.state;
        break;
      }
      found.push(stop.kind === 'semicolon' ? buffer.text : `${buffer.text}\\${scanner.input.takeAll()}`);
      buffer.clear();
    }
  }
  return [...found, `${state}: ${buffer.text}`];
}

test.each<[what: string, lines: string[], found: string[]]>([
  ['two statements in a line', ['  SELECT 1; SELECT 2'], ['SELECT 1;', 'continue: SELECT 2']],
  ['a statement over lines', ['SELECT', '  1;'], ['SELECT\n  1;', 'ready: ']],
  ['quotes', ["SELECT 'a;''b", 'c";'], ["single-quote: SELECT 'a;''b\nc\";"]],
  ['names', ['SELECT "a;'], ['double-quote: SELECT "a;']],
  ['backslashes in plain strings', ["SELECT '\\';"], ["SELECT '\\';", 'ready: ']],
  ['backslashes in escape strings', ["SELECT E'\\';"], ["single-quote: SELECT E'\\';"]],
  ['dollar quotes', ['SELECT $a$;$b$;', '$a$;'], ['SELECT $a$;$b$;\n$a$;', 'ready: ']],
  ['a dollar quote that is open', ['SELECT $$;'], ['dollar-quote: SELECT $$;']],
  ['nested comments', ['/* a /* b */ ;'], ['comment: /* a /* b */ ;']],
  ['comments at the end', ['-- only this'], ['ready: ']],
  ['comments inside', ['SELECT -- ;', '1;'], ['SELECT -- ;\n1;', 'ready: ']],
  ['parentheses', ['SELECT (1;'], ['parenthesis: SELECT (1;']],
  ['a forced semicolon', ['SELECT 1\\; SELECT 2;'], ['SELECT 1; SELECT 2;', 'ready: ']],
  ['a meta-command in a statement', ['SELECT 1 \\gx rest'], ['SELECT 1 \\gx rest', 'ready: ']],
  [
    'a routine with a body in SQL',
    ['CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END;'],
    ['CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END;', 'ready: '],
  ],
  ['BEGIN elsewhere', ['BEGIN; SELECT 1;'], ['BEGIN;', 'SELECT 1;', 'ready: ']],
  [
    'variables',
    ["SELECT :name, :'quoted', :\"name\", :{?name}, :{?no}, :no, a::int, ':name';"],
    ["SELECT clubs, 'it''s', \"clubs\", TRUE, FALSE, :no, a::int, ':name';", 'ready: '],
  ],
  ['a value that opens a quote', ['SELECT :quoted'], ["single-quote: SELECT it's"]],
  ['a value that names itself', ['SELECT :self;'], ['SELECT a :self b;', 'ready: ']],
])('%s', (_what, lines, found) => {
  expect(scan(...lines)).toEqual(found);
});
