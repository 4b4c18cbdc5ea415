import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { ensureLibrary } from '../languages/python/setup/ensure-library';
import { ensurePackages, PythonPackagesMissingError } from '../languages/python/setup/ensure-packages';
import { STAGED_STATIC } from './stage-postgres';
import { writeWhole } from './write-whole';

/** What of Pyodide a page loads. */
const SERVED = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm'];

/** Python's own library, compressed. Its name tells a server neither to compress it nor to announce it as compressed. */
const LIBRARY = 'library.bin';

/** What it loads by `fetch`, and so is shown to arrive: see `src/worker/browser/python.worker.ts`. */
const FETCHED = ['pyodide.asm.wasm', LIBRARY];

/** A file, or a module with what it loads, as the site serves it. */
export interface StagedFile {
  /** Its path under the site's base URL. */
  readonly path: string;
  /** How much a page loads of it, in bytes. */
  readonly bytes: number;
}

/** Python, as the site serves it. */
export interface StagedPython {
  /** Pyodide's module; its version and its library's are in the path: that makes old copies harmless. */
  readonly runtime: StagedFile;
  /** The archives of packages, by name. */
  readonly archives: Readonly<Record<string, StagedFile>>;
  /** Why there are none; `null` when there are. */
  readonly missing: string | null;
}

function stageArchives(root: string): Pick<StagedPython, 'archives' | 'missing'> {
  try {
    const staged = Object.entries(ensurePackages(root)).map(([name, file]) => {
      const relative = path.relative(path.join(root, STAGED_STATIC), file).replaceAll(path.sep, '/');
      return [name, { path: relative, bytes: statSync(file).size }] as const;
    });
    return { archives: Object.fromEntries(staged), missing: null };
  } catch (error) {
    if (!(error instanceof PythonPackagesMissingError)) throw error;
    console.warn(error.message);
    return { archives: {}, missing: error.message };
  }
}

/** Puts Pyodide's files, and the archives of packages, where the site serves them. */
export function stagePython(root: string): StagedPython {
  const require = createRequire(path.join(root, 'package.json'));
  const dist = path.dirname(require.resolve('pyodide'));
  const { version } = JSON.parse(readFileSync(path.join(dist, 'package.json'), 'utf8')) as { version: string };
  const library = ensureLibrary(root);
  const hash = path.basename(library, '.zip').replace('library-', '');
  const target = path.join(root, STAGED_STATIC, 'pyodide', `${version}-${hash}`);
  mkdirSync(target, { recursive: true });
  for (const file of SERVED) {
    writeWhole(path.join(target, file), () => readFileSync(path.join(dist, file)));
  }
  writeWhole(path.join(target, LIBRARY), () =>
    gzipSync(readFileSync(library), { level: constants.Z_BEST_COMPRESSION }),
  );
  // Pyodide wants to know what else it could load, which is nothing.
  const { info } = JSON.parse(readFileSync(path.join(dist, 'pyodide-lock.json'), 'utf8')) as { info: object };
  writeWhole(path.join(target, 'pyodide-lock.json'), () => Buffer.from(JSON.stringify({ info, packages: {} })));
  return {
    runtime: {
      path: `pyodide/${version}-${hash}/pyodide.mjs`,
      bytes: FETCHED.reduce((sum, file) => sum + statSync(path.join(target, file)).size, 0),
    },
    ...stageArchives(root),
  };
}
