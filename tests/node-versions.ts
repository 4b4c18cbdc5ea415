// Runs all tests on each version of Node that the project supports, each time on a clean checkout of the last commit.
//
//   npm run test:node-versions
//   npm run test:node-versions -- 22 24
//   npm run test:node-versions -- 22 --script unit
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installNode } from './lib/install-node';

const SUPPORTED = ['20', '22', '24'];
const THIS_SCRIPT = 'test:node-versions';

/** What stands on the command line. */
interface Options {
  readonly versions: readonly string[];
  /** The npm script to run in each checkout. */
  readonly script: string;
}

/** What became of one version. */
interface Result {
  readonly version: string;
  /** As Node itself says it; `null` when it could not be installed. */
  readonly real: string | null;
  readonly failure: string | null;
}

function scriptNames(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  // Itself it would run for ever.
  return Object.keys(scripts).filter((name) => name !== THIS_SCRIPT);
}

/** Reads the command line. @returns the options, or what is wrong with it */
function readOptions(args: readonly string[]): Options | string {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { script: { type: 'string', default: 'test' } },
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { positionals, values } = parsed;
  const bad = positionals.find((version) => !/^\d+(\.\d+){0,2}$/.test(version));
  if (bad !== undefined) return `"${bad}" is not a version of Node. Write it as 22 or 22.11.0.`;
  if (!scriptNames().includes(values.script)) {
    return `There is no script "${values.script}" to run. There are ${scriptNames().join(', ')}.`;
  }
  return { versions: positionals.length > 0 ? [...new Set(positionals)] : SUPPORTED, script: values.script };
}

/** The environment in which a program finds that Node first, and nothing of this checkout. */
function environment(nodeFolder: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_(?!config_)/.test(name) && !['NODE', 'INIT_CWD'].includes(name),
  );
  const ownTools = path.join('node_modules', '.bin');
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => !folder.endsWith(ownTools));
  return { ...Object.fromEntries(kept), PATH: [nodeFolder, ...folders].join(path.delimiter) };
}

function testOn(version: string, script: string, folder: string): Result {
  let nodeFolder: string;
  try {
    mkdirSync(folder);
    nodeFolder = installNode(version, path.join(folder, 'node'));
  } catch (error) {
    return { version, real: null, failure: error instanceof Error ? error.message : String(error) };
  }
  const env = environment(nodeFolder);
  const real = spawnSync('node', ['--version'], { env, encoding: 'utf8' }).stdout.trim();
  if (!`${real}.`.startsWith(`v${version}.`)) return { version, real, failure: 'this is not the version asked for' };
  console.log(`This is Node ${real}.`);

  const checkout = path.join(folder, 'checkout');
  const steps: readonly (readonly [command: string, ...args: string[]])[] = [
    ['git', 'clone', '--quiet', process.cwd(), checkout],
    ['npm', 'ci', '--no-audit', '--no-fund'],
    ['npm', 'run', script],
  ];
  for (const [command, ...args] of steps) {
    const cwd = command === 'git' ? process.cwd() : checkout;
    const { status } = spawnSync(command, args, { cwd, env, stdio: 'inherit' });
    if (status !== 0) return { version, real, failure: `${[command, ...args].join(' ')} failed` };
  }
  return { version, real, failure: null };
}

function main(): void {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === 'string') {
    console.error(`${options}\nUsage: npm run ${THIS_SCRIPT} -- [VERSION …] [--script NAME]`);
    process.exitCode = 1;
    return;
  }
  if (spawnSync('git', ['status', '--porcelain'], { encoding: 'utf8' }).stdout !== '') {
    console.log('What is not committed is not tested.');
  }
  const { versions, script } = options;
  const folder = mkdtempSync(path.join(tmpdir(), 'layer-by-layer-node-'));
  const results = versions.map((version) => {
    console.log(`\n== npm run ${script} on Node ${version}`);
    const ofVersion = path.join(folder, version);
    const result = testOn(version, script, ofVersion);
    rmSync(ofVersion, { recursive: true, force: true });
    return result;
  });
  rmSync(folder, { recursive: true, force: true });
  console.log();
  for (const { version, real, failure } of results) {
    console.log(`Node ${real ?? version}: npm run ${script} ${failure === null ? 'passed' : `FAILED: ${failure}`}`);
  }
  process.exitCode = results.every(({ failure }) => failure === null) ? 0 : 1;
}

main();
