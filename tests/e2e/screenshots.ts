// Takes the pictures that people look at before a change to the pages goes in, and the one in the README.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { readCourse } from '../../src/plugin/read-course';
import { CellDriver, CourseSite } from './course-site';

const FOLDER = path.resolve('.cache', 'screenshots');
const README_PICTURE = path.resolve('static', 'img', 'lesson.png');
const LESSON = '/learn/reading-rows/';
const PASSED = 'reading-active-athletes';
const FAILED = 'reading-newest-members';

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const solution = readCourse(process.cwd()).exercises.find(({ exercise }) => exercise.id === PASSED)?.exercise
    .solution;
  if (solution === undefined) throw new Error(`There is no exercise "${PASSED}".`);
  const site = await CourseSite.open();
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 390]) {
      const name = `${colorScheme}-${String(width)}`;
      const viewport = { width, height: width === 390 ? 844 : 900 };
      const home = await site.visit('/', { colorScheme, viewport });
      const query = new CellDriver(home.page, home.page.locator('main'));
      await query.run();
      await home.page.screenshot({ path: path.join(FOLDER, `home-${name}.png`), fullPage: true });
      await home.page.context().close();

      const { page } = await site.visit(LESSON, { colorScheme, viewport });
      const passed = CellDriver.exercise(page, PASSED);
      await passed.type(solution);
      console.log(name, PASSED, await passed.check());
      await passed.root.getByText('PostgreSQL confirms it.').waitFor();
      const failed = CellDriver.exercise(page, FAILED);
      console.log(name, FAILED, await failed.check());
      await page.screenshot({ path: path.join(FOLDER, `lesson-${name}.png`), fullPage: true });
      await passed.root.screenshot({ path: path.join(FOLDER, `passed-${name}.png`) });
      await failed.root.screenshot({ path: path.join(FOLDER, `failed-${name}.png`) });
      if (name === 'light-1280') {
        await failed.root.evaluate((element) => {
          element.scrollIntoView({ block: 'center' });
        });
        await page.screenshot({ path: README_PICTURE });
      }
      await page.context().close();
    }
  }
  await site.close();
  console.log(
    `Pictures are in ${path.relative(process.cwd(), FOLDER)}; the README's is ${path.relative(process.cwd(), README_PICTURE)}.`,
  );
}

void main();
