// What a lesson costs before anybody clicks: its JavaScript beside that of the same text as a plain page of Docusaurus.
// Measures `build/` as it is, and builds it if it is not there.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { PROGRAM_FRAME } from '../../src/plugin/program-frame-path';
import { readLessons } from '../../src/plugin/read-lessons';
import { lessonAddress } from '../e2e/course-site';
import { launchChromium } from '../lib/launch-chromium';
import { buildPlainSite } from './build-plain-site';
import { weighScripts } from './weigh-scripts';

/** How many times the plain page's JavaScript a lesson may transfer. */
const MOST = 1.15;

const COURSE = path.resolve('build');
const PLAIN_SITE = path.resolve('.cache', 'plain-site');

function buildCourse(): void {
  if (existsSync(path.join(COURSE, 'index.html'))) return;
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The course does not build.');
}

/** The addresses of all pages of a built site. */
function pagesOf(folder: string): string[] {
  return (
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => path.basename(file) === 'index.html')
      .map((file) => `/${file.replaceAll(path.sep, '/').slice(0, -'index.html'.length)}`)
      // Nobody visits that one: programs run in it.
      .filter((address) => address !== `/${PROGRAM_FRAME}/`)
  );
}

function bytes(scripts: ReadonlyMap<string, number>): number {
  return [...scripts.values()].reduce((sum, size) => sum + size, 0);
}

function kilobytes(scripts: ReadonlyMap<string, number>): string {
  return (bytes(scripts) / 1000).toFixed(1);
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(32) + cells.map((cell) => cell.padStart(13)).join('');
}

async function main(): Promise<void> {
  buildCourse();
  const plainSite = buildPlainSite(PLAIN_SITE);
  const lessons = readLessons(process.cwd()).lessons.map(({ source }) => lessonAddress(source));
  const browser = await launchChromium();
  let faults: string[];
  try {
    const plain = await weighScripts(browser, plainSite, lessons);
    const ours = await weighScripts(browser, COURSE, pagesOf(COURSE));
    const ofPages = new Set([...ours.values()].flatMap(({ loaded }) => [...loaded.keys()]));

    console.log('JavaScript in kB after gzip; "ahead" is what is fetched for other pages, whose links are in sight\n');
    console.log(row('lesson', ['plain', 'ours', 'ratio', 'plain, ahead', 'ours, ahead']));
    faults = lessons.flatMap((lesson) => {
      const [itsPlain, itsOurs] = [plain.get(lesson), ours.get(lesson)];
      if (!itsPlain || !itsOurs) return [`${lesson} is not in ${path.relative(process.cwd(), COURSE)}: build it anew.`];
      const ratio = bytes(itsOurs.loaded) / bytes(itsPlain.loaded);
      const loaded = [itsPlain.loaded, itsOurs.loaded].map(kilobytes);
      const ahead = [itsPlain.fetchedAhead, itsOurs.fetchedAhead].map(kilobytes);
      console.log(row(lesson, [...loaded, ratio.toFixed(3), ...ahead]));
      // How much is fetched ahead depends on which links a page shows while it comes alive, so it is not compared. But
      // it must be for another page: nothing that waits for a click may come this way.
      const stray = [...itsOurs.fetchedAhead.keys()].filter((script) => !ofPages.has(script));
      return [
        ...(ratio > MOST ? [`${lesson} loads ${ratio.toFixed(3)} times the JavaScript of its plain page.`] : []),
        ...stray.map((script) => `${lesson} fetches ${script} ahead, which no page loads before somebody acts.`),
      ];
    });
  } finally {
    await browser.close();
  }
  console.log(
    faults.length > 0
      ? `\nFAIL\n${faults.join('\n')}`
      : `\nEvery lesson stays within ${MOST} times the JavaScript of its plain page.`,
  );
  process.exitCode = faults.length > 0 ? 1 : 0;
}

void main();
