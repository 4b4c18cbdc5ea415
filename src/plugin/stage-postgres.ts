import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** What of PGlite a page loads; extensions and other builds stay behind. */
const SERVED = /^(index\.js|chunk-.+\.js|pglite\.(wasm|data)|initdb\.(wasm|js))$/;

/** A static directory of the site that set-up fills; relative to the project's folder. */
export const STAGED_STATIC = path.join('.cache', 'static');

/**
 * Copies PGlite's files, as they are, to where the site serves them: bundled, it fails.
 * @returns the path of its module under the site's base URL; the version in it makes old copies harmless
 */
export function stagePostgres(root: string): string {
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
  return `postgres/${version}/index.js`;
}
