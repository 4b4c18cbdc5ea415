import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed(): string | undefined {
  const onPath = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  const own = process.env['CHROMIUM'];
  const playwrights = chromium.executablePath();
  return [...(own ? [own] : []), ...onPath, ...ELSEWHERE, playwrights].find(
    (file) => existsSync(file) && isExecutable(file),
  );
}

/** Ways to get a Chromium, tried in order until one is there. */
const INSTALLERS: readonly (readonly [command: string, ...args: string[]])[] = [
  ['apt-get', 'update', '-qq'],
  ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'],
  [process.execPath, path.resolve('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'],
];

/**
 * Finds a Chromium, or installs one: `CHROMIUM` names one, otherwise the usual places, otherwise Debian's package (as
 * root) or Playwright's own download.
 * @returns the path of its program
 * @throws Error that says what to do
 */
export function findChromium(): string {
  const found = installed();
  if (found) return found;
  console.log('No Chromium found; installing one …');
  for (const [command, ...args] of INSTALLERS) {
    spawnSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const now = installed();
    if (now) return now;
  }
  throw new Error('There is no Chromium. Install one, or name it: CHROMIUM=/path/to/chromium npm test');
}
