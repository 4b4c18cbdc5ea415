import { readFile } from 'node:fs/promises';
import type { loadPyodide } from 'pyodide';
import type { PythonParts } from '../python-runtime';
import { ensureLibrary } from './ensure-library';
import { ensurePackages } from './ensure-packages';
import { readPythonSources } from './read-sources';

/**
 * Python in Node.
 * @param root the project's folder
 * @param load imports Pyodide
 * @throws PythonPackagesMissingError, once a program imports a package and there is no pip
 */
export function nodePython(
  root: string,
  load: () => Promise<{ readonly loadPyodide: typeof loadPyodide }>,
): PythonParts {
  return {
    boot: async (options) => (await load()).loadPyodide({ ...options, stdLibURL: ensureLibrary(root) }),
    sources: readPythonSources(root),
    readArchive: async (name) => new Uint8Array(await readFile(ensurePackages(root)[name])),
  };
}
