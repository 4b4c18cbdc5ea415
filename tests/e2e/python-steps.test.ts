// The same steps in a page as in Node; tests/differential/python compares Node's with the real psycopg2 and server.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MODULES, runStepsHere, STEPS } from '../differential/python/run-steps';
import { readStepReports, type StepReport } from '../differential/python/step-report';
import { CellDriver, CourseSite, PHONE } from './course-site';

const LESSON = '/learn/sqlalchemy-map/';

/** So many at a time come to their end within the time limit on a slow machine. */
const STEPS_A_RUN = 6;

let site: CourseSite;
let cell: CellDriver;
let here: Map<string, StepReport>;
beforeAll(async () => {
  site = await CourseSite.open();
  const { page } = await site.visit(LESSON, PHONE);
  cell = CellDriver.snippet(page, 'Python');
  here = await runStepsHere(MODULES);
}, 600_000);
afterAll(() => site.close());

/** A program that brings the steps along, and runs some of those of a module. */
function program(module: string, from: number, to: number): string {
  const files = Object.fromEntries(
    readdirSync(STEPS)
      .filter((file) => file.endsWith('.py'))
      .map((file) => [file, readFileSync(path.join(STEPS, file), 'utf8')]),
  );
  return `import os, sys, json
import flask_sqlalchemy
if "harness" not in sys.modules:
    for name, text in json.loads(${JSON.stringify(JSON.stringify(files))}).items():
        open(name, "w").write(text)
os.environ["LAYER_BY_LAYER_DSN"] = "host=localhost user=postgres dbname=athleticu"
os.environ["LAYER_BY_LAYER_URL"] = "postgresql+psycopg2://postgres@localhost/athleticu"
import harness, ${MODULES.join(', ')}
harness.main(["${module}"], part=slice(${String(from)}, ${String(to)}))`;
}

/** Runs some of a module's steps in the page. */
async function runThere(module: string, from: number, to: number): Promise<StepReport[]> {
  await cell.fill(program(module, from, to));
  await cell.run();
  const output = await cell.root.locator('[class*="console"]').innerText();
  return [...readStepReports(output.replaceAll('\u00a0', ' ')).values()];
}

describe('the steps give, print and raise the same in a page as in Node', () => {
  test.each(MODULES)('%s', { timeout: 600_000 }, async (module) => {
    const expected = [...here.values()].filter(({ step }) => step.startsWith(`${module}.`));
    const found: StepReport[] = [];
    for (let from = 0; from < expected.length; from += STEPS_A_RUN) {
      found.push(...(await runThere(module, from, from + STEPS_A_RUN)));
    }
    console.log(`${module}: ${String(found.length)} steps in Chromium.`);
    expect(found).toEqual(expected);
  });
});
