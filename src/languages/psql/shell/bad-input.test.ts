import { expect, test } from 'vitest';
import type { Exchange, Server, ServerReport, Session } from '../../../core/server';
import { findCommand } from './command-table';
import { MemoryFiles } from './file-store';
import { PsqlShell } from './psql-shell';
import { InterruptError, type ShellIo } from './shell-io';

const SYNTAX_ERROR: ServerReport = {
  ...{ severity: 'ERROR', sqlstate: '42601', message: 'syntax error', detail: null, hint: null, position: 1 },
  ...{ internalPosition: null, internalQuery: null, where: null, schema: null, table: null, column: null },
  ...{ dataType: null, constraint: null, file: null, line: null, routine: null },
};

/** Answers SELECT with a row, waits for ever where it is told to, and takes everything else for a mistake. */
function answer(sql: string): Promise<Exchange> {
  if (sql.includes('for_ever')) return new Promise(() => undefined);
  const field = { name: 'a', oid: 25, modifier: -1 };
  return Promise.resolve({
    transaction: 'idle',
    settings: {},
    replies: /^\s*select\b/i.test(sql)
      ? [{ kind: 'rows', fields: [field], rows: [['1']], rowCount: 1, tag: 'SELECT 1' }]
      : [{ kind: 'error', report: SYNTAX_ERROR }],
  });
}

const session: Session = {
  database: 'athleticu',
  user: 'postgres',
  settings: { server_version: '18.6', is_superuser: 'on', standard_conforming_strings: 'on' },
  exchange: (request) => answer('sql' in request ? request.sql : ''),
};

const server: Server = {
  reset: () => Promise.resolve(),
  connect: () => Promise.resolve({ kind: 'connected', session }),
  abandon: () => undefined,
  close: () => Promise.resolve(),
};

/** Types lines; a line `^C` is pressed as soon as the shell waits for anything, be it a line, a pause or the server. */
class Typist implements ShellIo {
  readonly files = new MemoryFiles();
  readonly columns = 80;
  shown = '';
  readonly #lines: string[];

  constructor(lines: readonly string[]) {
    this.#lines = [...lines];
  }

  write(text: string): void {
    this.shown += text;
  }

  readLine(prompt: string): Promise<string | null> {
    this.shown += prompt;
    const line = this.#lines.shift() ?? null;
    return line === '^C' ? Promise.reject(new InterruptError()) : Promise.resolve(line);
  }

  edit(): Promise<null> {
    return Promise.resolve(null);
  }

  sleep(): Promise<void> {
    return this.whileWaiting(new Promise(() => undefined));
  }

  whileWaiting<T>(work: Promise<T>): Promise<T> {
    if (this.#lines[0] !== '^C') return work;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#lines.shift();
        reject(new InterruptError());
      });
      void work.then(resolve, reject).finally(() => {
        clearTimeout(timer);
      });
    });
  }
}

/** Types lines, and Ctrl-C, and then a line that shows whether the shell still hears. @returns what was shown */
async function type(lines: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<string> {
  const io = new Typist([...lines, '\\echo still here']);
  for (const [name, text] of Object.entries(files)) io.files.write(name, text);
  const shell = new PsqlShell(server, io, { dataset: { id: 'none', sql: '' }, setup: '' });
  await shell.start({ database: 'athleticu', user: 'postgres' });
  await shell.run();
  expect(io.shown).toMatch(/(?:^|\n)(?:athleticu=# )?(?:.*)still here\n/);
  return io.shown;
}

const count = (text: string, part: string): number => text.split(part).length - 1;

test('reads a file of ten thousand statements', async () => {
  const shown = await type(['\\i many.sql'], { 'many.sql': 'SELECT 1;\n'.repeat(10_000) });
  expect(count(shown, '(1 row)')).toBe(10_000);
});

test('reads a statement of ten thousand lines', async () => {
  const shown = await type(['\\i long.sql'], { 'long.sql': `SELECT 1\n${', 1\n'.repeat(10_000)};\n` });
  expect(count(shown, '(1 row)')).toBe(1);
});

test('reads a line of a million characters', async () => {
  expect(count(await type([`SELECT '${'x'.repeat(1_000_000)}';`]), '(1 row)')).toBe(1);
});

test('a file that includes itself ends', async () => {
  const shown = await type(['\\i self.sql'], { 'self.sql': '\\echo once more\n\\i self.sql\n' });
  expect(shown).toContain('self.sql: Too many open files');
  expect(count(shown, 'once more')).toBe(200);
});

test('files that include each other end', async () => {
  const shown = await type(['\\i a.sql'], { 'a.sql': '\\i b.sql\n', 'b.sql': '\\i a.sql\n' });
  expect(shown).toContain('Too many open files');
});

test('a variable that names itself is read once', async () => {
  const shown = await type(['\\set a ":b"', "\\set b ':a :a'", "\\set a ':b :b'", 'SELECT :a;']);
  expect(shown).toContain('skipping recursive expansion of variable "a"');
});

test('binary junk is a mistake like any other', async () => {
  // All characters up to 0x2ff, and lone surrogates, without line ends.
  const junk = Array.from({ length: 0x300 }, (_, code) => String.fromCharCode(code))
    .join('')
    .replace(/[\r\n]/g, '');
  await type([junk, '^C', `\\${junk}`, '^C', `\ud800${junk}\udc00`, '^C']);
  await type(['\\i junk.sql', '^C'], { 'junk.sql': `${junk}\0\r\n\ufffe${junk}` });
});

test.each([
  ["SELECT 'a"],
  ['SELECT "a'],
  ['SELECT $$a'],
  ['SELECT $tag$a'],
  ['/* a /* b */'],
  ['SELECT ((('],
  ["SELECT E'\\"],
  ['CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;'],
  ["\\echo 'a"],
  ['\\echo "a'],
  ['\\echo `a'],
  ["\\set a 'b"],
  ["\\pset null 'b"],
  ["\\i 'b"],
  ["\\g (null='b"],
  ['\\g (null=b'],
  ['SELECT 1 \\g (null=b'],
  ["\\copy 'a"],
  ['\\copy (SELECT (1 to x'],
  ['\\copy clubs from stdin'],
  ["\\d 'a"],
  ["\\c 'a"],
  ["\\! 'a"],
  ['\\if'],
  ['\\if true', '\\if false', '\\else', '\\if'],
  ['\\'],
  ['\\\\\\'],
  [':'],
  [":'"],
  [':{?'],
])('what is never ended can be left: %s', async (...lines) => {
  await type([...lines, '^C', '^C', '^C', '^C', '^C']);
});

test('\\if can be left from any depth', async () => {
  const depth = 2_000;
  await type([
    ...Array.from({ length: depth }, (_, i) => `\\if ${i % 2 === 0 ? 'true' : 'false'}`),
    ...Array<string>(depth).fill('^C'),
  ]);
});

test('\\watch runs until Ctrl-C', async () => {
  const shown = await type(['SELECT 1 \\watch 1', '^C']);
  expect(count(shown, '(every 1s)')).toBe(1);
});

test('Ctrl-C ends a statement that nothing else ends', async () => {
  const shown = await type(['SELECT for_ever;', '^C', 'SELECT 1;']);
  expect(shown).toContain('ERROR:  canceling statement due to user request\n');
  expect(count(shown, '(1 row)')).toBe(1);
});

test('Ctrl-C ends a file', async () => {
  const shown = await type(['\\i wait.sql', '^C'], { 'wait.sql': 'SELECT 1;\nSELECT for_ever;\nSELECT 1;\n' });
  expect(shown).toContain('psql:wait.sql:2: ERROR:  canceling statement due to user request');
  expect(count(shown, '(1 row)')).toBe(1);
});

test('Ctrl-C ends all files that include each other', async () => {
  const shown = await type(['\\i outer.sql', '^C', 'SELECT 1;'], {
    'outer.sql': '\\i wait.sql\nSELECT 1;\n',
    'wait.sql': 'SELECT for_ever;\nSELECT 1;\n',
  });
  expect(count(shown, '(1 row)')).toBe(1);
});

const COMMANDS = String.raw`\set \unset \echo \qecho \warn \prompt \gset \if \elif \else \endif \g \gx \gdesc \gexec
\crosstabview \x \a \t \C \H \timing \watch \i \ir \o \w \p \r \e \copy \conninfo \c \encoding \password \! \cd \q \? \h
\d \dt \di \dv \ds \dm \df \dn \du \dg \dp \dx \dT \dD \da \dA \dAc \dAf \dAo \dAp \db \dc \dC \dd \ddp \dE \des \det
\deu \dew \dF \dFd \dFp \dFt \dl \dL \do \dO \dP \drds \drg \dRp \dRs \dX \dy \dconfig \d+ \dS+ \l \l+ \list \z \sf \sf+
\sv \sv+ \errverbose \copyright \f \T \pset \bind \bind_named \parse \close_prepared \getenv \setenv \restrict
\unrestrict \connect \include \include_relative \edit \print \reset \write \quit \html \out`;

test.each(COMMANDS.split(/\s+/))('%s is a command, and comes back whatever is behind it', async (command) => {
  expect(findCommand(command.slice(1))).not.toBeNull();
  // These end psql, or let no other command through.
  const isLast = /^\\(?:q|quit|restrict)$/.test(command);
  const lines = [
    command,
    '^C',
    '^C',
    `${command} a b c d e f`,
    '^C',
    '^C',
    `${command} ''"";:'x' \\\\`,
    '^C',
    '^C',
    '^C',
  ];
  const shown = await type(isLast ? [] : lines);
  expect(shown).not.toContain('invalid command');
});

test('an unknown command is said to be invalid', async () => {
  expect(await type(['\\foo'])).toContain('invalid command \\foo\nTry \\? for help.\n');
});

test('\\! says that there is no shell', async () => {
  expect(await type(['\\! ls'])).toContain('\\!: there is no shell around this psql\n');
});
