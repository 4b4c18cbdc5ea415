import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runStrip, stripVersion } from './run-strip';

/**
 * Makes Python's own library, without what no program here needs, unless it is there: a zip archive that is not
 * compressed. Pages and Node have the same one, so that a program finds the same modules in both.
 * @param root the project's folder
 * @returns the file
 * @throws Error when it cannot be made, for example because nothing can be written there
 */
export function ensureLibrary(root: string): string {
  const require = createRequire(path.join(root, 'package.json'));
  const hash = createHash('sha256').update(readFileSync(require.resolve('pyodide/package.json')));
  hash.update(stripVersion(root));
  const folder = path.join(root, '.cache', 'python');
  const file = path.join(folder, `library-${hash.digest('hex').slice(0, 12)}.zip`);
  if (existsSync(file)) return file;
  try {
    mkdirSync(folder, { recursive: true });
    // Others may be making it too: what counts as the file is never half of it.
    const fresh = `${file}.${randomUUID()}`;
    runStrip(root, 'library', fresh);
    renameSync(fresh, file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Python's library could not be made in ${folder}: ${reason}`, { cause: error });
  }
  return file;
}
