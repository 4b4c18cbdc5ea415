// What a lesson costs before anybody clicks: its JavaScript beside that of the same text as a plain page of Docusaurus.
// Measures `build/` as it is, and builds it if it is not there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readLessons } from '../../src/plugin/read-lessons';
import { lessonAddress } from '../e2e/course-site';
import { launchChromium } from '../lib/launch-chromium';
import { buildPlainSite } from './build-plain-site';
import { type ScriptWeight, weighScripts } from './weigh-scripts';

/** How many times the plain page's JavaScript a lesson may transfer. */
const MOST = 1.15;

const COURSE = path.resolve('build');
const PLAIN_SITE = path.resolve('.cache', 'plain-site');

/** A lesson beside its plain page, in bytes. */
interface Comparison {
  readonly address: string;
  readonly plain: number;
  readonly ours: number;
}

function total({ loaded, fetchedAhead }: ScriptWeight): number {
  return loaded + fetchedAhead;
}

function isTooMuch({ plain, ours }: Comparison): boolean {
  return ours / plain > MOST;
}

function print(title: string, comparisons: readonly Comparison[]): void {
  const width = Math.max(...comparisons.map(({ address }) => address.length), title.length);
  const row = (cells: readonly string[]): string => cells.map((cell) => cell.padStart(10)).join('');
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
  console.log(`\n${title.padEnd(width)}${row(['plain, kB', 'ours, kB', 'ratio'])}`);
  for (const comparison of comparisons) {
    const { address, plain, ours } = comparison;
    const cells = row([kilobytes(plain), kilobytes(ours), (ours / plain).toFixed(3)]);
    console.log(`${address.padEnd(width)}${cells}${isTooMuch(comparison) ? '  too much' : ''}`);
  }
}

function buildCourse(): void {
  if (existsSync(path.join(COURSE, 'index.html'))) return;
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The course does not build.');
}

async function main(): Promise<void> {
  buildCourse();
  const plainSite = buildPlainSite(PLAIN_SITE);
  const addresses = readLessons(process.cwd()).lessons.map(({ source }) => lessonAddress(source));
  const browser = await launchChromium();
  try {
    const plain = await weighScripts(browser, plainSite, addresses);
    const ours = await weighScripts(browser, COURSE, addresses);
    const compare = (weigh: (weight: ScriptWeight) => number): Comparison[] =>
      addresses.flatMap((address, i) => {
        const [one, other] = [plain[i], ours[i]];
        return one && other ? [{ address, plain: weigh(one), ours: weigh(other) }] : [];
      });
    const loaded = compare((weight) => weight.loaded);
    // Which links are in sight while a page comes alive is partly chance, so this is no measure of the page itself;
    // but nothing of ours may hide among it.
    const everything = compare(total);
    print('loaded', loaded);
    print('with what is fetched ahead', everything);
    const passed = ![...loaded, ...everything].some(isTooMuch);
    const verdict = passed ? 'No lesson transfers' : 'FAIL: a lesson transfers';
    console.log(`\n${verdict} more than ${MOST} times the JavaScript of its plain page.`);
    process.exitCode = passed ? 0 : 1;
  } finally {
    await browser.close();
  }
}

void main();
