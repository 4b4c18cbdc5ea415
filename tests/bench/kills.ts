// Kills a hundred runs in a row, and looks after each whether the page answers, and at the end what memory it holds.
// Measures `build/` as it is.
import { CellDriver, CourseSite, PHONE } from '../e2e/course-site';
import { freePort, SurvivingPage } from '../e2e/surviving-page';
import { rendererMemory } from './renderer-memory';

const ROUNDS = 20;
/** How much more memory the page may hold at the end than after the first round. */
const MOST_GROWTH = 0.2;
/** How long a run goes on before it is stopped, in milliseconds: long enough to be under way. */
const UNDER_WAY_MS = 400;
/** A heap that a program fills within its time limit, on a slow machine too. */
const SMALL_HEAP = '--js-flags=--max-old-space-size=160';

/** What a page shows for each end. What allocates may be out of time before it fails; how often memory was full is counted. */
const SHOWN = {
  stopped: /Stopped/,
  error: /ERROR:|engine failed|was still running/i,
  full: /all the memory that it may have|was still running/,
} as const;

interface Kill {
  readonly name: string;
  readonly language: 'sql' | 'typescript';
  readonly code: string;
  /** What must be there afterwards. */
  readonly ends: keyof typeof SHOWN;
}

const KILLS: readonly Kill[] = [
  { name: 'an endless loop', language: 'typescript', code: 'for (;;) {}', ends: 'stopped' },
  {
    name: 'a loop that holds 200 MB',
    language: 'typescript',
    code: 'const all = Array.from({ length: 20 }, () => new Uint8Array(1e7).fill(1)); for (;;) all[0].fill(2);',
    ends: 'stopped',
  },
  {
    name: 'allocation in JavaScript until it fails',
    language: 'typescript',
    code: 'const all = []; for (;;) all.push(new Array(1e6).fill(1));',
    ends: 'full',
  },
  {
    name: 'a runaway recursive query',
    language: 'sql',
    code: 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n;',
    ends: 'stopped',
  },
  {
    name: 'allocation in PostgreSQL until it fails',
    language: 'sql',
    code: "SELECT length(string_agg(repeat('x', 10000000), '')) FROM generate_series(1, 1000);",
    ends: 'error',
  },
];

const PROOF: Readonly<Record<Kill['language'], { readonly code: string; readonly shows: string }>> = {
  sql: { code: 'SELECT 6 * 7 AS answer;', shows: '42' },
  typescript: { code: 'console.log(6 * 7);', shows: '42' },
};

/** The cell of an exercise, in a page that is watched beyond the crash of a frame in it. */
class Cell {
  readonly page: SurvivingPage;
  readonly #exercise: string;

  private constructor(page: SurvivingPage, exercise: string) {
    this.page = page;
    this.#exercise = exercise;
  }

  static async open(site: CourseSite, port: number, address: string, exercise: string): Promise<Cell> {
    await site.visit(address, PHONE);
    return new Cell(new SurvivingPage(port, site.url + address), exercise);
  }

  do<T>(action: (cell: CellDriver) => Promise<T>): Promise<T> {
    return this.page.do((page) => action(CellDriver.exercise(page, this.#exercise)));
  }

  async run(code: string): Promise<void> {
    await this.do((cell) => cell.fill(code));
    await this.do(async (cell) => {
      if ((await cell.state.getAttribute('data-state')) !== 'busy') await cell.button('Run').click();
    });
  }

  /** What stands there once nothing runs. */
  async settled(): Promise<string> {
    await this.do((cell) => cell.settled());
    return this.do((cell) => cell.text());
  }
}

/** @returns whether all memory was taken */
async function kill(cell: Cell, { name, code, ends }: Kill): Promise<boolean> {
  await cell.run(code);
  if (ends === 'stopped') {
    await new Promise((resolve) => setTimeout(resolve, UNDER_WAY_MS));
    await cell.do((driver) => driver.button('Stop').click());
  }
  const text = await cell.settled();
  if (!SHOWN[ends].test(text)) throw new Error(`${name} shows:\n${text}`);
  return ends === 'full' && text.includes('all the memory');
}

async function prove(cell: Cell, { name, language }: Kill): Promise<void> {
  const { code, shows } = PROOF[language];
  await cell.run(code);
  const text = (await cell.settled()).split(code).at(-1) ?? '';
  if (!text.includes(shows)) throw new Error(`After ${name} the page shows:\n${text}`);
}

async function main(): Promise<void> {
  const port = await freePort();
  const site = await CourseSite.open([`--remote-debugging-port=${String(port)}`, SMALL_HEAP]);
  const cells = {
    sql: await Cell.open(site, port, '/learn/reading-rows/', 'reading-medals'),
    typescript: await Cell.open(site, port, '/learn/sql-expressions/', 'kysely-athletes-per-club'),
  };
  const memory: number[] = [];
  let full = 0;
  const started = performance.now();
  for (let round = 0; round < ROUNDS; round++) {
    for (const one of KILLS) {
      if (await kill(cells[one.language], one)) full++;
      await prove(cells[one.language], one);
    }
    memory.push(rendererMemory());
    console.log(
      `${String((round + 1) * KILLS.length).padStart(4)} kills  ${((memory.at(-1) ?? 0) / 1e6).toFixed(0)} MB`,
    );
  }
  await Promise.all(Object.values(cells).map(({ page }) => page.close()));
  await site.close();
  const [first = 0] = memory;
  const last = memory.at(-1) ?? 0;
  const growth = last / first - 1;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(
    `${ROUNDS * KILLS.length} kills in ${seconds} s. Memory: ${(growth * 100).toFixed(0)} % more than after the first ${KILLS.length}.`,
  );
  console.log(`${full} of ${ROUNDS} programs that allocate until it fails came to that; the others ran out of time.`);
  if (growth > MOST_GROWTH || full === 0) process.exitCode = 1;
}

void main();
