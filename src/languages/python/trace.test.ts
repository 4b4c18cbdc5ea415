import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TraceDetail, TraceEvent } from '../../core/layer-trace';
import { makeFunction } from '../../core/make-function';
import { parseRunReport } from '../../core/parse-run-report';
import { type Evaluation, emptyReport } from '../../core/run-report';
import { sampleRequest } from '../../core/testing/sample-request';
import { bootPostgres, type EmbeddedPostgres } from '../../engine/postgres';
import { snapshotFile } from '../../engine/snapshot/ensure-snapshot';
import { readSnapshot } from '../../engine/snapshot/read-snapshot';
import { SyncSession } from '../../engine/sync-session';
import { type PythonPlace, RecordingDatabase } from '../language-runner';
import { TraceRecorder } from '../trace-recorder';
import { PythonRuntime } from './python-runtime';
import { runPython } from './run-python';
import { nodePython } from './setup/node-python';

const root = process.cwd();
const DATASET = {
  id: 'fixture',
  sql: `CREATE TABLE teams (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text UNIQUE NOT NULL);
CREATE TABLE runners (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text, team_id integer REFERENCES teams);
INSERT INTO teams (name) VALUES ('Harriers'); INSERT INTO runners (name, team_id) VALUES ('Ada', 1), ('Bo', 1);`,
};
const MODELS = `
from sqlalchemy import ForeignKey, create_engine, insert, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
class Base(DeclarativeBase): pass
class Team(Base):
    __tablename__ = "teams"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    runners: Mapped[list["Runner"]] = relationship(back_populates="team")
class Runner(Base):
    __tablename__ = "runners"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    team_id: Mapped[int] = mapped_column(ForeignKey("teams.id"))
    team: Mapped[Team] = relationship(back_populates="runners")
engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")
engine.connect().close()
`;

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

interface Traced {
  readonly events: readonly TraceEvent[];
  readonly cut: boolean;
  readonly output: readonly string[];
  readonly sent: readonly string[];
}

/** Runs a program. Its trace has to be one that a page believes, and whole. */
async function run(
  code: string,
  {
    evaluation = { kind: 'none' },
    files = {},
    mayStop = false,
  }: { evaluation?: Evaluation; files?: Record<string, string>; mayStop?: boolean } = {},
): Promise<Traced> {
  await postgres.database.reset(DATASET);
  await python.runtime.load([code, ...Object.values(files)]);
  const output: string[] = [];
  const database = new RecordingDatabase(postgres.database);
  const trace = new TraceRecorder();
  await runPython(sampleRequest({ language: 'python', code, evaluation, files, engine: 'postgres' }), {
    database,
    server: null,
    python,
    print: ({ text }) => output.push(text),
    makeFunction,
    lockDown: () => undefined,
    trace,
  });
  const report = { ...emptyReport({ kind: 'completed' }), statements: database.statements, trace: trace.events };
  expect(parseRunReport(structuredClone(report))?.trace).toEqual(trace.events);
  if (!mayStop) expect(trace.events.filter(({ title }) => title === 'The trace stops here')).toEqual([]);
  return { events: trace.events, cut: trace.cut, output, sent: database.statements.map(({ sql }) => sql) };
}

/** The steps below a line of the program, up to its next one. */
function below(events: readonly TraceEvent[], line: string): readonly TraceEvent[] {
  const from = events.findIndex(({ lane, title }) => lane === 'code' && title === line);
  if (from < 0) throw new Error(`No line "${line}" in: ${events.map(({ title }) => title).join(' | ')}`);
  const rest = events.slice(from + 1);
  const to = rest.findIndex(({ lane }) => lane === 'code');
  return to < 0 ? rest : rest.slice(0, to);
}

const steps = (events: readonly TraceEvent[]): readonly string[] =>
  events.map(({ lane, title }) => `${lane}: ${title}`);

function detail<K extends TraceDetail['kind']>(
  events: readonly TraceEvent[],
  title: string,
  kind: K,
): Extract<TraceDetail, { kind: K }> {
  const found = events.find((event) => event.title === title)?.detail;
  if (found?.kind !== kind) throw new Error(`"${title}" has ${found?.kind ?? 'no event'}.`);
  return found as Extract<TraceDetail, { kind: K }>;
}

describe('the trace of a program in Python', { timeout: 300_000 }, () => {
  test('one commit inserts a parent and two children', async () => {
    const { events } = await run(`${MODELS}
session = Session(engine)
session.add(Team(name="Striders", runners=[Runner(name="Cy"), Runner(name="Di")]))
session.commit()`);
    expect(steps(below(events, 'session.commit()'))).toEqual([
      'orm: Session commits',
      'orm: Session flushes',
      'engine: Engine connects',
      'pool: Connection 1 is checked out',
      'engine: Transaction begins',
      'compiler: Insert becomes SQL',
      'engine: Engine executes INSERT',
      'driver: cursor.execute()',
      'server: Runs BEGIN',
      'server: Runs INSERT',
      'compiler: Insert becomes SQL',
      'engine: Engine executes INSERT, batch 1',
      'driver: cursor.execute()',
      'server: Runs INSERT',
      'engine: Transaction is committed',
      'driver: connection.commit()',
      'server: Runs COMMIT',
      'orm: Objects are expired',
      'pool: Connection 1 is reset',
      'driver: connection.rollback()',
      'pool: Connection 1 comes back',
    ]);
    expect(detail(events, 'Objects are pending', 'objects').objects).toEqual(
      ["Team(name='Striders')", "Runner(name='Cy')", "Runner(name='Di')"].map((name) => ({
        name,
        state: 'pending: a flush will insert it',
      })),
    );
    expect(detail(events, 'Session flushes', 'objects').objects).toEqual([
      { name: "Team(id=2, name='Striders')", state: 'new; now persistent, in the identity map as 2' },
      { name: "Runner(id=3, name='Cy', team_id=2)", state: 'new; now persistent, in the identity map as 3' },
      { name: "Runner(id=4, name='Di', team_id=2)", state: 'new; now persistent, in the identity map as 4' },
    ]);
    const committed = events.find(({ title }) => title === 'Session commits');
    const flushed = events.find(({ title }) => title === 'Session flushes');
    expect(committed?.took).toBeGreaterThan(flushed?.took ?? Infinity);
    expect(detail(events, 'session.commit()', 'line')).toEqual({
      kind: 'line',
      file: 'solution.py',
      line: 21,
      text: 'session.commit()',
    });
  });

  test('the SQL of a statement on its way down', async () => {
    const { events, sent } = await run(`${MODELS}
with Session(engine) as session:
    print(session.scalar(select(Team.name).where(Team.id == 1)))
    session.scalar(select(Team.name).where(Team.id == 2))`);
    const own = below(events, 'print(session.scalar(select(Team.name).where(Team.id == 1)))');
    const sql = 'SELECT teams.name \nFROM teams \nWHERE teams.id = %(id_1)s';
    expect(detail(own, 'Select becomes SQL', 'compiled')).toEqual({
      kind: 'compiled',
      tree: 'Select\n  column: Column teams.name\n  where: BinaryExpression eq\n    Column teams.id\n    BindParameter id',
      sql,
      parameters: [{ name: 'id_1', value: '1' }],
      cache: 'miss',
    });
    expect(detail(own, 'Engine executes SELECT', 'bound')).toMatchObject({
      sql,
      sets: [[{ name: 'id_1', value: '1' }]],
    });
    const written = sql.replace('%(id_1)s', '1');
    expect(detail(own, 'cursor.execute()', 'bound')).toMatchObject({ sql, written, returned: 'SELECT 1: 1 row' });
    const { index, sent: carried, received } = detail(own, 'Runs SELECT', 'exchange');
    expect(sent[index]).toBe(written);
    expect(carried.bytes).toBe(written.length + 6);
    expect(Buffer.from(carried.hex, 'hex').toString()).toBe(
      `Q\0\0\0${String.fromCharCode(written.length + 5)}${written}\0`,
    );
    expect(received.messages.map(({ type, times }) => `${type}${String(times)}`)).toEqual(['T1', 'D1', 'C1', 'Z1']);
    const again = below(events, 'session.scalar(select(Team.name).where(Team.id == 2))');
    expect(detail(again, 'Select becomes SQL', 'compiled')).toMatchObject({
      cache: 'hit',
      parameters: [{ name: 'id_1', value: '2' }],
    });
  });

  test('lazy loads, the identity map, and an attribute that was expired', async () => {
    const { events } = await run(`${MODELS}
session = Session(engine)
team = session.get(Team, 1)
for runner in team.runners:
    print(runner.team.name)
session.get(Team, 1)
session.expire(team, ["name"])
team.name`);
    expect(steps(below(events, 'for runner in team.runners:')).slice(0, 2)).toEqual([
      'orm: Lazy load of Team.runners',
      'compiler: Select becomes SQL',
    ]);
    expect(detail(events, 'Lazy load of Team.runners', 'objects').objects).toEqual([
      { name: "Team(id=1, name='Harriers')", state: 'needs runners' },
    ]);
    const loaded = detail(below(events, 'for runner in team.runners:'), 'Rows become objects', 'objects');
    expect(loaded.objects.map(({ name }) => name)).toEqual([
      "Runner(id=1, name='Ada', team_id=1)",
      "Runner(id=2, name='Bo', team_id=1)",
    ]);
    expect(steps(below(events, 'print(runner.team.name)'))).toEqual(['orm: Identity map has this Team']);
    expect(steps(below(events, 'session.get(Team, 1)'))).toEqual(['orm: Identity map has this Team']);
    expect(detail(below(events, 'session.expire(team, ["name"])'), 'Objects are expired', 'objects').objects).toEqual([
      { name: 'Team 1', state: 'expired: name' },
    ]);
    expect(detail(below(events, 'team.name'), 'Load of attributes of Team', 'objects').objects).toEqual([
      { name: 'Team(id=1)', state: 'needs name' },
    ]);
  });

  test('what happens to objects one after the other is one step, unless it is another line’s doing', async () => {
    const { events } = await run(`${MODELS}
session = Session(engine)
session.add_all([Team(name="a"), Team(name="b")])
session.add(Team(name="c"))`);
    const pending = (line: string): readonly string[] =>
      detail(below(events, line), 'Objects are pending', 'objects').objects.map(({ name }) => name);
    expect(pending('session.add_all([Team(name="a"), Team(name="b")])')).toEqual(["Team(name='a')", "Team(name='b')"]);
    expect(pending('session.add(Team(name="c"))')).toEqual(["Team(name='c')"]);
  });

  test('each turn of a loop comes from its line', async () => {
    const { events } = await run(`${MODELS}
session = Session(engine)
for n in range(3):
    session.execute(text("SELECT 1")).all()`);
    const line = 'session.execute(text("SELECT 1")).all()';
    expect(events.filter(({ title }) => title === line)).toHaveLength(3);
  });

  test('what a dialect asks with an engine’s first connection is not the program’s', async () => {
    const { events } = await run(MODELS);
    const first = steps(below(events, 'engine.connect().close()'));
    expect(first.slice(0, 3)).toEqual([
      'engine: Engine connects',
      'driver: psycopg2.connect()',
      'pool: Connection 1 is new',
    ]);
    const dialect = first.indexOf('engine: Dialect gets to know the server');
    expect(first.slice(dialect + 1, dialect + 4)).toEqual([
      'driver: cursor.execute() (for the dialect)',
      'server: Runs BEGIN (for the dialect)',
      'server: Runs SELECT (for the dialect)',
    ]);
    expect(first.filter((step) => /^server: Runs [A-Z]+$/.test(step))).toEqual([]);
    expect(detail(events, 'Dialect gets to know the server', 'facts').facts[1]).toEqual({
      name: 'Schema',
      value: 'public',
    });
  });

  test.each([
    ['asked for a type', ''],
    ['got to know the server', ', use_native_hstore=False'],
  ])('what a program asks after a dialect in vain %s is its own', async (_what, options) => {
    const connect = 'engine.connect()';
    const { events } = await run(`
import psycopg2
from sqlalchemy import create_engine, exc
engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu"${options})
own = psycopg2.connect("")
own.cursor().execute("SELECT 1")
try:
    ${connect}
except exc.OperationalError:
    own.cursor().execute("SELECT 2")`);
    expect(steps(below(events, connect))).toContain('driver: cursor.execute() (for the dialect)');
    expect(steps(below(events, 'own.cursor().execute("SELECT 2")'))).toEqual([
      'driver: cursor.execute()',
      'server: Runs SELECT',
    ]);
  });

  test('a pool hands out, takes back and throws away', async () => {
    const { events } = await run(`${MODELS}
first = engine.connect()
second = engine.connect()
first.invalidate()
second.close()
engine.dispose()`);
    const state = (line: string, title: string): readonly string[] =>
      detail(below(events, line), title, 'facts').facts.map(({ value }) => value);
    expect(state('first = engine.connect()', 'Connection 1 is checked out')).toEqual(['1', '0', '5', '0, at most 10']);
    expect(steps(below(events, 'second = engine.connect()'))).toEqual([
      'engine: Engine connects',
      'driver: psycopg2.connect()',
      'pool: Connection 2 is new',
      'pool: Connection 2 is checked out',
    ]);
    expect(steps(below(events, 'first.invalidate()'))).toEqual([
      'pool: Connection 1 is invalidated',
      'pool: Connection 1 is closed',
      'driver: connection.close()',
      'pool: Empty place comes back',
    ]);
    expect(state('second.close()', 'Connection 2 comes back')).toEqual(['0', '2', '5', '0, at most 10']);
    expect(steps(below(events, 'engine.dispose()'))).toContain('pool: Connection 2 is closed');
  });

  test('an IntegrityError fails each layer on its way up', async () => {
    const { events } = await run(`${MODELS}
session = Session(engine)
session.add(Team(name="Harriers"))
session.commit()`);
    const failed = events
      .filter(({ error }) => error !== null)
      .map(({ lane, title, error }) => `${lane}: ${title}: ${error ?? ''}`);
    const unique = 'duplicate key value violates unique constraint "teams_name_key"';
    expect(failed).toEqual([
      `orm: Session commits: IntegrityError: (psycopg2.errors.UniqueViolation) ${unique}`,
      `orm: Session flushes: IntegrityError: (psycopg2.errors.UniqueViolation) ${unique}`,
      `engine: Engine executes INSERT: IntegrityError: (psycopg2.errors.UniqueViolation) ${unique}`,
      `driver: cursor.execute(): UniqueViolation: ${unique}`,
      `server: Runs INSERT: ${unique}`,
      `code: Program stops with an error: IntegrityError: (psycopg2.errors.UniqueViolation) ${unique}`,
    ]);
    expect(steps(below(events, 'session.commit()')).slice(-4)).toEqual([
      'orm: Session rolls back',
      'engine: Transaction is rolled back',
      'driver: connection.rollback()',
      'server: Runs ROLLBACK',
    ]);
  });

  test('many sets of values: in batches, and one by one', async () => {
    const { events } = await run(`${MODELS}
with engine.begin() as connection:
    connection.execute(insert(Team).returning(Team.id), [{"name": f"Team {n}"} for n in range(1200)])
    connection.execute(text("INSERT INTO teams (name) VALUES (:name)"), [{"name": "one"}, {"name": "two"}])
    with connection.begin_nested():
        connection.execute(text("SELECT 1"))`);
    const titles = events.filter(({ lane }) => lane === 'engine').map(({ title }) => title);
    expect(titles.slice(titles.indexOf('Engine executes INSERT, batch 1'))).toEqual([
      'Engine executes INSERT, batch 1',
      'Engine executes INSERT, batch 2',
      'Engine executes INSERT, 2 times',
      'Savepoint is set',
      'Engine executes SAVEPOINT',
      'Engine executes SELECT',
      'Savepoint is released',
      'Engine executes RELEASE',
      'Transaction is committed',
    ]);
    expect(detail(events, 'Engine executes INSERT, 2 times', 'bound')).toMatchObject({
      count: 2,
      sets: [[{ name: 'name', value: 'one' }], [{ name: 'name', value: 'two' }]],
    });
    expect(events.filter(({ title }) => title === 'cursor.executemany()')).toHaveLength(1);
  });

  test('engine and server name a statement alike, and by no word of a comment', async () => {
    const { events } = await run(`${MODELS}
with engine.connect() as connection:
    connection.execute(text("-- all clubs\\nSELECT 1"))
    connection.execute(text("/* all */ (SELECT 2)"))
    connection.execute(text("-- names of clubs"))`);
    const titles = (start: string): readonly string[] =>
      below(events, start).flatMap(({ lane, title }) => (lane === 'engine' || lane === 'server' ? [title] : []));
    expect(titles('connection.execute(text("-- all clubs\\nSELECT 1"))')).toEqual([
      'Transaction begins',
      'Engine executes SELECT',
      'Runs BEGIN',
      'Runs SELECT',
    ]);
    expect(titles('connection.execute(text("/* all */ (SELECT 2)"))')).toEqual([
      'Engine executes SELECT',
      'Runs SELECT',
    ]);
    expect(titles('connection.execute(text("-- names of clubs"))').slice(0, 2)).toEqual([
      'Engine executes a statement',
      'Runs a statement',
    ]);
  });

  test('a text that looks like many comments takes no time', async () => {
    const { events } = await run(`
import psycopg2
cursor = psycopg2.connect("").cursor()
cursor.execute("-" * 44 + "\\n;")`);
    expect(steps(events)).toContain('server: Runs a statement');
  });

  test('plain psycopg2 has no layers above the driver', async () => {
    const { events } = await run(`
import psycopg2
with psycopg2.connect("") as connection:
    cursor = connection.cursor()
    cursor.execute("SELECT name FROM teams WHERE id = %s", (1,))
    cursor.executemany("INSERT INTO teams (name) VALUES (%s)", [("a",), ("b",)])`);
    expect(steps(events)).toEqual([
      'code: Program begins',
      'code: with psycopg2.connect("") as connection:',
      'driver: psycopg2.connect()',
      'code: cursor.execute("SELECT name FROM teams WHERE id = %s", (1,))',
      'driver: cursor.execute()',
      'server: Runs BEGIN',
      'server: Runs SELECT',
      'code: cursor.executemany("INSERT INTO teams (name) VALUES (%s)",…',
      'driver: cursor.executemany()',
      'server: Runs INSERT',
      'server: Runs INSERT',
      'code: with psycopg2.connect("") as connection:',
      'driver: connection.commit()',
      'server: Runs COMMIT',
      'code: Program ends',
    ]);
  });

  test('lines that are printed one after the other are one step, or a few', async () => {
    const prints = ({ events }: Traced): readonly string[] =>
      events.flatMap(({ title, detail: shown }) => (title === 'Prints' && shown.kind === 'text' ? [shown.text] : []));
    expect(prints(await run('print("a\\nb")\nprint("c")'))).toEqual(['a\nb\nc']);
    const many = prints(await run('import psycopg2\nfor n in range(45): print(n)\npsycopg2.connect("")\nprint("end")'));
    expect(many.map((text) => text.split('\n').length)).toEqual([20, 20, 5, 1]);
  });

  test('a request to a Flask application is a step, and so is a call by a check', async () => {
    const code = `
from flask import Flask
app = Flask(__name__)
@app.get("/teams")
def teams(): return "none"
@app.get("/broken")
def broken(): raise KeyError("team")
def ask(path): return app.test_client().get(path).status_code`;
    const { events } = await run(code, { evaluation: { kind: 'call', name: 'ask', args: ['/teams'] } });
    expect(steps(events)).toEqual([
      'code: Program begins',
      'code: Function is called',
      'code: def ask(path): return app.test_client().get(path).status_co…',
      'code: Request GET /teams',
      'code: Response 200 OK',
      'code: Program ends',
    ]);
    const failed = await run(code, { evaluation: { kind: 'call', name: 'ask', args: ['/broken'] } });
    expect(
      failed.events
        .filter(({ title }) => title !== 'Prints')
        .slice(-3)
        .map(({ title, error }) => [title, error]),
    ).toEqual([
      ['Request fails', "KeyError: 'team'"],
      ['Response 500 INTERNAL SERVER ERROR', null],
      ['Program ends', null],
    ]);
  });

  test('lines of an exercise’s own files are the program’s', async () => {
    const files = { './database': 'import psycopg2\ndef connect():\n    return psycopg2.connect("")' };
    const { events } = await run('import database\ndatabase.connect().close()', { files });
    const line = events.find(({ title }) => title === 'return psycopg2.connect("")');
    expect(line?.detail).toMatchObject({ file: 'database.py', line: 3 });
  });

  test('each program has a trace of its own', async () => {
    const { events } = await run(`${MODELS}\nfirst = engine.connect()`);
    const second = await run(`${MODELS}\nfirst = engine.connect()`);
    expect(steps(second.events)).toEqual(steps(events));
    expect(second.events[0]?.at).toBe(0);
  });

  test('ten thousand statements are cut, and all of them run', async () => {
    const { events, cut, sent } = await run(`
import psycopg2
cursor = psycopg2.connect("").cursor()
for n in range(10_000):
    cursor.execute("SELECT %s", (n,))`);
    expect(events).toHaveLength(300);
    expect(cut).toBe(true);
    expect(sent.filter((sql) => sql.startsWith('SELECT'))).toHaveLength(10_000);
  });
});

describe('a trace changes nothing', { timeout: 300_000 }, () => {
  test('its listeners are not the program’s, and stay when all of those go', async () => {
    const code = `${MODELS}
from sqlalchemy import Engine, event
from sqlalchemy.orm import clear_mappers
def hear(*arguments): pass
print(event.contains(Engine, "begin", hear), event.contains(Session, "transient_to_pending", hear))
event.listen(Engine, "begin", hear)
event.remove(Engine, "begin", hear)
session = Session(engine)
session.add(Team(name="x"))
session.flush()
session.close()
clear_mappers()`;
    expect((await run(code)).output).toEqual(['False False']);
    expect(steps((await run(code)).events)).toContain('orm: Session flushes');
  });

  test('nothing is loaded or kept alive for it, and no method of the program is called', async () => {
    const { output } = await run(`${MODELS}
import gc, weakref
class Odd:
    def __repr__(self): print("asked")
    __str__ = __repr__
    def __conform__(self, protocol):
        return self
    def getquoted(self): return b"'odd'"
session = Session(engine)
team = session.get(Team, 1)
session.expire(team)
session.add(Runner(name="new", team_id=1))
session.flush()
print("name" in team.__dict__)
session.execute(text("SELECT :odd"), {"odd": Odd()})
gone = weakref.ref(team)
session.close()
del team
gc.collect()
print(gone())`);
    expect(output).toEqual(['False', 'None']);
  });

  test('a program that sends statements ever deeper ends as it would', async () => {
    const code = `
import psycopg2
cursor = psycopg2.connect("").cursor()
def deeper(n):
    cursor.execute("SELECT 1")
    deeper(n + 1)
try:
    deeper(0)
except RecursionError:
    print("too deep")`;
    expect((await run(code, { mayStop: true })).output).toEqual(['too deep']);
    expect(steps((await run('import psycopg2\npsycopg2.connect("").close()')).events)).toContain(
      'driver: connection.close()',
    );
  });

  test('a listener of the program that sends something is a line of it', async () => {
    const { events } = await run(`${MODELS}
from sqlalchemy import event
@event.listens_for(Session, "before_flush")
def before(session, context, instances):
    session.connection().execute(text("SELECT 'mine'"))
session = Session(engine)
session.add(Team(name="x"))
session.flush()`);
    expect(steps(below(events, 'session.connection().execute(text("SELECT \'mine\'"))'))).toContain(
      'server: Runs SELECT',
    );
  });
});
