import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

function stripFolder(root: string): string {
  return path.join(root, 'src', 'languages', 'python', 'setup', 'strip');
}

/** Changes with what stripping does, so that nothing is taken which an earlier one made. @param root the project's folder */
export function stripVersion(root: string): string {
  const folder = stripFolder(root);
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(path.join(folder, name)));
  return hash.digest('hex');
}

/**
 * Runs strip/main.ts.
 * @param root the project's folder
 * @param job `library` makes a file, `packages` changes what is in a folder
 * @throws Error when it fails
 */
export function runStrip(root: string, job: 'library' | 'packages', target: string): void {
  const entry = path.join(stripFolder(root), 'main.ts');
  const ended = spawnSync(process.execPath, ['--import', 'tsx', entry, job, target], { cwd: root, encoding: 'utf8' });
  if (ended.status === 0) return;
  // Pyodide shows all of its own source with an error: the end is what counts. What did not even start says nothing.
  const reason = ended.error?.message ?? ended.stderr.slice(-2_000);
  throw new Error(`Python's sources could not be prepared: ${reason}`);
}
