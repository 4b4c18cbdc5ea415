// `npm run test:differential`: all differential tests, some of them, or as many random statements as one asks for.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runRandom } from './random/run';

const MOST_STATEMENTS = 10_000_000;
const SEEDS = 2 ** 32;

const USAGE = `npm run test:differential                                all tests
npm run test:differential -- FILE …                      the tests in these files
npm run test:differential -- --random N [--seed SEED]    N random statements, the same for the same seed`;

/** What the user asked for cannot be done. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) {
    throw new UsageError(`--${option} takes a whole number from ${String(least)} to ${String(most)}, not "${text}".`);
  }
  return number;
}

function parse(args: string[]): ReturnType<typeof parseKnown> {
  try {
    return parseKnown(args);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function parseKnown(args: string[]): { files: string[]; random: string | undefined; seed: string | undefined } {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { random: { type: 'string' }, seed: { type: 'string' } },
  });
  return { files: positionals, random: values.random, seed: values.seed };
}

function runTests(files: readonly string[]): boolean {
  const vitest = path.join(
    path.dirname(createRequire(path.resolve('package.json')).resolve('vitest/package.json')),
    'vitest.mjs',
  );
  const chosen = files.length > 0 ? files : ['tests/differential'];
  const args = [vitest, 'run', '--config', 'tests/vitest.config.mts', ...chosen];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
}

async function main(args: string[]): Promise<boolean> {
  const { files, random, seed } = parse(args);
  if (random !== undefined && files.length > 0) throw new UsageError('--random takes no files.');
  if (random === undefined && seed !== undefined) throw new UsageError('--seed needs --random.');
  if (random === undefined) return runTests(files);
  const count = wholeNumber('random', random, 1, MOST_STATEMENTS);
  return runRandom(count, seed === undefined ? randomInt(SEEDS) : wholeNumber('seed', seed, 0, SEEDS - 1));
}

main(process.argv.slice(2)).then(
  (equal) => {
    process.exitCode = equal ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error instanceof UsageError ? `${error.message}\n\n${USAGE}` : error);
    process.exitCode = 2;
  },
);
