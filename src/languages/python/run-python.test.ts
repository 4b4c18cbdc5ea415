import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleRequest } from '../../core/testing/sample-request';
import { makeFunction } from '../../core/make-function';
import { parseRunReport } from '../../core/parse-run-report';
import { emptyReport, type Evaluation, MAX_PAGE, type OutputLine, type RunRequest } from '../../core/run-report';
import { bootPostgres, type EmbeddedPostgres } from '../../engine/postgres';
import { snapshotFile } from '../../engine/snapshot/ensure-snapshot';
import { readSnapshot } from '../../engine/snapshot/read-snapshot';
import { SyncSession } from '../../engine/sync-session';
import { type ProgramEnd, type PythonPlace, RecordingDatabase } from '../language-runner';
import { TraceRecorder } from '../trace-recorder';
import { PythonRuntime } from './python-runtime';
import { runPython } from './run-python';
import { nodePython } from './setup/node-python';

const root = process.cwd();
const DATASET = {
  id: 'fixture',
  sql: "CREATE TABLE clubs (name text PRIMARY KEY); INSERT INTO clubs VALUES ('Harriers');",
};
const URL_ = 'postgresql+psycopg2://postgres@localhost/athleticu';

let postgres: EmbeddedPostgres;
let python: PythonPlace;
beforeAll(async () => {
  const [embedded, runtime] = await Promise.all([
    bootPostgres(
      () => import('@electric-sql/pglite'),
      () => readSnapshot(snapshotFile(root)),
    ),
    PythonRuntime.boot(nodePython(root, () => import('pyodide'))),
  ]);
  postgres = embedded;
  python = { runtime, session: () => new SyncSession(embedded.instance) };
}, 300_000);
afterAll(() => postgres.database.close());

interface Ran {
  readonly end: ProgramEnd;
  readonly output: readonly string[];
  readonly errors: readonly string[];
  readonly sent: readonly string[];
  readonly database: RecordingDatabase;
}

async function run(code: string, evaluation: Evaluation = { kind: 'none' }, files = {}): Promise<Ran> {
  await postgres.database.reset(DATASET);
  await python.runtime.load([code, ...Object.values<string>(files)]);
  const output: OutputLine[] = [];
  const database = new RecordingDatabase(postgres.database);
  const own: Partial<RunRequest> = { language: 'python', code, evaluation, files, engine: 'postgres' };
  const end = await runPython(sampleRequest(own), {
    database,
    server: null,
    python,
    print: (line) => output.push(line),
    makeFunction,
    lockDown: () => undefined,
    trace: new TraceRecorder(),
  });
  const of = (stream: OutputLine['stream']): string[] => output.filter((l) => l.stream === stream).map((l) => l.text);
  return { end, output: of('log'), errors: of('error'), sent: database.statements.map(({ sql }) => sql), database };
}

describe('a program in Python', { timeout: 300_000 }, () => {
  test('prints line by line, and shows what its last expression gives', async () => {
    const { end, output } = await run('print("one", end="")\nprint(" line\\ntwo")\n[1, object()]');
    expect(end).toEqual({ kind: 'completed', value: undefined, page: null });
    expect(output).toEqual(['one line', 'two', '[1, <object object>]']);
    expect((await run('print("x", end="")')).output).toEqual(['x']);
  });

  test('talks to PostgreSQL through psycopg2, and everything sent is noted', async () => {
    const { output, sent } = await run(`
import psycopg2
with psycopg2.connect("dbname=athleticu") as connection:
    cursor = connection.cursor()
    cursor.execute("SELECT name FROM clubs WHERE name = %s", ("Harriers",))
    print(cursor.fetchall())`);
    expect(output).toEqual(["[('Harriers',)]"]);
    expect(sent).toEqual(['BEGIN', "SELECT name FROM clubs WHERE name = 'Harriers'", 'COMMIT']);
  });

  test('uses SQLAlchemy', async () => {
    const { end, output } = await run(`
from sqlalchemy import create_engine, text
with create_engine("${URL_}").begin() as connection:
    print(connection.scalar(text("SELECT count(*) FROM clubs")))`);
    expect(end).toMatchObject({ kind: 'completed' });
    expect(output).toEqual(['1']);
  });

  test.each<[string, string, object]>([
    ['a syntax error', 'x = 1\nif x\n  pass', { kind: 'syntax', message: "expected ':'", at: { line: 2, column: 5 } }],
    [
      'signs upon signs',
      `${'-'.repeat(7_000)}1`,
      { kind: 'syntax', message: /overflow|too complex|nested/i, at: null },
    ],
    ['a return outside of a function', 'return 1', { kind: 'syntax', at: { line: 1 } }],
    [
      'an exception',
      'def f():\n    ü = {}["k"]\nf()',
      { name: 'KeyError', message: "'k'", at: { line: 2, column: 9 } },
    ],
    ['an error of its own', 'class Odd(Exception): pass\nraise Odd("why")', { name: 'Odd', message: 'why' }],
    [
      'a MemoryError that the program raises',
      'def f():\n    raise MemoryError("demo")\nf()',
      { name: 'MemoryError', message: 'demo', at: { line: 2 } },
    ],
    ['a MemoryError without words', 'raise MemoryError', { name: 'MemoryError', message: '', at: { line: 1 } }],
    [
      'a class MemoryError of its own',
      'class MemoryError(Exception): pass\n(_ for _ in ()).throw(MemoryError())',
      { name: 'MemoryError', message: '', at: { line: 2 } },
    ],
    [
      'an import that is not there',
      'import numpy',
      { kind: 'import', module: 'numpy', offered: ['psycopg2', 'sqlalchemy', 'flask', 'flask_sqlalchemy'] },
    ],
    ['our own modules', 'import pyodide', { kind: 'import', module: 'pyodide' }],
    [
      'a name that a package does not have',
      'from sqlalchemy import nope',
      { name: 'ImportError', message: /cannot import name 'nope'/ },
    ],
    [
      'sys.exit(3)',
      'import sys; sys.exit(3)',
      { name: 'SystemExit', message: 'the program ended itself with the exit code 3' },
    ],
    ['input()', 'input("Name? ")', { name: 'EOFError', message: /nobody to ask/ }],
    [
      'threads',
      'import threading\nthreading.Thread(target=print).start()',
      { name: 'RuntimeError', message: /threads cannot be started/ },
    ],
    [
      'the network',
      'import urllib.request\nurllib.request.urlopen("http://example.org")',
      { name: 'urllib.error.URLError', message: /there is no network here/ },
    ],
    [
      'another host',
      'import psycopg2\npsycopg2.connect("host=db.example.org")',
      { name: 'psycopg2.OperationalError', message: /at localhost/ },
    ],
    [
      'recursion without end',
      'def f(n): return f(n + 1)\nf(0)',
      { name: 'RecursionError', message: /maximum recursion depth/ },
    ],
    [
      'what PostgreSQL refuses',
      'import psycopg2\ncursor = psycopg2.connect("").cursor()\ncursor.execute("SELECT nope")',
      {
        name: 'psycopg2.errors.UndefinedColumn',
        message: 'column "nope" does not exist\nLINE 1: SELECT nope\n               ^',
        at: { line: 3 },
      },
    ],
    [
      'a second transaction beside an open one',
      'import psycopg2\na, b = psycopg2.connect(""), psycopg2.connect("")\na.cursor().execute("SELECT 1")\nb.cursor().execute("SELECT 1")',
      { name: 'psycopg2.OperationalError', message: /one session at a time/, at: { line: 4 } },
    ],
  ])('%s ends with a message, and the next program runs', async (_what, code, error) => {
    const { end } = await run(code);
    const matching = Object.fromEntries(
      Object.entries(error).map(([key, value]) => [
        key,
        value instanceof RegExp ? (expect.stringMatching(value) as unknown) : (value as unknown),
      ]),
    );
    expect(end).toMatchObject({ kind: 'failed', error: matching });
    expect((await run('print("fine")')).output).toEqual(['fine']);
  });

  test('sys.exit() without a code is an end like another', async () => {
    const { end, errors } = await run('import sys\nsys.exit()');
    expect(end).toMatchObject({ kind: 'completed' });
    expect(errors).toEqual(['The program ended itself with sys.exit().']);
  });

  test('a traceback names the program’s own lines alone', async () => {
    const { errors } = await run('import json\ndef read(text):\n    return json.loads(text)\nread("{")');
    expect(errors).toEqual([
      'Traceback (most recent call last):',
      '  File "solution.py", line 4, in <module>',
      '    read("{")',
      '    ~~~~^^^^^',
      '  File "solution.py", line 3, in read',
      '    return json.loads(text)',
      '           ~~~~~~~~~~^^^^^^',
    ]);
  });

  test('a check calls functions and reads values', async () => {
    const code =
      'from decimal import Decimal\nlimit = 2**60\ndef half(n):\n    return {"half": n / 2, "exact": Decimal("1.50"), "row": (1, None)}';
    expect((await run(code, { kind: 'call', name: 'half', args: [3] })).end).toEqual({
      kind: 'completed',
      value: { half: 1.5, exact: '1.50', row: [1, null] },
      page: null,
    });
    expect((await run(code, { kind: 'value', name: 'limit' })).end).toMatchObject({ value: 2n ** 60n });
    expect((await run(code, { kind: 'call', name: 'third', args: [] })).end).toMatchObject({
      error: { message: 'the program has to define "third", but it defines limit, half' },
    });
  });

  test('what was not committed is not there afterwards', async () => {
    const insert = (end: string): string =>
      `import psycopg2\nc = psycopg2.connect("")\nc.cursor().execute("INSERT INTO clubs VALUES ('new')")\n${end}`;
    const inspect: Evaluation = { kind: 'inspect', sql: 'SELECT count(*) FROM clubs', database: 'athleticu' };
    const counted = async (end: string): Promise<unknown> =>
      (await run(insert(end), inspect)).database.statements.at(-1)?.result;
    expect(await counted('')).toMatchObject({ rows: [['1']] });
    expect(await counted('c.commit()')).toMatchObject({ rows: [['2']] });
  });

  test('nothing of a program is left for the next one', async () => {
    await run(`
import logging, os, sqlalchemy as sa, decimal, warnings
from sqlalchemy import event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
class Base(DeclarativeBase): pass
class Club(Base):
    __tablename__ = "clubs"
    name: Mapped[str] = mapped_column(primary_key=True)
event.listen(sa.Engine, "before_cursor_execute", lambda *arguments: print("still here"))
logging.basicConfig(level="DEBUG")
os.environ["LEFT"] = "x"
open("left.txt", "w").close()
decimal.getcontext().prec = 2
engine = sa.create_engine("${URL_}", echo=True)
connection = engine.connect()
connection.execute(sa.text("CREATE TEMP TABLE scratch (x int)"))
connection.execute(sa.text("SET search_path = nowhere"))
connection.commit()`);
    const { end, output, errors } = await run(`
import os, decimal, sqlalchemy as sa, logging
engine = sa.create_engine("${URL_}")
with engine.connect() as connection:
    print(connection.scalar(sa.text("SHOW search_path")), connection.scalar(sa.text("SELECT to_regclass('scratch')")))
print("engine" in dir(), "Club" in globals(), os.environ.get("LEFT"), os.listdir("."), decimal.getcontext().prec, logging.root.handlers)`);
    expect(end).toMatchObject({ kind: 'completed' });
    expect(errors).toEqual([]);
    expect(output).toEqual(['public None', 'True False None [] 28 []']);
  });

  test.each([
    [
      'of a database',
      `
      from sqlalchemy import create_engine, inspect
      engine = create_engine('${URL_}')
      inspect(engine).get_columns('clubs')
      engine.dispose()`,
    ],
    [
      'of a model',
      `
      from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
      class Base(DeclarativeBase): pass
      class Club(Base):
          __tablename__ = 'clubs'
          name: Mapped[str] = mapped_column(primary_key=True)
      Mapped[Club]`,
    ],
  ])('what a program has worked out %s is not kept for good', async (_of, code) => {
    const program = code.replaceAll(/^ {6}/gm, '');
    const count = async (): Promise<number> => {
      const { output } = await run('import gc\ngc.collect()\nlen(gc.get_objects())');
      return Number(output[0]);
    };
    await run(program);
    const before = await count();
    for (let i = 0; i < 10; i++) expect((await run(program)).end.kind).toBe('completed');
    // One program leaves some hundreds of objects if it leaves any.
    expect((await count()) - before).toBeLessThan(100);
  });

  test('a response with HTML as the last expression is a page to look at, and nothing else is', async () => {
    const app = `
from flask import Flask
app = Flask(__name__)
@app.get("/clubs")
def clubs():
    return "<h1>Clubs</h1>"
@app.get("/api")
def api():
    return {"clubs": []}
`;
    const page = { request: 'GET /clubs', status: '200 OK', html: '<h1>Clubs</h1>' };
    expect((await run(`${app}app.test_client().get("/clubs")`)).end).toMatchObject({ kind: 'completed', page });
    const missing = await run(`${app}app.test_client().get("/nothing")`);
    expect(missing.end).toMatchObject({ page: { request: 'GET /nothing', status: '404 NOT FOUND' } });
    expect((await run(`${app}app.test_client().get("/api")`)).end).toMatchObject({ page: null });
    expect((await run(`${app}response = app.test_client().get("/clubs")`)).end).toMatchObject({ page: null });
    expect((await run('"<h1>Clubs</h1>"')).end).toMatchObject({ page: null });
    const long = await run('from flask import Response\nResponse("<p>" + "a" * 300_000)');
    expect(long.end).toMatchObject({ kind: 'completed', page: { request: null } });
    expect(long.end.kind === 'completed' && long.end.page?.html).toHaveLength(MAX_PAGE);
  });

  test('a page is cut where a report wants it, however its characters are counted', async () => {
    const { end } = await run('from flask import Response\nResponse("<p>" + "🏃" * 150_000)');
    expect(end).toMatchObject({ kind: 'completed', page: { html: expect.stringMatching(/^<p>🏃/) as unknown } });
    const report = { ...emptyReport({ kind: 'completed' }), page: end.kind === 'completed' ? end.page : null };
    expect(parseRunReport(report)?.page?.html).toHaveLength(MAX_PAGE);
  });

  test.each([
    ['is not UTF-8', 'Response(b"<p>caf\\xe9", mimetype="text/html")', '<p>caf�'],
    [
      'is a file that is passed through',
      'Response(open("page.html", "rb"), mimetype="text/html", direct_passthrough=True)',
      null,
    ],
    [
      'may not be put together',
      'class Stream(Response): implicit_sequence_conversion = False\nStream((part for part in "ab"), mimetype="text/html")',
      null,
    ],
  ])('a program whose page %s comes to its end all the same', async (_what, response, html) => {
    const code = `from flask import Response\nopen("page.html", "w").close()\n${response}`;
    const { end, errors } = await run(code);
    expect(errors).toEqual([]);
    expect(end).toMatchObject({ kind: 'completed', page: html === null ? null : { status: '200 OK', html } });
  });

  test('an error in a program’s own code that makes its page is the program’s', async () => {
    const { end } = await run(
      'from flask import Response\ndef rows():\n    yield 1 / 0\nResponse(rows(), mimetype="text/html")',
    );
    expect(end).toMatchObject({ kind: 'failed', error: { name: 'ZeroDivisionError', at: { line: 3 } } });
  });

  test('files of an exercise can be imported and rendered', async () => {
    const files = { './models': 'answer = 42', 'templates/hello.html': '<b>{{ who }}</b>' };
    const { output } = await run(
      'import models\nfrom flask import Flask, render_template\napp = Flask(__name__)\nwith app.app_context():\n    print(models.answer, render_template("hello.html", who="<you>"))',
      { kind: 'none' },
      files,
    );
    expect(output).toEqual(['42 <b>&lt;you&gt;</b>']);
  });
});
