import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Where the snapshot of an empty database's files stands: with PGlite's own files, which the site serves from there.
 * Its name tells a server neither to compress it nor to announce it as compressed: it is, and we expand it ourselves.
 * @param root the project's folder
 */
export function snapshotFile(root: string): string {
  const require = createRequire(path.join(root, 'package.json'));
  const packageJson = path.join(path.dirname(require.resolve('@electric-sql/pglite')), '..', 'package.json');
  const { version } = JSON.parse(readFileSync(packageJson, 'utf8')) as { version: string };
  return path.join(root, '.cache', 'static', 'postgres', version, 'data-directory.bin');
}

/** Makes the snapshot unless it is there. Booting from it takes a fraction of what initdb takes. */
export async function ensureSnapshot(file: string): Promise<void> {
  if (existsSync(file)) return;
  const { PGlite } = await import('@electric-sql/pglite');
  const pglite = await PGlite.create();
  const dump = await pglite.dumpDataDir('gzip');
  await pglite.close();
  mkdirSync(path.dirname(file), { recursive: true });
  // Others may be making it too: what counts as the file is never half of it.
  const fresh = `${file}.${randomUUID()}`;
  writeFileSync(fresh, new Uint8Array(await dump.arrayBuffer()));
  if (existsSync(file)) rmSync(fresh);
  else renameSync(fresh, file);
}
