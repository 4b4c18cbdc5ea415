import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureSnapshot, snapshotFile } from '../engine/snapshot/ensure-snapshot';
import { packFiles } from '../engine/snapshot/pack-files';
import { stagedFolder } from '../engine/snapshot/staged-folder';
import { writeWhole } from './write-whole';

/** What of PGlite a page loads; extensions, other builds and what only initdb needs stay behind. */
const SERVED = /^(index\.js|chunk-.+\.js|pglite\.wasm|initdb\.js)$/;

/** What `engine/snapshot/pack-files.ts` makes. Its name tells a server neither to compress it nor to announce it as compressed. */
const FILES = 'files.bin';

/** What takes long to load, and so is shown to arrive: see `src/worker/browser/postgres.worker.ts`. */
const LARGE = ['pglite.wasm', FILES, 'cluster.bin'];

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
 * Copies PGlite's scripts, as they are, to where the site serves them (bundled, it fails), and puts its files and its
 * snapshot there.
 */
export async function stagePostgres(root: string): Promise<StagedPostgres> {
  const require = createRequire(path.join(root, 'package.json'));
  const dist = path.dirname(require.resolve('@electric-sql/pglite'));
  const target = stagedFolder(root);
  mkdirSync(target, { recursive: true });
  for (const file of readdirSync(dist)) {
    if (SERVED.test(file)) writeWhole(path.join(target, file), () => readFileSync(path.join(dist, file)));
  }
  writeWhole(path.join(target, FILES), () => packFiles(dist));
  await ensureSnapshot(snapshotFile(root));
  return {
    path: `postgres/${path.basename(target)}/index.js`,
    bytes: LARGE.reduce((sum, file) => sum + statSync(path.join(target, file)).size, 0),
  };
}
