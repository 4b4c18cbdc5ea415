// Programs that allocate until it fails: the page must survive them, as it survives endless loops.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { CellDriver, CourseSite, PHONE } from './course-site';
import { freePort, SurvivingPage } from './surviving-page';

const LESSON = '/learn/sql-expressions/';
const EXERCISE = 'kysely-athletes-per-club';
const HEADLINE = 'Stopped: the program took all the memory that it may have.';

/** How long a program is let run before its frame is ended, in milliseconds. */
const UNDER_WAY_MS = 1_000;

/** On a slow machine the time limit may come first. */
const EITHER = /took all the memory|was still running/;

const ARRAYS = 'const all = []; for (;;) all.push(new Array(1e6).fill(1));';

const GROWING: Readonly<Record<string, string>> = {
  arrays: ARRAYS,
  strings: "const all = []; for (let i = 0; ; i++) all.push(('text ' + i).repeat(1e5).toUpperCase());",
  promises: 'const all = []; for (;;) all.push(Promise.resolve(new Array(1e5).fill(1)));',
  closures: 'const all = []; for (let i = 0; ; i++) { const own = new Array(1e5).fill(i); all.push(() => own); }',
  'a map': 'const all = new Map(); for (let i = 0; ; i++) all.set(i, new Array(1e4).fill(i));',
  objects: 'let all = {}; for (;;) all = { all };',
  'small promises': 'const all = []; for (;;) all.push(new Promise(() => {}));',
  'what is awaited':
    'const all = []; const one = async () => { all.push(new Array(1e4).fill(all)); await null; }; for (;;) await one();',
};

interface Learner {
  readonly site: CourseSite;
  readonly survivor: SurvivingPage;
  readonly first: Page;
}

async function open(args: readonly string[]): Promise<Learner> {
  const port = await freePort();
  const site = await CourseSite.open([`--remote-debugging-port=${String(port)}`, ...args]);
  const { page } = await site.visit(LESSON, PHONE);
  await page.evaluate(() => Object.assign(window, { isTheSame: true }));
  return { site, survivor: new SurvivingPage(port, site.url + LESSON), first: page };
}

function withCell<T>({ survivor }: Learner, action: (cell: CellDriver) => Promise<T>): Promise<T> {
  return survivor.do((page) => action(CellDriver.exercise(page, EXERCISE)));
}

/** Runs a program, whatever comes of it. @returns what is then shown below the code */
async function run(learner: Learner, code: string, button = 'Run'): Promise<string> {
  await withCell(learner, (cell) => cell.fill(code));
  await withCell(learner, async (cell) => {
    // A crash may come while Playwright still waits for what the click brings about.
    if ((await cell.state.getAttribute('data-state')) !== 'busy') await cell.button(button).click();
  });
  await withCell(learner, (cell) => cell.settled());
  const text = await withCell(learner, (cell) => cell.text());
  return text.slice(text.lastIndexOf('Control Enter runs the code.'));
}

async function isTheSamePage({ survivor }: Learner): Promise<boolean> {
  return survivor.do((page) => page.evaluate(() => 'isTheSame' in window));
}

describe('a program that takes all memory', () => {
  let learner: Learner;
  beforeAll(async () => {
    // A heap that is full within the time limit on any machine.
    learner = await open(['--js-flags=--max-old-space-size=160']);
  });
  afterAll(async () => {
    await learner.survivor.close();
    await learner.site.close();
  });

  test('has that outcome, and keeps what it had printed; the next run works', async () => {
    await withCell(learner, (cell) => cell.fill("console.log('begins'); await new Promise(() => {});"));
    await withCell(learner, async (cell) => {
      await cell.button('Run').click();
      // As if memory had run out now, however slow this machine is at filling it.
      // A frame that has just been made has no address yet.
      const frame = await vi.waitUntil(() => cell.page.frames().find((one) => one.url().endsWith('/program/')), {
        timeout: 30_000,
      });
      const session = await cell.page.context().newCDPSession(frame);
      await cell.page.waitForTimeout(UNDER_WAY_MS);
      session.send('Page.crash').catch(() => undefined);
    });
    await withCell(learner, (cell) => cell.settled());
    const text = await withCell(learner, (cell) => cell.text());
    expect(text).toContain(HEADLINE);
    expect(text).toContain('begins');
    expect(await run(learner, 'console.log(6 * 7);')).toContain('42');
    expect(await isTheSamePage(learner)).toBe(true);
  });

  test.each(Object.entries(GROWING))('in %s ends, and the next run works', async (_name, code) => {
    expect(await run(learner, `${code}\nexport {};`)).toMatch(EITHER);
    expect(await run(learner, 'console.log(6 * 7);')).toContain('42');
    expect(await isTheSamePage(learner)).toBe(true);
  });

  test('while PostgreSQL answers it; the next run has a PostgreSQL, too', async () => {
    const query = "import { Pool } from 'pg';\nconsole.log((await new Pool().query('SELECT now()')).rowCount);\n";
    expect(await run(learner, `${query}${ARRAYS}`)).toMatch(EITHER);
    expect(await run(learner, query)).toContain('PostgreSQL 18 in this page');
  });

  test('in a check fails it, and says why; the right answer passes afterwards', async () => {
    const code = (more: string): string => `import { db } from 'athleticu';
      export async function athletesPerClub() {
        ${more}
        const rows = await db.selectFrom('clubs').leftJoin('athletes', 'athletes.club_id', 'clubs.id')
          .select((eb) => ['clubs.name as club', eb.fn.count('athletes.id').as('athletes')]).groupBy('clubs.name').execute();
        return rows.map(({ club, athletes }) => ({ club, athletes: Number(athletes) }));
      }`;
    expect(await run(learner, code(ARRAYS), 'Check')).toMatch(/all the memory that it may have|was still running/);
    await withCell(learner, (cell) => cell.fill(code('')));
    expect(await withCell(learner, (cell) => cell.check())).toBe('passed');
  });
});

test.each(['**/program/', '**/run-worker.*.json'])(
  'without %s the page says so, and works once it is back',
  async (part) => {
    const site = await CourseSite.open();
    const { page } = await site.visit(LESSON, PHONE);
    const cell = CellDriver.exercise(page, EXERCISE);
    await page.context().route(part, (route) => route.abort());
    await cell.fill('console.log(6 * 7);');
    await cell.run();
    expect(await cell.text()).toContain('A worker could not be loaded. Are you offline?');
    await page.context().unroute(part);
    // The next worker may have been started, ahead, before that.
    await vi.waitFor(
      async () => {
        await cell.run();
        expect(await cell.text()).toContain('42');
      },
      { timeout: 30_000, interval: 1_000 },
    );
    await site.close();
  },
);

describe('with the memory that there is', () => {
  let learner: Learner;
  beforeEach(async () => {
    learner = await open([]);
  });
  afterEach(async () => {
    await learner.survivor.close();
    await learner.site.close();
  });

  test.each([
    ['arrays', ARRAYS],
    // More of them than there may be is an error of the program's.
    ['buffers', 'const all = []; for (;;) all.push(new Uint8Array(1e8).fill(1));'],
    ['a buffer too many', 'const all = []; for (;;) all.push(new ArrayBuffer(1e9));'],
  ])('%s end the run one way or the other, and the next run works', async (_name, code) => {
    expect(await run(learner, `${code}\nexport {};`)).toMatch(
      /took all the memory|was still running|Array buffer allocation failed/,
    );
    expect(await run(learner, 'console.log(6 * 7);')).toContain('42');
    expect(await isTheSamePage(learner)).toBe(true);
  });
});
