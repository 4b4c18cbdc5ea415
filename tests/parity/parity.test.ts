// The same check file gives the same verdict under the same test names wherever it runs: in the vitest CLI and in the
// page, for every answer that the course holds.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCourse } from '../../src/plugin/read-course';
import { readLessons } from '../../src/plugin/read-lessons';
import { CellDriver, CourseSite, lessonAddress, PHONE, type Visit } from '../e2e/course-site';
import { variantsOf } from './variants';

const root = process.cwd();
const { exercises } = readCourse(root);
const { lessons } = readLessons(root);

type Tests = Readonly<Record<string, string>>;

/** What the vitest CLI says: by exercise and variant. */
function vitestVerdicts(): Map<string, Tests> {
  const found = new Map<string, Tests>();
  const most = Math.max(...exercises.map((source) => variantsOf(source).length));
  const rounds = Array.from({ length: most }, (_, i) =>
    Object.fromEntries(
      exercises.flatMap((source) => {
        const variant = variantsOf(source)[i];
        return variant ? [[source.exercise.id, variant.code] as const] : [];
      }),
    ),
  );
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [path.join('node_modules', 'tsx', 'dist', 'cli.mjs'), path.join('tests', 'parity', 'vitest-verdicts.mts')],
    { input: JSON.stringify(rounds), encoding: 'utf8', maxBuffer: 2 ** 26, env: { ...process.env, VITEST: '' } },
  );
  if (status !== 0) throw new Error(`vitest ended with ${String(status)}:\n${stdout}\n${stderr}`);
  const verdicts = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as readonly Readonly<Record<string, Tests>>[];
  for (const source of exercises) {
    variantsOf(source).forEach((variant, i) => {
      const tests = verdicts[i]?.[source.exercise.id];
      if (tests) found.set(`${source.exercise.id} ${variant.name}`, tests);
    });
  }
  return found;
}

let site: CourseSite;
let fromVitest: Map<string, Tests>;
beforeAll(async () => {
  site = await CourseSite.open();
  fromVitest = vitestVerdicts();
}, 900_000);
afterAll(async () => {
  await site.close();
});

describe.each(lessons.filter((lesson) => lesson.exercises.length > 0))('$file', (lesson) => {
  let visit: Visit;
  beforeAll(async () => {
    // A plain text area takes any text at once; what a check says of it does not depend on the editor.
    visit = await site.visit(lessonAddress(lesson.source), PHONE);
  });
  afterAll(async () => {
    await visit.page.context().close();
  });

  test.each(lesson.exercises)('$id', async ({ id }) => {
    const source = exercises.find(({ exercise }) => exercise.id === id);
    if (!source) throw new Error(`There is no exercise "${id}".`);
    const cell = CellDriver.exercise(visit.page, id);
    for (const { name, code } of variantsOf(source)) {
      await cell.fill(code);
      const verdict = await cell.check();
      const expected = fromVitest.get(`${id} ${name}`);
      expect(await cell.tests(), `${id} ${name}`).toEqual(expected);
      const passed = name === 'solution' || name.startsWith('right/');
      expect(verdict, `${id} ${name}`).toBe(passed ? 'passed' : 'failed');
      if (!passed) expect((await cell.explanation()).split('\n').length, `${id} ${name}`).toBeGreaterThan(1);
    }
  });
});
