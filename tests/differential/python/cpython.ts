import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

const PYTHONS = ['python3', 'python', 'py'];

/** What is installed: the course's own packages, and the real driver. */
const REQUIREMENTS = ['src/languages/python/requirements.txt', 'tests/differential/python/requirements.txt'];

function mustRun(program: string, args: readonly string[]): void {
  const run = spawnSync(program, args, { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${[program, ...args].join(' ')} failed:\n${run.error?.message ?? run.stderr}`);
}

/** Makes a virtual environment of this machine's Python with SQLAlchemy, Flask and the real psycopg2, unless it is there. */
export function ensureCpython(root: string): string {
  const hash = createHash('sha256');
  for (const file of REQUIREMENTS) hash.update(readFileSync(path.join(root, file)));
  const folder = path.join(root, '.cache', 'cpython', hash.digest('hex').slice(0, 12));
  const program = (of: string): string =>
    process.platform === 'win32' ? path.join(of, 'Scripts', 'python.exe') : path.join(of, 'bin', 'python');
  if (existsSync(folder)) return program(folder);
  const python = PYTHONS.find((name) => spawnSync(name, ['--version']).status === 0);
  if (python === undefined) throw new Error('The comparison with the real psycopg2 needs Python 3 with pip.');
  const fresh = `${folder}.${String(process.pid)}`;
  mkdirSync(path.dirname(folder), { recursive: true });
  try {
    mustRun(python, ['-m', 'venv', fresh]);
    const files = REQUIREMENTS.flatMap((file) => ['-r', path.join(root, file)]);
    mustRun(program(fresh), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...files]);
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
  return program(folder);
}
