import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Our own modules in Python. */
const PACKAGES = ['psycopg2', 'layer_by_layer'];

/**
 * Reads our own Python: the text of each file by its path.
 * @param root the project's folder
 */
export function readPythonSources(root: string): Record<string, string> {
  const folder = path.join(root, 'src', 'languages', 'python');
  const files = PACKAGES.flatMap((name) =>
    readdirSync(path.join(folder, name))
      .filter((file) => file.endsWith('.py'))
      .sort()
      .map((file) => `${name}/${file}`),
  );
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}
