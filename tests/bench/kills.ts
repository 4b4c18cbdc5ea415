// Kills a hundred runs in a row, and looks after each whether the page answers, and at the end what memory it holds.
// Measures `build/` as it is.
import { CellDriver, CourseSite, PHONE } from '../e2e/course-site';
import { rendererMemory } from './renderer-memory';

const ROUNDS = 25;
/** How much more memory the page may hold at the end than after the first round. */
const MOST_GROWTH = 0.2;
/** How long a run goes on before it is stopped, in milliseconds: long enough to be under way. */
const UNDER_WAY_MS = 400;

interface Kill {
  readonly name: string;
  readonly language: 'sql' | 'typescript';
  readonly code: string;
  /** What must be there afterwards. */
  readonly ends: 'stopped' | 'error';
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

async function open(site: CourseSite, address: string, exercise: string): Promise<CellDriver> {
  const { page } = await site.visit(address, PHONE);
  return CellDriver.exercise(page, exercise);
}

async function run(cell: CellDriver, code: string): Promise<void> {
  await cell.fill(code);
  await cell.button('Run').tap();
}

async function kill(cell: CellDriver, { name, code, ends }: Kill): Promise<void> {
  await run(cell, code);
  if (ends === 'stopped') {
    await cell.page.waitForTimeout(UNDER_WAY_MS);
    await cell.button('Stop').tap();
  }
  await cell.settled();
  const text = await cell.text();
  if (!(ends === 'stopped' ? /Stopped/ : /ERROR:|engine failed/i).test(text))
    throw new Error(`${name} shows:\n${text}`);
}

async function prove(cell: CellDriver, { name, language }: Kill): Promise<void> {
  const { code, shows } = PROOF[language];
  await run(cell, code);
  await cell.settled();
  const text = (await cell.text()).split(code).at(-1) ?? '';
  if (!text.includes(shows)) throw new Error(`After ${name} the page shows:\n${text}`);
}

async function main(): Promise<void> {
  const site = await CourseSite.open();
  const cells = {
    sql: await open(site, '/learn/reading-rows/', 'reading-medals'),
    typescript: await open(site, '/learn/sql-expressions/', 'kysely-athletes-per-club'),
  };
  const memory: number[] = [];
  const started = performance.now();
  for (let round = 0; round < ROUNDS; round++) {
    for (const one of KILLS) {
      await kill(cells[one.language], one);
      await prove(cells[one.language], one);
    }
    memory.push(rendererMemory());
    console.log(
      `${String((round + 1) * KILLS.length).padStart(4)} kills  ${((memory.at(-1) ?? 0) / 1e6).toFixed(0)} MB`,
    );
  }
  await site.close();
  const [first = 0] = memory;
  const last = memory.at(-1) ?? 0;
  const growth = last / first - 1;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(
    `${ROUNDS * KILLS.length} kills in ${seconds} s. Memory: ${(growth * 100).toFixed(0)} % more than after the first ${KILLS.length}.`,
  );
  if (growth > MOST_GROWTH) process.exitCode = 1;
}

void main();
