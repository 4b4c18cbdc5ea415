import { expect, test } from 'vitest';
import { markTranscript } from './mark-transcript';

const brief = (transcript: string, script: string): string[] =>
  markTranscript(transcript, script).map((spans) => spans.map(({ kind, text }) => `${kind}[${text}]`).join(''));

test('finds what was typed, by the prompts and the script', () => {
  const transcript = [
    'athleticu=# SELECT name',
    'athleticu-# FROM clubs;',
    '       name',
    '------------------',
    ' Harbour Harriers',
    '(1 row)',
    '',
    "athleticu=# SELECT 'it''s",
    "athleticu'# ^C",
    'athleticu=# SELEC;',
    'ERROR:  syntax error at or near "SELEC"',
    'athleticu=# \\q',
  ].join('\n');
  expect(brief(transcript, "SELECT name\nFROM clubs;\nSELECT 'it''s\n^C\nSELEC;\n\\q\n")).toEqual([
    'prompt[athleticu=# ]typed[SELECT name]',
    'prompt[athleticu-# ]typed[FROM clubs;]',
    'out[       name]',
    'out[------------------]',
    'out[ Harbour Harriers]',
    'out[(1 row)]',
    '',
    "prompt[athleticu=# ]typed[SELECT 'it''s]",
    "prompt[athleticu'# ]typed[^C]",
    'prompt[athleticu=# ]typed[SELEC;]',
    'err[ERROR:  syntax error at or near "SELEC"]',
    'prompt[athleticu=# ]typed[\\q]',
  ]);
});

test('output that looks like a typed line is none', () => {
  expect(brief('athleticu=# \\echo \\q\n\\q\nathleticu=# \\q', '\\echo \\q\n\\q')).toEqual([
    'prompt[athleticu=# ]typed[\\echo \\q]',
    'out[\\q]',
    'prompt[athleticu=# ]typed[\\q]',
  ]);
});

test('Ctrl-D, an empty line, and rows for COPY', () => {
  expect(
    brief('club=> \nclub=> COPY t FROM STDIN;\n>> 1\n>> \\.\nCOPY 1\nclub=> \\q', '\nCOPY t FROM STDIN;\n1\n\\.\n^D'),
  ).toEqual([
    'prompt[club=> ]typed[]',
    'prompt[club=> ]typed[COPY t FROM STDIN;]',
    'prompt[>> ]typed[1]',
    'prompt[>> ]typed[\\.]',
    'out[COPY 1]',
    'prompt[club=> ]typed[\\q]',
  ]);
});
