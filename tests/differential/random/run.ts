import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Database, Dataset, StatementResult } from '../../../src/core/database';
import { NotTrustedError } from '../../../src/engine/not-trusted-error';
import { readCourse } from '../../../src/plugin/read-course';
import { type ComparedEngines, startEngines } from '../engines';
import { cutOf, equalRows, isAllowed } from '../cut';
import { asBag, sortKeys } from '../row-order';
import { beginnerSelect } from './beginner-select';
import { randomDataset } from './datasets';
import { change, otherSelect } from './other-statement';
import { Random } from './prng';
import { respell } from './spelling';

/** What a statement is: a plain SELECT of the first lessons, another SELECT, or a change. */
type Kind = 'plain' | 'other' | 'change';

interface Statement {
  readonly kind: Kind;
  readonly sql: string;
}

interface Difference {
  readonly sql: string;
  readonly dataset: Dataset;
  readonly engine: string;
  readonly given: unknown;
  readonly expected: unknown;
}

type Counts = Record<Kind, { generated: number; answered: number }>;

/** So many statements run on one data set before the next one. */
const ROUND = 200;
/** More differences than anybody reads. */
const MOST_DIFFERENCES = 10;
/** pg-mem gets slow on large tables, and club has nothing that the small sets lack. */
const TOO_LARGE: ReadonlySet<string> = new Set(['club']);
/** Two servers need not agree on these. */
const CHANGES_BY_ITSELF = /current_date|now\(|random\(/i;

function generate(random: Random): Statement {
  const [kind, rule] = random.weighted([
    [72, ['plain', beginnerSelect] as const],
    [26, ['other', otherSelect] as const],
    [2, ['change', change] as const],
  ]);
  return { kind, sql: respell(random, rule(random)) };
}

/** pg-mem's answer, or `null` where it is not trusted. */
async function quickly(pgMem: Database, sql: string): Promise<StatementResult | null> {
  try {
    const [result] = await pgMem.exec(sql);
    return result ?? null;
  } catch (error) {
    if (error instanceof NotTrustedError) return null;
    throw error;
  }
}

/** Whether two PostgreSQLs kept other rows only where ORDER BY leaves it open which ones LIMIT and OFFSET keep. */
async function choseOtherEquals(
  sql: string,
  given: readonly StatementResult[],
  expected: readonly StatementResult[],
  { postgres, server }: ComparedEngines,
): Promise<boolean> {
  const [[one, ...more], [other]] = [given, expected];
  const cut = cutOf(sql);
  if (!cut || one?.kind !== 'rows' || other?.kind !== 'rows' || more.length > 0) return false;
  if (!isDeepStrictEqual({ ...one, rows: [] }, { ...other, rows: [] })) return false;
  const [whole, really] = [await postgres.exec(cut.whole), await server.exec(cut.whole)];
  if (!isDeepStrictEqual(whole.map(asBag), really.map(asBag))) return false;
  const equals = await equalRows(cut, server);
  return equals !== null && [one, other].every((result) => isAllowed(result, equals, cut));
}

interface Compared {
  readonly answered: boolean;
  readonly choseOtherEquals: boolean;
  readonly differences: readonly Difference[];
}

async function compare({ sql, kind }: Statement, dataset: Dataset, engines: ComparedEngines): Promise<Compared> {
  const { pgMem, postgres, server } = engines;
  const differences: Difference[] = [];
  const expectSame = (engine: string, given: unknown, expected: unknown): void => {
    if (!isDeepStrictEqual(given, expected)) differences.push({ sql, dataset, engine, given, expected });
  };
  let quick: StatementResult | null = null;
  try {
    quick = await quickly(pgMem, sql);
    if (kind === 'change') {
      expectSame('pg-mem', quick, null);
      return { answered: quick !== null, choseOtherEquals: false, differences };
    }
  } catch (error) {
    expectSame('pg-mem', String(error), 'an answer, or that it is not trusted');
  }
  const really = await server.exec(sql);
  let isOtherChoice = false;
  if (!CHANGES_BY_ITSELF.test(sql)) {
    const embedded = await postgres.exec(sql);
    const isSame = isDeepStrictEqual(embedded.map(asBag), really.map(asBag));
    isOtherChoice = !isSame && (await choseOtherEquals(sql, embedded, really, engines));
    if (!isOtherChoice) expectSame('postgres', embedded.map(asBag), really.map(asBag));
  }
  if (quick === null) return { answered: false, choseOtherEquals: isOtherChoice, differences };
  expectSame('pg-mem', [asBag(quick)], really.map(asBag));
  const keys = sortKeys(sql);
  // Without what the query shows, LIMIT may cut between rows that are no longer told apart; then there is no answer.
  const sorted = keys === null ? null : await quickly(pgMem, keys);
  if (keys !== null && sorted !== null) expectSame('pg-mem, order', [sorted], await server.exec(keys));
  return { answered: true, choseOtherEquals: isOtherChoice, differences };
}

function share(answered: number, generated: number): string {
  const percent = generated === 0 ? 0 : (100 * answered) / generated;
  return `${String(answered)} of ${String(generated)} (${percent.toFixed(1)} %)`;
}

function report({ sql, dataset, engine, given, expected }: Difference): string {
  const rows = (value: unknown): string => JSON.stringify(value).slice(0, 2000);
  return [
    `\nDIFFERENCE (${engine}, on ${dataset.id})`,
    sql,
    `  ${engine}: ${rows(given)}`,
    `  server: ${rows(expected)}`,
  ].join('\n');
}

/**
 * Generates random statements and compares what pg-mem is trusted to answer, and what the embedded PostgreSQL answers,
 * with a real server. Everything follows from the seed.
 * @returns whether there was no difference
 */
export async function runRandom(count: number, seed: number): Promise<boolean> {
  const started = performance.now();
  const repeat = `npm run test:differential -- --random ${String(count)} --seed ${String(seed)}`;
  console.log(`${String(count)} random statements, seed ${String(seed)}. To repeat: ${repeat}`);
  const random = new Random(seed);
  const root = path.resolve('.');
  const schema = readFileSync(path.join(root, 'exercises', 'datasets', 'schema.sql'), 'utf8');
  const course = [...readCourse(root).datasets.values()].filter(({ id }) => !TOO_LARGE.has(id));
  const engines = await startEngines();
  const counts: Counts = {
    plain: { generated: 0, answered: 0 },
    other: { generated: 0, answered: 0 },
    change: { generated: 0, answered: 0 },
  };
  const differences: Difference[] = [];
  let otherChoices = 0;
  try {
    for (let done = 0; done < count;) {
      const dataset = random.chance(65)
        ? randomDataset(random, schema, `random ${String(done / ROUND)}`)
        : random.pick(course);
      for (const engine of [engines.pgMem, engines.postgres, engines.server]) await engine.reset(dataset);
      for (const end = Math.min(done + ROUND, count); done < end; done++) {
        const statement = generate(random);
        const compared = await compare(statement, dataset, engines);
        counts[statement.kind].generated++;
        if (compared.answered) counts[statement.kind].answered++;
        if (compared.choseOtherEquals) otherChoices++;
        differences.push(...compared.differences);
      }
    }
  } finally {
    await engines.close();
  }
  for (const difference of differences.slice(0, MOST_DIFFERENCES)) console.error(report(difference));
  const all = Object.values(counts);
  const sum = (what: 'generated' | 'answered'): number => all.reduce((total, each) => total + each[what], 0);
  console.log(
    [
      `pg-mem answered ${share(counts.plain.answered, counts.plain.generated)} of the plain beginner SELECTs,`,
      `${share(sum('answered'), sum('generated'))} of all;`,
      `${String(differences.length)} differences;`,
      `LIMIT kept other rows that ORDER BY leaves equal ${String(otherChoices)} times; seed ${String(seed)};`,
      `${((performance.now() - started) / 1000).toFixed(0)} s`,
    ].join(' '),
  );
  if (differences.length > 0) console.error(`There are differences. To repeat: ${repeat}`);
  return differences.length === 0;
}
