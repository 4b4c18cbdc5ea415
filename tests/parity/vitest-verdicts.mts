// Runs the vitest CLI's engine on the exercises, once a round, each exercise with the answer that the round names.
// Reads the rounds as JSON from standard input, and prints what each test of each exercise came to as JSON.
import { text } from 'node:stream/consumers';
import path from 'node:path';
import { startVitest } from 'vitest/node';

/** Answers by exercise. */
type Round = Readonly<Record<string, string>>;
/** States of tests by full name, by exercise. */
type Verdicts = Record<string, Record<string, string>>;

async function main(): Promise<void> {
  const rounds = JSON.parse(await text(process.stdin)) as readonly Round[];
  const verdicts: Verdicts[] = [];
  for (const answers of rounds) {
    const files = Object.keys(answers).map((id) => `/${id}/check.test.ts`);
    const vitest = await startVitest('test', files, {
      project: ['exercises'],
      watch: false,
      reporters: [{}],
      provide: { answers },
    });
    const round: Verdicts = {};
    for (const module of vitest.state.getTestModules()) {
      const id = path.basename(path.dirname(module.moduleId));
      round[id] = Object.fromEntries(
        [...module.children.allTests()].map((test) => [test.fullName, test.result().state]),
      );
    }
    verdicts.push(round);
    await vitest.close();
  }
  process.exitCode = 0;
  process.stdout.write(`\n${JSON.stringify(verdicts)}\n`);
}

void main();
