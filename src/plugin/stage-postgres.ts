import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureSnapshot, snapshotFile } from '../engine/snapshot/ensure-snapshot';

/** What of PGlite a page loads; extensions, other builds and what only initdb needs stay behind. */
const SERVED = /^(index\.js|chunk-.+\.js|pglite\.(wasm|data)|initdb\.js)$/;

/** What takes long to load, and so is shown to arrive: see `src/worker/browser/postgres.worker.ts`. */
const LARGE = ['pglite.wasm', 'pglite.data', 'cluster.bin'];

/** PostgreSQL, as the site serves it. */
export interface StagedPostgres {
  /** The path of PGlite's module under the site's base URL; the version in it makes old copies harmless. */
  readonly path: string;
  /** How much a page loads of it, in bytes. */
  readonly bytes: number;
}

/** A static directory of the site that set-up fills; relative to the project's folder. */
export const STAGED_STATIC = path.join('.cache', 'static');

/**
 * Copies PGlite's files, as they are, to where the site serves them (bundled, it fails), and puts its snapshot there.
 */
export async function stagePostgres(root: string): Promise<StagedPostgres> {
  const require = createRequire(path.join(root, 'package.json'));
  const dist = path.dirname(require.resolve('@electric-sql/pglite'));
  const { version } = JSON.parse(readFileSync(path.join(dist, '..', 'package.json'), 'utf8')) as { version: string };
  const target = path.join(root, STAGED_STATIC, 'postgres', version);
  mkdirSync(target, { recursive: true });
  for (const file of readdirSync(dist)) {
    if (SERVED.test(file) && !existsSync(path.join(target, file))) {
      copyFileSync(path.join(dist, file), path.join(target, file));
    }
  }
  await ensureSnapshot(snapshotFile(root));
  return {
    path: `postgres/${version}/index.js`,
    bytes: LARGE.reduce((sum, file) => sum + statSync(path.join(target, file)).size, 0),
  };
}
