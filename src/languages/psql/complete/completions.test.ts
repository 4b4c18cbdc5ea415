import { expect, test } from 'vitest';
import { type CompletionSource, completions } from './completions';

const asked: string[] = [];
const SOURCE: CompletionSource = {
  ask: (sql) => {
    asked.push(sql);
    return Promise.resolve(['clubs']);
  },
  variables: ['DBNAME', 'USER', 'answer'],
  commands: ['c', 'copy', 'echo', 'set', 'timing', 'q'],
  files: (begun) => ['report.csv', 'more.sql'].filter((name) => name.startsWith(begun)),
  statement: '',
};

async function complete(line: string, statement = ''): Promise<string> {
  asked.length = 0;
  const { from, words } = await completions(line, { ...SOURCE, statement });
  return `${line.slice(0, from)}|${words.join(' ')}`;
}

test.each([
  ['\\ti', '\\|timing'],
  ['\\d', '\\|d d+ dS dT dconfig ddp df df+ dg di di+ dm dn dn+ do dp drds drg ds dt dt+ dtS du du+ dv dv+ dx'],
  ['\\timing o', '\\timing |on off'],
  ['\\timing on ', '\\timing on |'],
  ['\\pset format u', '\\pset format |unaligned'],
  ['\\set ON_ERROR_STOP ', '\\set ON_ERROR_STOP |on off'],
  ['\\echo :DB', '\\echo |:DBNAME'],
  ["SELECT :'an", "SELECT |:'answer"],
  ['\\i m', '\\i |more.sql'],
  ['\\copy clubs FROM r', '\\copy clubs FROM |report.csv'],
  ['\\h create ta', '\\h |create table create table as'],
  ['\\h sav', '\\h |savepoint'],
  ['sel', '|select'],
  ['Sel', '|SELECT'],
  ['SELECT 1; UPD', 'SELECT 1; |UPDATE'],
  ['CREATE TAB', 'CREATE |TABLE TABLE AS'],
  ['CREATE TABLE ', 'CREATE TABLE |'],
  ['SELECT name FROM clubs WH', 'SELECT name FROM clubs |WHEN WHERE'],
])('%s', async (line, expected) => {
  expect(await complete(line)).toBe(expected);
  expect(asked).toEqual([]);
});

test.each([
  ['\\d cl', 'pg_class', "'cl'"],
  ['\\c ath', 'pg_database', "'ath'"],
  ['\\c athleticu co', 'pg_roles', "'co'"],
  ['\\du ', 'pg_roles', "''"],
  ['SELECT * FROM public.C', "nspname = 'public'", "'c'"],
  ['GRANT SELECT ON clubs TO ', 'pg_roles', "''"],
  ['DROP ROLE IF EXISTS coa', 'pg_roles', "'coa'"],
  ['SELECT * FROM clubs WHERE na', "to_regclass('clubs')", "'na'"],
  ['DROP TABLE "It\'s', 'pg_class', "'\"It''s'"],
])('%s asks the catalog', async (line, source, begun) => {
  expect((await complete(line)).split('|')[1]).toContain('clubs');
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain(source);
  expect(asked[0]).toContain(begun);
});

test('the lines before belong to the statement', async () => {
  await complete('FROM ', 'SELECT name');
  expect(asked[0]).toContain('pg_class');
  await complete('WHERE ', 'SELECT name\nFROM clubs');
  expect(asked[0]).toContain("to_regclass('clubs')");
});
