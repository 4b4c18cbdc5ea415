import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
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
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', debianPackage],
  ]) {
    spawnSync('apt-get', args, {
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

/**
 * Finds psql and `script`, or installs them.
 * @throws Error that says what is missing
 */
export function findPsql(): RealPsql {
  const psql = find('psql', 'postgresql-client');
  const script = find('script', 'bsdutils');
  const { stdout } = spawnSync(psql, ['--version'], { encoding: 'utf8' });
  const major = /^psql \(PostgreSQL\) (\d+)/.exec(stdout)?.[1];
  if (major === undefined) throw new Error(`${psql} does not tell its version: ${stdout}`);
  return { psql, script, major: Number(major) };
}
