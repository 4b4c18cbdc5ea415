// Python in the page, as a learner uses it and as somebody would who means no good.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CellDriver, CourseSite, PHONE, type Visit } from './course-site';
import { openTrap, type Trap } from '../lib/trap-server';
import { TRACE } from './probes';

declare global {
  interface Window {
    /** Given to the page by the test that asks what it says while it loads. */
    heardOfLoading(text: string): Promise<void>;
  }
}

const LESSON = '/learn/sqlalchemy-map/';
const CONNECT = 'import psycopg2\nconnection = psycopg2.connect("")\ncursor = connection.cursor()\n';

let site: CourseSite;
let trap: Trap;
let visit: Visit;
let cell: CellDriver;
beforeAll(async () => {
  [site, trap] = await Promise.all([CourseSite.open(), openTrap()]);
  visit = await site.visit(LESSON, PHONE);
  cell = CellDriver.snippet(visit.page, 'Python');
});
afterAll(async () => {
  await site.close();
  await trap.close();
});

/** Runs a program. @returns what the page then shows below the code */
async function run(code: string): Promise<string> {
  await cell.fill(code);
  await cell.run();
  const text = await cell.text();
  return text.slice(text.lastIndexOf('Control Enter runs the code.'));
}

describe('a page with Python', () => {
  test('loads nothing of it before the first run, and then says what it loads, from this site alone', async () => {
    const loaded = (): Promise<string[]> =>
      visit.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
    await cell.button('Run').hover();
    await cell.button('Run').focus();
    await visit.page.waitForTimeout(1_000);
    expect((await loaded()).filter((path) => /pyodide|python|postgres/.test(path))).toEqual([]);
    const said = new Set<string>();
    await visit.page.exposeFunction('heardOfLoading', (text: string) => said.add(text));
    await visit.page.evaluate(() => {
      new MutationObserver(() => {
        for (const status of document.querySelectorAll('[role="status"], progress')) {
          const text = status.getAttribute('aria-label') ?? status.textContent;
          void window.heardOfLoading(text);
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    expect(await run(`import sqlalchemy\n${CONNECT}cursor.execute("SELECT 6 * 7")\ncursor.fetchone()`)).toContain(
      '(42,)',
    );
    expect([...said]).toEqual(
      expect.arrayContaining(['Loading Python and PostgreSQL into this page …', 'Starting SQLAlchemy …']),
    );
    expect(visit.foreignRequests).toEqual([]);
  });

  test('shows a table of what was sent, with the rows', async () => {
    const text = await run(
      'from sqlalchemy import create_engine, text\nwith create_engine("postgresql+psycopg2://postgres@localhost/athleticu").connect() as c:\n    print(c.scalars(text("SELECT name FROM clubs ORDER BY id")).first())',
    );
    expect(text).toContain('Harbour Harriers');
    expect(text).toContain('PostgreSQL 18 in this page');
  });

  test('indents what follows a colon while somebody types, on a phone as well', async () => {
    await cell.fill('');
    const area = cell.root.locator('textarea');
    await area.pressSequentially('for n in range(2):\nprint(n)\nprint(-n)');
    expect(await area.inputValue()).toBe('for n in range(2):\n    print(n)\n    print(-n)');
    await cell.run();
    expect(await cell.text()).toContain('0\n0\n1\n-1');
  });

  test('marks the line of an error, with PostgreSQL’s own message', async () => {
    const text = await run(`${CONNECT}cursor.execute("SELECT nme FROM clubs")`);
    expect(text).toContain('Line 4, column 1');
    expect(text).toContain('psycopg2.errors.UndefinedColumn: column "nme" does not exist');
    expect(text).toContain('LINE 1: SELECT nme FROM clubs\n               ^');
  });
});

describe('a page that an app answers with', () => {
  const app = (html: string): string =>
    `from flask import Flask\napp = Flask(__name__)\n@app.get("/")\ndef index():\n    return """${html}"""\napp.test_client().get("/")`;

  test('is shown, and neither runs nor sends nor loads anything', async () => {
    const connections = trap.connections();
    await run(
      app(
        `<link rel="preconnect" href="${trap.url}"><svg><style><link rel="preconnect" href="${trap.url}"></style></svg>` +
          `<div><template shadowrootmode="open"><iframe src="${trap.url}/shadow"></iframe></template></div>` +
          `<object data="${trap.url}/object"></object><embed src="${trap.url}/embed">` +
          `<h1>Clubs</h1><script>fetch('${trap.url}/script')</script><img src="${trap.url}/image" onerror="fetch('${trap.url}/handler')">` +
          `<iframe src="${trap.url}/frame"></iframe><meta http-equiv="refresh" content="0;url=${trap.url}/refresh">` +
          `<form action="${trap.url}/form"><button>Send</button></form><a href="${trap.url}/link">Follow</a>`,
      ),
    );
    const frame = cell.root.frameLocator('iframe');
    expect(await frame.getByRole('heading').innerText()).toBe('Clubs');
    expect(await cell.text()).toContain('The page in the answer to GET /: 200 OK');
    await visit.page.waitForTimeout(500);
    expect(trap.connections()).toBe(connections);
    // Whoever presses a link has the browser connect to where it leads, and ask for nothing.
    await frame.getByRole('button').click();
    await frame.getByRole('link').click();
    await visit.page.waitForTimeout(500);
    expect(trap.requests).toEqual([]);
    expect(new URL(visit.page.url()).pathname).toBe(LESSON);
  });
});

describe('bad input has a message, and the next run works', () => {
  test.each([
    ['a syntax error', 'for club in clubs\n    print(club)', /Line 1, column 18[\s\S]*expected ':'/],
    ['an endless loop', 'print("begun")\nwhile True: pass', /Stopped after 5 s[\s\S]*begun/],
    ['a statement that does not end', `${CONNECT}cursor.execute("SELECT pg_sleep(60)")`, /Stopped after 5 s/],
    ['sys.exit()', 'import sys\nsys.exit(3)', /the program ended itself with the exit code 3/],
    ['input()', 'input("Who? ")', /input\(\) has nobody to ask here/],
    [
      'output without end',
      'for n in range(10_000): print(n)',
      /printed more than this: the output was cut after 1,000 lines/,
    ],
    [
      'recursion to the limit',
      'def deeper(n): return deeper(n + 1)\ndeeper(0)',
      /RecursionError: maximum recursion depth exceeded/,
    ],
    [
      'an import that is not there',
      'import pandas',
      /pandas cannot be imported here[\s\S]*psycopg2, sqlalchemy, flask/,
    ],
    ['a thread', 'import threading\nthreading.Thread(target=print).start()', /threads cannot be started here/],
    ['the network', 'import urllib.request\nurllib.request.urlopen("http://localhost:1")', /there is no network here/],
    [
      'all memory, in large pieces',
      'kept = []\nwhile True: kept.append("x" * 10_000_000)',
      /the program took all the memory|was still running/,
    ],
    [
      'all memory, in small ones',
      'kept = []\nwhile True: kept.append([1] * 1000)',
      /took all the memory|was still running/,
    ],
    [
      'all memory in PostgreSQL',
      `${CONNECT}cursor.execute("SELECT length(string_agg(repeat(n::text, 100000), '')) FROM generate_series(1, 1000000) n")`,
      /out of memory|invalid memory|was still running|memory alloc/,
    ],
  ])('%s', async (_name, code, message) => {
    expect(await run(code)).toMatch(message);
    expect(await run(`${CONNECT}cursor.execute("SELECT count(*) FROM clubs")\ncursor.fetchone()`)).toContain('(4,)');
  });

  test('Stop ends a run at once, with what it printed', async () => {
    await cell.fill('print("begun")\nwhile True: pass');
    await cell.button('Run').click();
    await cell.root.getByText('Running').waitFor();
    await visit.page.waitForTimeout(500);
    await cell.button('Stop').click();
    await cell.settled();
    expect(await cell.text()).toContain('You stopped this run');
    expect(await run('6 * 7')).toContain('42');
  });
});

describe('what a program in Python cannot reach', () => {
  test('the next program, by spoiling PostgreSQL', async () => {
    await run(
      `${CONNECT}cursor.execute("UPDATE pg_operator SET oprcode = 'int4ne'::regproc WHERE oid = 96")\nconnection.commit()`,
    );
    expect(await run(`${CONNECT}cursor.execute("SELECT 1 = 1")\ncursor.fetchone()`)).toContain('(True,)');
  });

  test.each([
    [
      'fetch, by the modules of JavaScript',
      'import importlib\nimportlib.import_module("js").fetch(URL)',
      /AttributeError: fetch/,
    ],
    [
      'code, by running JavaScript',
      'import sys\nsys.modules["pyodide.code"].run_js(f"fetch({URL!r})")',
      /cannot import name 'eval'/,
    ],
    [
      'code, by a constructor',
      'import sys\nsys.modules["_layer_by_layer_driver"].exchange.constructor(f"fetch({URL!r})")()',
      /Text is not turned into code here/,
    ],
    [
      'Pyodide’s own way to load',
      'import sys\nsys.modules["pyodide_js"].loadPackage(URL)',
      // It is not told of its failure.
      /PyodideFuture pending/,
    ],
    [
      'what Emscripten loads with',
      'import sys\nsys.modules["pyodide_js"]._module.FS.createLazyFile("/", "lazy", URL, True, True)\nopen("/lazy").read()',
      /XMLHttpRequest is not available here/,
    ],
    ['a socket', 'import socket\nsocket.create_connection(("localhost", PORT))', /there is no network here/],
    [
      'a socket, below Python’s own',
      'import _socket\n_socket.socket().connect(("127.0.0.1", PORT))',
      /Host is unreachable/,
    ],
  ])('the network: %s', async (_name, code, refusal) => {
    expect(await run(`URL = "${trap.url}/python"\nPORT = ${String(trap.port)}\n${code}`)).toMatch(refusal);
    await visit.page.waitForTimeout(500);
    expect(trap.requests).toEqual([]);
  });

  test('what is stored, by Emscripten’s file systems', async () => {
    const text = await run(
      `import sys\nFS = sys.modules["pyodide_js"].FS\nFS.mkdir("/stored")\nFS.mount(FS.filesystems.IDBFS, None, "/stored")\nopen("/stored/${TRACE}", "w").write("x")\nFS.syncfs(False, print)`,
    );
    expect(text).toContain('indexedDB is not available here');
    await visit.page.waitForTimeout(500);
    expect(await visit.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
  });
});

test.each([
  ['pyodide.asm.wasm', 'Python could not be loaded into this page. Are you offline?'],
  ['sqlalchemy.bin', 'SQLAlchemy could not be loaded into this page. Are you offline?'],
])('without %s the page says so, and works once it is back', async (file, message) => {
  const { page } = await site.visit(LESSON, PHONE);
  const other = CellDriver.snippet(page, 'Python');
  await page.context().route(`**/${file}`, (route) => route.abort());
  await other.fill('import sqlalchemy\nprint(6 * 7)');
  await other.run();
  expect(await other.text()).toContain(message);
  await page.context().unroute(`**/${file}`);
  await other.run();
  expect(await other.text()).toContain('42');
  await page.context().close();
});
