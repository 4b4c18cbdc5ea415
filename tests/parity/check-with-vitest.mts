// Has the vitest CLI's engine check many answers at once. Each is a test file of its own, the same check file under another
// query, so that all of them share workers, with a PostgreSQL and the results of the course's own code.
// Reads the answers as JSON from standard input, and prints what each test came to, by answer, as JSON.
import { text } from 'node:stream/consumers';
import path from 'node:path';
import * as v from 'valibot';
import { createVitest } from 'vitest/node';

const Answers = v.array(v.object({ folder: v.string(), code: v.string() }));

async function main(): Promise<void> {
  const answers = v.parse(Answers, JSON.parse(await text(process.stdin)));
  const files = answers.map(({ folder }, i) => `${path.resolve(folder, 'check.test.ts')}?answer=${String(i)}`);
  const vitest = await createVitest('test', {
    project: ['exercises'],
    watch: false,
    // As in the page: src/checker/run-check.ts says why. No setting of a project can say it.
    sequence: { concurrent: true },
    maxConcurrency: 1_000,
    reporters: [{}],
    provide: { answers: Object.fromEntries(files.map((file, i) => [file, answers[i]?.code ?? ''])) },
  });
  const [project] = vitest.projects;
  if (!project) throw new Error('vitest has no project for the exercises.');
  // Several of these programs run at once: a worker each, with one PostgreSQL and one Python, keeps the processors busy.
  project.config.maxWorkers = 1;
  const specifications = files.map((file) => project.createSpecification(file));
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  const errors = [...unhandledErrors, ...testModules.flatMap((module) => module.errors())];
  if (errors.length > 0) throw new AggregateError(errors, `vitest met errors: ${JSON.stringify(errors)}`);
  const verdicts = files.map((file) => {
    const module = testModules.find(({ moduleId }) => moduleId === file);
    if (!module) throw new Error(`vitest has not run ${file}.`);
    return Object.fromEntries([...module.children.allTests()].map((test) => [test.fullName, test.result().state]));
  });
  await vitest.close();
  // Tests that failed set a status of their own.
  process.exitCode = 0;
  process.stdout.write(`\n${JSON.stringify(verdicts)}\n`);
}

void main();
