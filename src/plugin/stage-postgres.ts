import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureSnapshot, snapshotFile } from '../engine/snapshot/ensure-snapshot';

/** What of PGlite a page loads; extensions and other builds stay behind. */
const SERVED = /^(index\.js|chunk-.+\.js|pglite\.(wasm|data)|initdb\.(wasm|js))$/;

/** A static directory of the site that set-up fills; relative to the project's folder. */
export const STAGED_STATIC = path.join('.cache', 'static');

/**
 * Copies PGlite's files, as they are, to where the site serves them (bundled, it fails), and puts its snapshot there.
 * @returns the path of its module under the site's base URL; the version in it makes old copies harmless
 */
export async function stagePostgres(root: string): Promise<string> {
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
  return `postgres/${version}/index.js`;
}
