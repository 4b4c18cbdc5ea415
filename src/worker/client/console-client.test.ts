import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sampleRequest } from '../../core/testing/sample-request';
import { channelOf } from '../channel';
import { serveConsole } from '../console-service';
import { startNodeWorkers } from '../node/start-node-workers';
import { ConsoleClient, type ConsoleEnd, type OpenConsole } from './console-client';
import { RunClient } from './run-client';
import type { WorkerHandle } from './workers';

const DATASET = { id: 'one', sql: 'CREATE TABLE t (n integer); INSERT INTO t VALUES (1);' };
const PATIENCE_MS = 60_000;

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

// One PostgreSQL for all tests, as long as none has it killed.
const workers = startNodeWorkers(process.cwd());
let databases = 0;
const runs = new RunClient({
  ...workers,
  startPostgres: () => {
    databases++;
    return workers.startPostgres();
  },
});
const client = new ConsoleClient(startConsole, runs);
beforeEach(() => {
  databases = 0;
});
afterAll(() => {
  runs.close();
});

/** A console's worker, which is none: it runs in this thread. */
function startConsole(): WorkerHandle {
  const { port1, port2 } = new MessageChannel();
  serveConsole(channelOf(port2));
  const close = (): void => {
    port1.close();
    port2.close();
  };
  closers.push(close);
  return { ...channelOf(port1), onFailure: () => undefined, terminate: close };
}

/** Types into a console, and sees what it shows. */
class Typist {
  screen = '';
  readonly console: OpenConsole;
  readonly waits: string[] = [];
  #prompt: string | null = null;

  constructor(client: ConsoleClient, { user = 'postgres', setup = '' } = {}) {
    this.console = client.open(
      { dataset: DATASET, user, setup },
      {
        write: ({ pieces }) => {
          this.screen += pieces.map(({ text }) => text).join('');
        },
        prompt: (text) => {
          this.#prompt = text;
        },
        pause: () => undefined,
        edit: () => Promise.resolve('SELECT 7;'),
        waiting: (state) => {
          if (state) this.waits.push(state.kind);
        },
      },
    );
  }

  async prompt(): Promise<string> {
    await vi.waitFor(
      () => {
        expect(this.#prompt).not.toBeNull();
      },
      { timeout: PATIENCE_MS, interval: 5 },
    );
    return this.#prompt ?? '';
  }

  /** Types a line, and does not wait. */
  async begin(line: string | null): Promise<void> {
    this.screen += `${await this.prompt()}${line ?? ''}\n`;
    this.#prompt = null;
    this.console.type(line);
  }

  /** Types a line. @returns what is shown until the next prompt */
  async type(line: string | null): Promise<string> {
    await this.begin(line);
    const from = this.screen.length;
    await this.prompt();
    return this.screen.slice(from);
  }

  async interrupt(): Promise<string> {
    this.#prompt = null;
    return this.console.interrupt();
  }
}

describe('a console', { timeout: 2 * PATIENCE_MS }, () => {
  test('is a session of psql', async () => {
    const typist = new Typist(client);
    expect(await typist.prompt()).toBe('athleticu=# ');
    expect(await typist.type('CREATE ROLE coach LOGIN CREATEDB;')).toBe('CREATE ROLE\n');
    expect(await typist.type('\\c - coach')).toContain('as user "coach"');
    expect(await typist.prompt()).toBe('athleticu=> ');
    expect(await typist.type('CREATE DATABASE club;')).toBe('CREATE DATABASE\n');
    expect(await typist.type('\\c club')).toContain('connected to database "club"');
    expect(await typist.type("SELECT 'open")).toBe('');
    expect(await typist.prompt()).toBe("club'> ");
    expect(await typist.interrupt()).toBe('line');
    expect(await typist.prompt()).toBe('club=> ');
    await typist.begin('\\q');
    expect(await typist.console.end).toEqual<ConsoleEnd>({ kind: 'left' });
  });

  test('says who is not let in', async () => {
    const typist = new Typist(client, { user: 'nobody' });
    expect(await typist.console.end).toEqual<ConsoleEnd>({
      kind: 'refused',
      message: 'FATAL:  role "nobody" does not exist',
    });
  });

  test('runs elsewhere on the page do not break it, nor it a run', async () => {
    const typist = new Typist(client, { setup: 'CREATE ROLE coach LOGIN;' });
    await typist.type('CREATE TABLE mine (n integer);');
    await typist.type('INSERT INTO mine VALUES (41), (42);');
    await typist.type('BEGIN;');
    await typist.type('SET ROLE coach;');
    const request = sampleRequest({
      code: "SELECT to_regclass('mine') IS NULL AS gone",
      dataset: DATASET,
      engine: 'postgres',
    });
    const report = await runs.run(request);
    expect(report.statements).toMatchObject([{ result: { rows: [['t']] } }]);
    expect(await typist.type('SELECT current_user, (SELECT 1) AS one;')).toContain('coach');
    expect(await typist.type('RESET ROLE;')).toBe('RESET\n');
    expect(await typist.type('SELECT sum(n) FROM mine;')).toContain('83');
    expect(await typist.prompt()).toBe('athleticu=*# ');
    expect(databases).toBeLessThanOrEqual(1);
  });

  test('a statement under way goes on after a run that came between', async () => {
    const typist = new Typist(client);
    await typist.type('CREATE TABLE mine AS SELECT 42 AS n;');
    await typist.begin('SELECT n, pg_sleep(3) FROM mine;');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const report = await runs.run(sampleRequest({ code: 'SELECT n FROM t', dataset: DATASET, engine: 'postgres' }));
    expect(report.outcome).toEqual({ kind: 'completed' });
    await typist.prompt();
    expect(typist.screen).toMatch(/42 \|/);
    expect(typist.waits).toContain('queued');
  });

  test.each([
    ['a pause', 'SELECT pg_sleep(1000);'],
    [
      'an endless recursion',
      'WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r;',
    ],
  ])('Ctrl-C comes back from %s, and nothing is lost', async (_name, statement) => {
    const typist = new Typist(client);
    await typist.type('CREATE TABLE mine AS SELECT 42 AS n;');
    await typist.type('BEGIN;');
    await typist.begin(statement);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await typist.interrupt()).toBe('statement');
    expect(await typist.prompt()).toBe('athleticu=!# ');
    expect(typist.screen).toMatch(/\^CCancel request sent\nERROR: {2}canceling statement due to user request\n$/);
    await typist.type('ROLLBACK;');
    expect(await typist.type('SELECT n FROM mine;')).toContain('42');
    // The one that was killed, if it was the first, and the next one.
    expect(databases).toBeGreaterThanOrEqual(1);
  });

  test('Ctrl-C ends \\watch', async () => {
    const typist = new Typist(client);
    await typist.begin('SELECT 42 AS n \\watch 0.2');
    await vi.waitFor(() => {
      expect(typist.screen.match(/42/g)?.length).toBeGreaterThan(3);
    }, 20_000);
    expect(['pause', 'statement']).toContain(await typist.interrupt());
    await typist.prompt();
    expect(await typist.type('SELECT 1 + 1 AS two;')).toContain('2');
  });

  test.each([
    ['statements', "'SELECT 1;'"],
    // They take no time: the last of them begins them anew.
    ['commands', "CASE n WHEN 10000 THEN '\\i many.sql' ELSE '\\echo hello' END"],
  ])('Ctrl-C ends a file of 10,000 %s', async (_name, line) => {
    const typist = new Typist(client);
    await typist.type('\\t on');
    await typist.type('\\a');
    await typist.type('\\o many.sql');
    await typist.type(`SELECT ${line} FROM generate_series(1, 10000) AS n;`);
    await typist.type('\\o');
    await typist.begin('\\i many.sql');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await typist.interrupt()).toBe('statement');
    await typist.prompt();
    expect(await typist.type('SELECT 40 + 2;')).toContain('42');
  });

  test('two consoles take turns', async () => {
    const [one, other] = [new Typist(client), new Typist(client)];
    await one.type('CREATE TABLE mine AS SELECT 1 AS n;');
    await other.type('CREATE TABLE mine AS SELECT 2 AS n;');
    expect(await one.type('TABLE mine;')).toMatch(/^ 1$/m);
    expect(await other.type('TABLE mine;')).toMatch(/^ 2$/m);
  });

  test('\\e goes on with the edited text', async () => {
    const typist = new Typist(client);
    expect(await typist.type('\\e')).toContain('7');
  });

  test('knows what can be typed', async () => {
    const typist = new Typist(client);
    await typist.type('CREATE TABLE athletes (name text, born_on date);');
    await typist.prompt();
    const names = async (line: string): Promise<readonly string[]> => (await typist.console.complete(line)).words;
    expect(await names('SELECT * FROM ath')).toEqual(['athletes']);
    expect(await names('SELECT * FROM athletes WHERE bo')).toContain('born_on');
    expect(await names('\\d ath')).toEqual(['athletes']);
    expect(await names('\\c ')).toContain('athleticu');
    expect(await names('\\ti')).toEqual(['timing']);
    expect(await names('sel')).toContain('select');
    // Typed at once behind a completion, a line must not mix with it.
    void typist.console.complete('SELECT * FROM ath');
    expect(await typist.type('SELECT 40 + 2;')).toContain('42');
  });
});
