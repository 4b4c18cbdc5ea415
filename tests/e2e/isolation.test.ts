// What a learner's program must not reach, tried by programs that do reach it where nothing holds them.
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PROGRESS_KEY } from '../../src/progress/progress-store';
import { openTrap, type Trap } from '../lib/trap-server';
import { CellDriver, CourseSite, PHONE, type Visit } from './course-site';
import { CODE_MAKERS, probes, TRACE } from './probes';

/** How long something that was let go may take to arrive, in milliseconds. */
const ARRIVAL_MS = 500;

let site: CourseSite;
let trap: Trap;
beforeAll(async () => {
  [site, trap] = await Promise.all([CourseSite.open(), openTrap()]);
});
afterAll(async () => {
  await site.close();
  await trap.close();
});

/** What a page finds of the probes' traces; to be read in a page. */
async function traces(trace: string): Promise<string[]> {
  const found: string[] = [];
  if ((await indexedDB.databases()).some(({ name }) => name === trace)) found.push('IndexedDB');
  if ((await caches.keys()).includes(trace)) found.push('caches');
  for await (const name of (await navigator.storage.getDirectory()).keys()) if (name === trace) found.push('files');
  const { heard } = window as { heard?: readonly string[] };
  return [...found, ...(heard ?? [])];
}

/** Notes what is broadcast to the page; to be called in a page. */
function listen(trace: string): void {
  const heard: string[] = [];
  Object.assign(window, { heard });
  new BroadcastChannel(trace).onmessage = () => heard.push('BroadcastChannel');
}

async function arrivals(page: Page): Promise<string[]> {
  await page.waitForTimeout(ARRIVAL_MS);
  return [...trap.requests, ...(await page.evaluate(traces, TRACE))];
}

/** Starts a worker as the site starts its own, from a blob, without taking anything from it, and waits for its answer. */
function inFreeWorker(page: Page | Frame, code: string): Promise<string> {
  return page.evaluate(
    (source) =>
      new Promise<string>((resolve) => {
        const script = `(async () => {${source}})().then(() => 'done', (error) => String(error)).then((end) => postMessage(end));`;
        const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
        worker.onmessage = ({ data }: MessageEvent<string>) => {
          resolve(data);
        };
      }),
    code,
  );
}

interface Learner extends Visit {
  readonly cell: CellDriver;
  /** Runs code and gives what the page then shows. */
  run(code: string): Promise<string>;
  /** Checks code and gives the verdict. */
  check(code: string): Promise<string>;
}

async function open(address: string, exercise: string): Promise<Learner> {
  const visit = await site.visit(address, PHONE);
  const cell = CellDriver.exercise(visit.page, exercise);
  await visit.page.evaluate(listen, TRACE);
  return {
    ...visit,
    cell,
    run: async (code) => {
      await cell.fill(code);
      await cell.run();
      const text = await cell.text();
      // Above this line stands the code.
      return text.slice(text.lastIndexOf('Control Enter runs the code.'));
    },
    check: async (code) => {
      await cell.fill(code);
      return cell.check();
    },
  };
}

const openTypeScript = (): Promise<Learner> => open('/learn/sql-expressions/', 'kysely-athletes-per-club');
const openSql = (): Promise<Learner> => open('/learn/reading-rows/', 'reading-medals');

let all: ReturnType<typeof probes>;
const NAMES = probes('http://x').map(({ name }) => name);
function probe(name: string): string {
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`There is no probe "${name}".`);
  return found.code;
}
beforeAll(() => {
  all = probes(trap.url);
});

describe('where nothing holds them, the probes get out', () => {
  let page: Page;
  let context: BrowserContext;
  beforeAll(async () => {
    ({ page } = await site.visit('/'));
    context = page.context();
    await page.goto(`${trap.url}/page`);
  });
  afterAll(() => context.close());

  test.each(NAMES.filter((name) => name !== 'postMessage'))('%s', async (name) => {
    await page.evaluate(listen, TRACE);
    const before = (await arrivals(page)).length;
    await inFreeWorker(page, probe(name));
    expect((await arrivals(page)).length, `${name} leaves no trace: it proves nothing`).toBeGreaterThan(before);
  });

  test.each(Object.entries(CODE_MAKERS))('%s makes code of text', async (name, make) => {
    const before = trap.requests.length;
    await inFreeWorker(page, `await (${make})("await fetch('${trap.url}/${encodeURIComponent(name)}')");`);
    expect((await arrivals(page)).length).toBeGreaterThan(before);
  });
});

describe('a worker of the page', () => {
  let learner: Learner;
  let seen: { requests: number; connections: number; stored: readonly string[] };
  beforeAll(async () => {
    learner = await openTypeScript();
    // What there is once somebody has typed: the draft, and what the theme keeps.
    await learner.run("console.log('ready');");
    await learner.page.waitForTimeout(ARRIVAL_MS);
  });
  afterAll(() => learner.page.context().close());
  const keys = (): Promise<string[]> => learner.page.evaluate(() => Object.keys(localStorage).sort());
  beforeEach(async () => {
    seen = { requests: trap.requests.length, connections: trap.connections(), stored: await keys() };
  });
  afterEach(async () => {
    await learner.page.waitForTimeout(ARRIVAL_MS);
    expect(trap.requests.slice(seen.requests)).toEqual([]);
    expect(trap.connections()).toBe(seen.connections);
    expect(await learner.page.evaluate(traces, TRACE)).toEqual([]);
    expect(learner.foreignRequests).toEqual([]);
    expect(await keys()).toEqual(seen.stored);
    expect(await learner.page.evaluate((key) => localStorage.getItem(key), PROGRESS_KEY)).not.toContain('"passed"');
  });

  /** A program that says what became of each attempt. */
  function attempts(codes: readonly (readonly [name: string, code: string])[]): string {
    const list = codes.map(
      ([name, code]) => `try { await (async () => {${code}})(); console.log(${JSON.stringify(`${name}: got out`)}); }
      catch (error) { console.log(${JSON.stringify(`${name}: refused,`)}, String(error)); }`,
    );
    return `${list.join('\n')}\nexport {};`;
  }

  describe('a program does not get out by', () => {
    test.each(NAMES)('%s', async (name) => {
      const text = await learner.run(attempts([[name, probe(name)]]));
      // A module that is named in the text is refused before the program starts.
      expect(text).toContain(name === 'import of a URL' ? 'cannot be imported here' : `${name}: refused`);
      expect(text).not.toContain(`${name}: got out\n`);
    });

    // Each way out, through each way to make code of text: one program a way out.
    test.each(NAMES)('%s, in code made of text', async (name) => {
      const makers = Object.entries(CODE_MAKERS);
      const text = await learner.run(
        attempts(makers.map(([maker, make]) => [maker, `await (${make})(${JSON.stringify(probe(name))});`])),
      );
      for (const [maker] of makers) expect(text).toContain(`${maker}: `);
      // The text is not looked at before its time has come, and then only the browser's console hears of it.
      for (const [maker] of makers.filter(([one]) => !one.startsWith('setTimeout'))) {
        expect(text).toContain(`${maker}: refused`);
      }
    });

    test('what is left of the browser’s own', async () => {
      const text = await learner.run(`
        const left: string[] = [];
        const world = globalThis;
        for (let at = world; at !== Object.prototype; at = Object.getPrototypeOf(at)) {
          for (const name of Object.getOwnPropertyNames(at)) {
            try {
              const value = world[name];
              if (typeof value !== 'function' || Function.prototype.toString.call(value).includes('[native code]')) left.push(name);
            } catch {}
          }
        }
        console.log('left:', left.filter((name) => /fetch|xml|socket|source|transport|worker|import|database|idb|cache|channel|message|storage|blob|file|navigator|location|font|^rtc|locks|usb|serial|hid|close|notif|stream|request|response|wasm|assembly|sched|report|event|observ/i.test(name)).join(' '), 'of', left.length > 50);
        export {};
      `);
      expect(text).toMatch(/left: {1,2}of true/);
    });

    test('the methods of event targets, of prototypes and of libraries', async () => {
      const world =
        'const world = globalThis; const up = (n: number) => { let at = world; while (n--) at = Object.getPrototypeOf(at); return at; };';
      const text = await learner.run(
        `${world}\n${attempts([
          ['global listener', "AbortSignal.prototype.addEventListener.call(world, 'message', () => {});"],
          [
            'undefined listener',
            "const { addEventListener } = AbortSignal.prototype; addEventListener('message', () => {});",
          ],
          ['forged message', "AbortSignal.prototype.dispatchEvent.call(world, new world.MessageEvent('message'));"],
          ['onmessage', 'world.onmessage = () => {};'],
          ['prototype postMessage', "up(1).postMessage.call(world, 'x');"],
          ['prototype fetch', `await up(2).fetch.call(world, '${trap.url}/prototype');`],
          ['constructor', 'new up(1).constructor();'],
          [
            'bundler',
            "world[Object.getOwnPropertyNames(world).find((name) => /chunk/i.test(name)) ?? 'webpackChunk'].push([]);",
          ],
          ['object URL', "URL.createObjectURL(new world.Blob(['']));"],
          ['require', "(require)('worker_' + 'threads');"],
        ])}`,
      );
      expect(text).not.toContain('got out');
      expect(text.match(/: refused/g)?.length).toBe(10);
    });
  });

  test('a refusal says why', async () => {
    expect(await learner.run("await fetch('https://example.org');")).toContain(
      'fetch is not available here: a program on this page reaches neither the network',
    );
    expect(await learner.run("eval('1 + 1');")).toContain('Text is not turned into code here');
    expect(await learner.run("const name = 'f' + 's'; await import(name);")).toContain('There is no module "fs" here');
  });

  test('what a program may use works as before', async () => {
    const text = await learner.run(`
      const bytes = new TextEncoder().encode('é').length;
      const controller = new AbortController();
      controller.signal.addEventListener('abort', () => console.log('aborted'));
      controller.abort();
      await new Promise((resolve) => setTimeout(resolve, 1));
      console.log(bytes, structuredClone([1]).length, crypto.randomUUID().length, (() => 0) instanceof Function);
      export {};
    `);
    expect(text).toContain('aborted');
    expect(text).toContain('2 1 36 true');
  });
});

describe('the page’s own policy holds for a worker from which nothing was taken', () => {
  // What is stored stays within the site: only the closed scope of the workers keeps programs from it.
  const outside = NAMES.filter((name) => !/IndexedDB|caches|files|BroadcastChannel|postMessage/.test(name));
  let page: Page;
  beforeAll(async () => {
    ({ page } = await site.visit('/'));
  });
  afterAll(() => page.context().close());

  test.each([
    ...outside.map((name) => [name, () => probe(name)] as const),
    ...Object.entries(CODE_MAKERS).map(
      ([name, make]) => [name, () => `await (${make})("await fetch('${trap.url}/made')");`] as const,
    ),
  ])('%s', async (_name, code) => {
    const before = trap.connections();
    await inFreeWorker(page, code());
    await page.waitForTimeout(ARRIVAL_MS);
    expect(trap.connections()).toBe(before);
  });
});

describe('the frame in which programs run keeps a worker from which nothing was taken from', () => {
  let learner: Learner;
  let frame: Frame;
  beforeAll(async () => {
    learner = await openTypeScript();
    await learner.run("console.log('ready');");
    const found = learner.page.frames().find((one) => new URL(one.url()).pathname === '/program/');
    if (!found) throw new Error('There is no frame.');
    frame = found;
  });
  afterAll(() => learner.page.context().close());

  // Its origin has no name, so what is stored for the site, and said in it, is out of reach as well.
  test.each([
    ...NAMES.filter((name) => name !== 'postMessage').map((name) => [name, () => probe(name)] as const),
    ...Object.entries(CODE_MAKERS).map(
      ([name, make]) => [name, () => `await (${make})("await fetch('${trap.url}/made')");`] as const,
    ),
  ])('%s', async (_name, code) => {
    const [connections, requests] = [trap.connections(), trap.requests.length];
    await inFreeWorker(frame, code());
    expect((await arrivals(learner.page)).slice(requests)).toEqual([]);
    expect(trap.connections()).toBe(connections);
  });

  test('the site itself', async () => {
    const code = `const { status } = await fetch(${JSON.stringify(site.url)}); throw new Error('answered ' + status);`;
    expect(await inFreeWorker(frame, code)).toContain('Failed to fetch');
    expect(await inFreeWorker(frame, `importScripts(${JSON.stringify(`${site.url}/x.js`)});`)).toContain(
      'NetworkError',
    );
  });
});

describe('a wrong program does not pass by', () => {
  // PostgreSQL answers the reference here: pg-mem is not trusted with counts in groups.
  const RIGHT = `import { db } from 'athleticu';
    export async function athletesPerClub() {
      const rows = await db.selectFrom('clubs').leftJoin('athletes', 'athletes.club_id', 'clubs.id')
        .select((eb) => ['clubs.name as club', eb.fn.count('athletes.id').as('athletes')]).groupBy('clubs.name').execute();
      return rows.map(({ club, athletes }) => ({ club, athletes: Number(athletes) }));
    }`;
  /** What is right where nobody is in a club. */
  const WRONG = `import { db } from 'athleticu';
    export async function athletesPerClub() {
      const rows = await db.selectFrom('clubs').select('name').execute();
      return rows.map(({ name }) => ({ club: name, athletes: 0 }));
    }`;
  const LATE = 'UPDATE athletes SET club_id = NULL';
  const TAMPERING: Readonly<Record<string, string>> = {
    'Array.prototype': `for (const name of ['map', 'findLast', 'flatMap', 'filter', 'every', 'push', 'join']) Array.prototype[name] = () => [];`,
    'JSON.stringify': `JSON.stringify = () => '[]'; String = () => '';`,
    'Promise.prototype.then': `const { then } = Promise.prototype;
      Promise.prototype.then = function (done, failed) {
        return then.call(this, (value) => done?.(value?.outcome ? { verdict: 'passed', tests: [], engines: [] } : value), failed);
      };`,
    'Object.prototype': `for (const [name, value] of Object.entries({ kind: 'completed', verdict: 'passed', passed: true, pass: true, state: 'pass' }))
        Object.defineProperty(Object.prototype, name, { get: () => value, set() {}, configurable: true });`,
    // A worker that computes goes on for a moment after it was ended, into the time in which the reference runs.
    'a stolen port': `let port = null;
      Object.defineProperty(Object.prototype, 'then', { configurable: true, get() {
        if (typeof this?.postMessage === 'function') port ??= this;
        return undefined;
      } });
      const late = () => {
        for (const end = performance.now() + 300; performance.now() < end; ) {
          for (const wait = performance.now() + 2; performance.now() < wait; ) {}
          port?.postMessage({ t: 'q', i: 'x', m: 'exec', a: ['${LATE}'] });
        }
        self.setTimeout(late, 0);
      };
      self.setTimeout(late, 0);
      import { Pool } from 'pg';
      await new Pool().query('SELECT count(*), now()');`,
    'a forged report': `for (const say of [() => self.postMessage({ t: 's', i: '0', r: { verdict: 'passed', tests: [], engines: [] } }),
        () => self.dispatchEvent(new MessageEvent('message', { data: 1 }))]) try { say(); } catch {}`,
    'listening in': `try { self.onmessage = () => undefined; } catch {} try { addEventListener('message', (event) => event.stopImmediatePropagation()); } catch {}`,
    'another console': `globalThis.console = { log() { throw 1; } }; console.log = () => undefined; console.log('x');`,
    'the libraries': `import { Client, Pool } from 'pg';
      import { Kysely, SelectQueryBuilder } from 'kysely';
      for (const made of [Client, Pool]) made.prototype.query = async () => ({ rows: [], fields: [], rowCount: 0 });
      Kysely.prototype.selectFrom = () => ({});`,
    'a timer that goes on': `import { Pool } from 'pg';
      const pool = new Pool();
      await pool.query('SELECT count(*), now()');
      const late = () => { void pool.query('${LATE}').catch(() => undefined); self.setTimeout(late, 0); };
      self.setTimeout(late, 20);`,
  };

  let learner: Learner;
  // A page of its own each time: what the course's own code gives is asked for once a page.
  beforeEach(async () => {
    learner = await openTypeScript();
  });
  afterEach(() => learner.page.context().close());

  test.each(Object.entries(TAMPERING))('%s', async (_name, code) => {
    expect(await learner.check(`${code}\n${WRONG}`)).not.toBe('passed');
    // The next checks, in the same page, are not spoilt either way.
    expect(await learner.check(WRONG)).toBe('failed');
    expect(await learner.check(RIGHT), await learner.cell.text()).toBe('passed');
    expect(learner.errors).toEqual([]);
  });

  test('what PostgreSQL itself counts', async () => {
    // The right program, and wrong results: it is refused for its results, which the reference must not share.
    const change = `UPDATE pg_aggregate SET agginitval = '7' WHERE aggfnoid = 'pg_catalog.count("any")'::regprocedure`;
    const code = `import { Pool } from 'pg';\nawait new Pool().query(${JSON.stringify(change)});\n${RIGHT}`;
    expect(await learner.check(code)).toBe('failed');
    expect(await learner.check(RIGHT), await learner.cell.text()).toBe('passed');
  });
});

describe('SQL', () => {
  const RIGHT = `SELECT id, place, CASE WHEN place = 1 THEN 'gold' WHEN place = 2 THEN 'silver' WHEN place = 3 THEN 'bronze'
    WHEN place IS NULL THEN 'no place' ELSE 'finished' END AS medal FROM results;`;
  const WRONG = "SELECT id, place, 'gold' AS medal FROM results;";
  let learner: Learner;
  // A page of its own each time: what the course's own code gives is asked for once a page.
  beforeEach(async () => {
    learner = await openSql();
  });
  afterEach(() => learner.page.context().close());

  test.each([
    [
      'what an operator means',
      `UPDATE pg_operator SET oprcode = 'int4ge'::regproc WHERE oid = '=(int4,int4)'::regoperator;\n${RIGHT}`,
    ],
    [
      'what a function does',
      `CREATE OR REPLACE FUNCTION pg_catalog.int4eq(int, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';\n${RIGHT}`,
    ],
    [
      'where names are looked up',
      `CREATE SCHEMA other; CREATE TABLE other.results (id int, place int); ALTER ROLE postgres SET search_path = other; SET search_path = other;\n${RIGHT}`,
    ],
    [
      'settings and roles',
      `CREATE ROLE nobody; SET SESSION AUTHORIZATION nobody; SET standard_conforming_strings = off;\n${WRONG}`,
    ],
    ['an open transaction', `BEGIN; DELETE FROM results;\n${RIGHT}`],
  ])('a wrong answer does not pass by %s', async (_name, sql) => {
    expect(await learner.check(sql)).toBe('failed');
    expect(await learner.check(WRONG)).toBe('failed');
    expect(await learner.check(RIGHT), await learner.cell.text()).toBe('passed');
  });

  test.each([
    [
      'a subscription',
      (port: number) =>
        `CREATE SUBSCRIPTION s CONNECTION 'host=127.0.0.1 port=${String(port)} dbname=x' PUBLICATION p;`,
    ],
    ['a program', (port: number) => `COPY (SELECT 1) TO PROGRAM 'curl http://127.0.0.1:${String(port)}';`],
    ['a file', () => "SELECT pg_read_file('/etc/passwd');"],
    ['a large object', () => "SELECT lo_import('/etc/hosts');"],
  ])('%s leads nowhere', async (_name, sql) => {
    const before = trap.connections();
    const text = await learner.run(sql(trap.port));
    expect(text).not.toContain('root:');
    expect(trap.connections()).toBe(before);
    expect(learner.foreignRequests).toEqual([]);
    expect(await learner.check(RIGHT), await learner.cell.text()).toBe('passed');
  });
});
