import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** What makes the files in the folder, beside PGlite itself. */
const MAKERS = ['block-archive.ts', 'snapshot/ensure-snapshot.ts', 'snapshot/pack-files.ts'];

/**
 * The folder of PostgreSQL's files as the site serves them. Its name changes with PGlite and with what we make of it: so
 * nobody, here or in a browser, goes on with files that were made in another way.
 * @param root the project's folder
 */
export function stagedFolder(root: string): string {
  const require = createRequire(path.join(root, 'package.json'));
  const packageJson = path.join(path.dirname(require.resolve('@electric-sql/pglite')), '..', 'package.json');
  const { version } = JSON.parse(readFileSync(packageJson, 'utf8')) as { version: string };
  const hash = createHash('sha256');
  for (const maker of MAKERS) hash.update(readFileSync(path.join(root, 'src', 'engine', maker)));
  return path.join(root, '.cache', 'static', 'postgres', `${version}-${hash.digest('hex').slice(0, 12)}`);
}
