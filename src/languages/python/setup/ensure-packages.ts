import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { ARCHIVE_NAMES, ARCHIVES, type ArchiveName } from '../archives';
import { runStrip, stripVersion } from './run-strip';
import { writeTar } from './write-tar';

/** Changes with what this file does to packages, so that archives which an earlier one made are not taken. */
const FORMAT = 2;

/** What pip is asked to bring: files for the Python of Pyodide, on whatever machine this is. */
const FOR_PYODIDE = [
  ...['--no-deps', '--no-compile', '--only-binary=:all:', '--implementation', 'cp', '--python-version', '3.14'],
  ...['--platform', 'manylinux2014_x86_64', '--platform', 'any'],
];

/** How pip is started, one of which works where Python is. */
const PIPS: readonly (readonly [string, ...string[]])[] = [
  ['python3', '-m', 'pip'],
  ['python', '-m', 'pip'],
  ['py', '-m', 'pip'],
  ['pip3'],
  ['pip'],
];

/** What stays behind: machine code (each module has a form in Python), other databases, tests and types. */
const LEFT_OUT = [
  /\.(so|pyd|pyi|pyx|pxd|c|typed|txt)$/,
  /^sqlalchemy\/(testing|dialects\/(mssql|oracle))\//,
  /^sqlalchemy\/ext\/mypy\//,
  /^werkzeug\/debug\/shared\//,
  /(^|\/)(tests?|__pycache__)\//,
];

/** Python's packages are not here, and cannot be had. */
export class PythonPackagesMissingError extends Error {
  override readonly name = 'PythonPackagesMissingError';

  constructor(reason: string) {
    super(
      `The packages for Python (SQLAlchemy, Flask …) are not here: ${reason}\n` +
        'They come with pip: install Python 3 with pip (https://www.python.org/downloads/), and try again. ' +
        'Everything that is not Python works without them.',
    );
  }
}

/**
 * The folder of the archives. Its name changes with what they are made from.
 * @param root the project's folder
 */
function packagesFolder(root: string): string {
  const hash = createHash('sha256')
    .update(String(FORMAT))
    .update(stripVersion(root))
    .update(JSON.stringify([FOR_PYODIDE, LEFT_OUT.map(String)]));
  const requirements = readFileSync(requirementsFile(root));
  return path.join(root, '.cache', 'static', 'python', hash.update(requirements).digest('hex').slice(0, 12));
}

/** The file of an archive. Its name tells a server neither to compress it nor to announce it as compressed. */
function archiveFile(folder: string, name: ArchiveName): string {
  return path.join(folder, `${name}.bin`);
}

function requirementsFile(root: string): string {
  return path.join(root, 'src', 'languages', 'python', 'requirements.txt');
}

function install(root: string, target: string): void {
  const args = ['install', '--quiet', '--disable-pip-version-check', '--target', target, ...FOR_PYODIDE];
  let reason = 'there is no pip.';
  for (const [program, ...before] of PIPS) {
    const pip = spawnSync(program, [...before, ...args, '-r', requirementsFile(root)], { encoding: 'utf8' });
    if (pip.status === 0) return;
    if (pip.error === undefined && !pip.stderr.includes('No module named pip'))
      reason = `pip says: ${pip.stderr.trim()}`;
  }
  throw new PythonPackagesMissingError(reason);
}

/** A top-level module's name, of the path of one of its files. */
function moduleOf(file: string): string {
  return (file.split('/')[0] ?? '').replace(/\.py$/, '');
}

/** Flask asks for the versions of its packages, as `importlib.metadata` knows them. */
function ownerOf(file: string): string {
  return moduleOf(file).replace(/-[^-]*\.dist-info$/, '');
}

function readFiles(folder: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const full = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, full).replaceAll(path.sep, '/');
    const isMetadata = name.includes('.dist-info/') && !name.endsWith('/METADATA');
    if (!entry.isFile() || isMetadata || LEFT_OUT.some((pattern) => pattern.test(name))) continue;
    files.set(name, readFileSync(full));
  }
  return files;
}

/**
 * Makes the archives unless they are there.
 * @param root the project's folder
 * @returns the file of each
 * @throws PythonPackagesMissingError where there is no pip, or it cannot bring them
 */
export function ensurePackages(root: string): Readonly<Record<ArchiveName, string>> {
  const folder = packagesFolder(root);
  const made = { sqlalchemy: archiveFile(folder, 'sqlalchemy'), flask: archiveFile(folder, 'flask') };
  if (ARCHIVE_NAMES.every((name) => existsSync(made[name]))) return made;
  const installed = mkdtempSync(path.join(tmpdir(), 'layer-by-layer-python-'));
  try {
    install(root, installed);
    runStrip(root, 'packages', installed);
    const files = readFiles(installed);
    mkdirSync(folder, { recursive: true });
    for (const name of ARCHIVE_NAMES) {
      const own = new Map([...files].filter(([file]) => ARCHIVES[name].includes(ownerOf(file))));
      if (own.size === 0) throw new Error(`pip brought nothing for the archive "${name}".`);
      const packed = gzipSync(writeTar(own), { level: constants.Z_BEST_COMPRESSION });
      // Others may be making it too: what counts as the file is never half of it.
      const fresh = `${made[name]}.${randomUUID()}`;
      writeFileSync(fresh, packed);
      renameSync(fresh, made[name]);
    }
  } finally {
    rmSync(installed, { recursive: true, force: true });
  }
  return made;
}
