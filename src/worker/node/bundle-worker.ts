import { buildSync } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** What a bundle depends on: our sources, and the libraries that the lock file names. */
function fingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(path.join(root, 'src'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts') || entry.name.endsWith('.test.ts')) continue;
    const file = path.join(entry.parentPath, entry.name);
    hash.update(`${file} ${String(statSync(file).mtimeMs)}\n`);
  }
  hash.update(String(statSync(path.join(root, 'package-lock.json')).mtimeMs));
  return hash.digest('hex').slice(0, 16);
}

/**
 * Bundles the entry of the worker threads to JavaScript, which a thread can start from; once for each state of the
 * sources. Kept under `.cache/`.
 * @param root the project's folder
 * @returns the path of the file to start
 */
export function bundleWorker(root: string): string {
  const cache = path.join(root, '.cache', 'worker');
  const folder = path.join(cache, fingerprint(root));
  const file = path.join(folder, 'serve.mjs');
  if (existsSync(file)) return file;
  const fresh = `${folder}.${String(process.pid)}`;
  buildSync({
    absWorkingDir: root,
    entryPoints: [path.join(root, 'src', 'worker', 'node', 'serve.ts')],
    outdir: fresh,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['@electric-sql/pglite', 'pyodide', 'pg-native'],
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  try {
    // Several processes may get here at once; the first one to finish wins.
    renameSync(fresh, folder);
  } catch {
    rmSync(fresh, { recursive: true, force: true });
  }
  for (const old of readdirSync(cache)) {
    const stale = path.join(cache, old);
    const isOld = Date.now() - statSync(stale).mtimeMs > 3_600_000;
    if (stale !== folder && isOld) rmSync(stale, { recursive: true, force: true });
  }
  return file;
}
