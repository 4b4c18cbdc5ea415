import { describe, expect, test } from 'vitest';
import type { SqlError } from './database';
import { sqlErrorText } from './sql-error-text';

const NOTHING_MORE: Omit<SqlError, 'message' | 'sqlstate'> = {
  severity: 'ERROR',
  detail: null,
  hint: null,
  position: null,
  where: null,
  schema: null,
  table: null,
  column: null,
  dataType: null,
  constraint: null,
};

/** What psql printed for each statement, beside the fields that the server sent. */
const RECORDED: readonly {
  readonly title: string;
  readonly statement: string;
  readonly error: Pick<SqlError, 'message' | 'sqlstate'> & Partial<SqlError>;
  readonly printed: readonly string[];
}[] = [
  {
    title: 'a misspelt keyword',
    statement: 'selec 1;',
    error: {
      message: 'syntax error at or near "selec"',
      sqlstate: '42601',
      position: 1,
    },
    printed: ['ERROR:  syntax error at or near "selec"', 'LINE 1: selec 1;', '        ^'],
  },
  {
    title: 'the place is inside the statement',
    statement: 'select 1 from where x = 1;',
    error: {
      message: 'syntax error at or near "where"',
      sqlstate: '42601',
      position: 15,
    },
    printed: [
      'ERROR:  syntax error at or near "where"',
      'LINE 1: select 1 from where x = 1;',
      '                      ^',
    ],
  },
  {
    title: 'the place is its end',
    statement: 'select (1',
    error: {
      message: 'syntax error at end of input',
      sqlstate: '42601',
      position: 10,
    },
    printed: ['ERROR:  syntax error at end of input', 'LINE 1: select (1', '                 ^'],
  },
  {
    title: 'an unknown table',
    statement: 'select * from athlet;',
    error: {
      message: 'relation "athlet" does not exist',
      sqlstate: '42P01',
      position: 15,
    },
    printed: ['ERROR:  relation "athlet" does not exist', 'LINE 1: select * from athlet;', '                      ^'],
  },
  {
    title: 'an unknown column, with a hint',
    statement: 'select a.nme from athlete a;',
    error: {
      message: 'column a.nme does not exist',
      sqlstate: '42703',
      position: 8,
      hint: 'Perhaps you meant to reference the column "a.name".',
    },
    printed: [
      'ERROR:  column a.nme does not exist',
      'LINE 1: select a.nme from athlete a;',
      '               ^',
      'HINT:  Perhaps you meant to reference the column "a.name".',
    ],
  },
  {
    title: 'on a later line',
    statement: 'select id,\n       nme\nfrom athlete\norder by id;',
    error: {
      message: 'column "nme" does not exist',
      sqlstate: '42703',
      position: 19,
      hint: 'Perhaps you meant to reference the column "athlete.name".',
    },
    printed: [
      'ERROR:  column "nme" does not exist',
      'LINE 2:        nme',
      '               ^',
      'HINT:  Perhaps you meant to reference the column "athlete.name".',
    ],
  },
  {
    title: 'tabs become single spaces',
    statement: 'select\tid,\n\tname,\t\tnme\nfrom\tathlete;',
    error: {
      message: 'column "nme" does not exist',
      sqlstate: '42703',
      position: 20,
      hint: 'Perhaps you meant to reference the column "athlete.name".',
    },
    printed: [
      'ERROR:  column "nme" does not exist',
      'LINE 2:  name,  nme',
      '                ^',
      'HINT:  Perhaps you meant to reference the column "athlete.name".',
    ],
  },
  {
    title: 'a long line, cut on the right',
    statement: "select nme, id, name, club_id, upper(name) as shouting from athlete where name = 'Ana';",
    error: {
      message: 'column "nme" does not exist',
      sqlstate: '42703',
      position: 8,
      hint: 'Perhaps you meant to reference the column "athlete.name".',
    },
    printed: [
      'ERROR:  column "nme" does not exist',
      'LINE 1: select nme, id, name, club_id, upper(name) as shouting from ...',
      '               ^',
      'HINT:  Perhaps you meant to reference the column "athlete.name".',
    ],
  },
  {
    title: 'a long line, cut on both sides',
    statement:
      "select id, name, club_id, id + 1 as next_one, upper(name) as shouting from athlete where nam = 'Ana' order by id;",
    error: {
      message: 'column "nam" does not exist',
      sqlstate: '42703',
      position: 90,
      hint: 'Perhaps you meant to reference the column "athlete.name".',
    },
    printed: [
      'ERROR:  column "nam" does not exist',
      "LINE 1: ...t_one, upper(name) as shouting from athlete where nam = 'Ana...",
      '                                                             ^',
      'HINT:  Perhaps you meant to reference the column "athlete.name".',
    ],
  },
  {
    title: 'a long line, cut on the left only',
    statement: 'select id, name, club_id, id + 1 as next_one, upper(name) as shouting from athlete where nam = 1;',
    error: {
      message: 'column "nam" does not exist',
      sqlstate: '42703',
      position: 90,
      hint: 'Perhaps you meant to reference the column "athlete.name".',
    },
    printed: [
      'ERROR:  column "nam" does not exist',
      'LINE 1: ...ext_one, upper(name) as shouting from athlete where nam = 1;',
      '                                                               ^',
      'HINT:  Perhaps you meant to reference the column "athlete.name".',
    ],
  },
  {
    title: 'a line of exactly sixty columns',
    statement: 'select nme, id as xxxxxxxxxxxxxxxxxxxxxxxxxxxx from athlete;',
    error: {
      message: 'column "nme" does not exist',
      sqlstate: '42703',
      position: 8,
      hint: 'Perhaps you meant to reference the column "athlete.name".',
    },
    printed: [
      'ERROR:  column "nme" does not exist',
      'LINE 1: select nme, id as xxxxxxxxxxxxxxxxxxxxxxxxxxxx from athlete;',
      '               ^',
      'HINT:  Perhaps you meant to reference the column "athlete.name".',
    ],
  },
  {
    title: 'one column more',
    statement: 'select nme, id as xxxxxxxxxxxxxxxxxxxxxxxxxxxxx from athlete;',
    error: {
      message: 'column "nme" does not exist',
      sqlstate: '42703',
      position: 8,
      hint: 'Perhaps you meant to reference the column "athlete.name".',
    },
    printed: [
      'ERROR:  column "nme" does not exist',
      'LINE 1: select nme, id as xxxxxxxxxxxxxxxxxxxxxxxxxxxxx from athlete...',
      '               ^',
      'HINT:  Perhaps you meant to reference the column "athlete.name".',
    ],
  },
  {
    title: 'the caret ten columns from the cut',
    statement: 'select id, name, club_id, upper(name) as loud, nme, lower(name) as quiet from athlete;',
    error: {
      message: 'column "nme" does not exist',
      sqlstate: '42703',
      position: 48,
      hint: 'Perhaps you meant to reference the column "athlete.name".',
    },
    printed: [
      'ERROR:  column "nme" does not exist',
      'LINE 1: select id, name, club_id, upper(name) as loud, nme, lower(na...',
      '                                                       ^',
      'HINT:  Perhaps you meant to reference the column "athlete.name".',
    ],
  },
  {
    title: 'the caret nine columns from the cut',
    statement: 'select id, name, club_id, upper(name) as louder, nme, lower(name) as quiet from athlete;',
    error: {
      message: 'column "nme" does not exist',
      sqlstate: '42703',
      position: 50,
      hint: 'Perhaps you meant to reference the column "athlete.name".',
    },
    printed: [
      'ERROR:  column "nme" does not exist',
      'LINE 1: select id, name, club_id, upper(name) as louder, nme, lower(...',
      '                                                         ^',
      'HINT:  Perhaps you meant to reference the column "athlete.name".',
    ],
  },
  {
    title: 'wide characters before the place',
    statement: "select '日本語', nme from athlete;",
    error: {
      message: 'column "nme" does not exist',
      sqlstate: '42703',
      position: 15,
      hint: 'Perhaps you meant to reference the column "athlete.name".',
    },
    printed: [
      'ERROR:  column "nme" does not exist',
      "LINE 1: select '日本語', nme from athlete;",
      '                         ^',
      'HINT:  Perhaps you meant to reference the column "athlete.name".',
    ],
  },
  {
    title: 'wide characters in a cut line',
    statement: "select '日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語', nme from athlete order by 1;",
    error: {
      message: 'column "nme" does not exist',
      sqlstate: '42703',
      position: 42,
      hint: 'Perhaps you meant to reference the column "athlete.name".',
    },
    printed: [
      'ERROR:  column "nme" does not exist',
      "LINE 1: ...本語日本語日本語日本語日本語日本語日本語日本語', nme from a...",
      '                                                            ^',
      'HINT:  Perhaps you meant to reference the column "athlete.name".',
    ],
  },
  {
    title: 'an emoji is one character',
    statement: "select '😀😀', nme from athlete;",
    error: {
      message: 'column "nme" does not exist',
      sqlstate: '42703',
      position: 14,
      hint: 'Perhaps you meant to reference the column "athlete.name".',
    },
    printed: [
      'ERROR:  column "nme" does not exist',
      "LINE 1: select '😀😀', nme from athlete;",
      '                       ^',
      'HINT:  Perhaps you meant to reference the column "athlete.name".',
    ],
  },
  {
    title: 'a combining accent takes a column here',
    statement: "select 'e\u0301e\u0301', nme from athlete;",
    error: {
      message: 'column "nme" does not exist',
      sqlstate: '42703',
      position: 16,
      hint: 'Perhaps you meant to reference the column "athlete.name".',
    },
    printed: [
      'ERROR:  column "nme" does not exist',
      "LINE 1: select 'e\u0301e\u0301', nme from athlete;",
      '                       ^',
      'HINT:  Perhaps you meant to reference the column "athlete.name".',
    ],
  },
  {
    title: 'lines that end in a return and a newline',
    statement: 'select id,\r\n  nme\r\nfrom athlete;',
    error: {
      message: 'column "nme" does not exist',
      sqlstate: '42703',
      position: 15,
      hint: 'Perhaps you meant to reference the column "athlete.name".',
    },
    printed: [
      'ERROR:  column "nme" does not exist',
      'LINE 2:   nme',
      '          ^',
      'HINT:  Perhaps you meant to reference the column "athlete.name".',
    ],
  },
  {
    title: 'a detail',
    statement: 'insert into athlete values (1, null, 2);',
    error: {
      message: 'null value in column "name" of relation "athlete" violates not-null constraint',
      sqlstate: '23502',
      detail: 'Failing row contains (1, null, 2).',
    },
    printed: [
      'ERROR:  null value in column "name" of relation "athlete" violates not-null constraint',
      'DETAIL:  Failing row contains (1, null, 2).',
    ],
  },
  {
    title: 'a broken key',
    statement: "insert into athlete values (7, 'Ana', 1), (7, 'Bo', 1);",
    error: {
      message: 'duplicate key value violates unique constraint "athlete_pkey"',
      sqlstate: '23505',
      detail: 'Key (id)=(7) already exists.',
    },
    printed: [
      'ERROR:  duplicate key value violates unique constraint "athlete_pkey"',
      'DETAIL:  Key (id)=(7) already exists.',
    ],
  },
  {
    title: 'a type that does not fit',
    statement: "select * from athlete where id = 'seven';",
    error: {
      message: 'invalid input syntax for type integer: "seven"',
      sqlstate: '22P02',
      position: 34,
    },
    printed: [
      'ERROR:  invalid input syntax for type integer: "seven"',
      "LINE 1: select * from athlete where id = 'seven';",
      '                                         ^',
    ],
  },
  {
    title: 'a detail of several lines and a hint',
    statement: 'drop table club;',
    error: {
      message: 'cannot drop table club because other objects depend on it',
      sqlstate: '2BP01',
      detail: 'view clubs depends on table club\nview club_ids depends on table club',
      hint: 'Use DROP ... CASCADE to drop the dependent objects too.',
    },
    printed: [
      'ERROR:  cannot drop table club because other objects depend on it',
      'DETAIL:  view clubs depends on table club',
      'view club_ids depends on table club',
      'HINT:  Use DROP ... CASCADE to drop the dependent objects too.',
    ],
  },
  {
    title: 'an ungrouped column',
    statement: 'select name, count(*) from athlete group by club_id;',
    error: {
      message: 'column "athlete.name" must appear in the GROUP BY clause or be used in an aggregate function',
      sqlstate: '42803',
      position: 8,
    },
    printed: [
      'ERROR:  column "athlete.name" must appear in the GROUP BY clause or be used in an aggregate function',
      'LINE 1: select name, count(*) from athlete group by club_id;',
      '               ^',
    ],
  },
  {
    title: 'no operator: a hint after the excerpt',
    statement: 'select name + 1 from athlete;',
    error: {
      message: 'operator does not exist: text + integer',
      sqlstate: '42883',
      position: 13,
      hint: 'No operator matches the given name and argument types. You might need to add explicit type casts.',
    },
    printed: [
      'ERROR:  operator does not exist: text + integer',
      'LINE 1: select name + 1 from athlete;',
      '                    ^',
      'HINT:  No operator matches the given name and argument types. You might need to add explicit type casts.',
    ],
  },
  {
    title: 'without a place',
    statement: 'select 1 / 0;',
    error: {
      message: 'division by zero',
      sqlstate: '22012',
    },
    printed: ['ERROR:  division by zero'],
  },
  {
    title: 'a message of several lines, raised in PL/pgSQL',
    statement: "do $$ begin raise exception E'two\\nlines' using hint = 'try again', detail = 'it was raised'; end $$;",
    error: {
      message: 'two\nlines',
      sqlstate: 'P0001',
      detail: 'it was raised',
      hint: 'try again',
      where: 'PL/pgSQL function inline_code_block line 1 at RAISE',
    },
    printed: [
      'ERROR:  two',
      'lines',
      'DETAIL:  it was raised',
      'HINT:  try again',
      'CONTEXT:  PL/pgSQL function inline_code_block line 1 at RAISE',
    ],
  },
  {
    title: 'a context',
    statement: "do $$ begin execute 'select 1 / 0'; end $$;",
    error: {
      message: 'division by zero',
      sqlstate: '22012',
      where: 'SQL statement "select 1 / 0"\nPL/pgSQL function inline_code_block line 1 at EXECUTE',
    },
    printed: [
      'ERROR:  division by zero',
      'CONTEXT:  SQL statement "select 1 / 0"',
      'PL/pgSQL function inline_code_block line 1 at EXECUTE',
    ],
  },
];

describe('an error as psql prints it', () => {
  test.each(RECORDED)('$title', ({ statement, error, printed }) => {
    expect(sqlErrorText({ ...NOTHING_MORE, ...error }, statement).split('\n')).toEqual(printed);
  });
});

test('a place outside the statement has no excerpt', () => {
  const error = { ...NOTHING_MORE, sqlstate: '42601', message: 'syntax error', position: 9 };
  expect(sqlErrorText(error, 'select')).toBe('ERROR:  syntax error');
});
