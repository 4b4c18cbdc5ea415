// Checks answers to one exercise as the terminal does, and prints what it would show as JSON. Standard input names the
// exercise and the answers. A process of its own: a check runs vitest's runner, which cannot run inside of itself.
import { text } from 'node:stream/consumers';
import { checkReportText } from '../../src/cli/check-report-text';
import { NodeChecker } from '../../src/cli/node-checker';
import { readCourse } from '../../src/plugin/read-course';

async function main(): Promise<void> {
  const { id, answers } = JSON.parse(await text(process.stdin)) as { id: string; answers: readonly string[] };
  const course = readCourse(process.cwd());
  const exercise = course.exercises.find((source) => source.exercise.id === id)?.exercise;
  if (!exercise) throw new Error(`There is no exercise "${id}".`);
  const checker = new NodeChecker(process.cwd(), course.datasets);
  const printed: string[] = [];
  for (const code of answers) {
    const report = await checker.check(exercise, code, 'auto');
    printed.push(checkReportText(report, { id, file: null, code }, { paint: (_ink, plain) => plain, width: 80 }));
  }
  await checker.close();
  process.stdout.write(JSON.stringify(printed));
}

void main();
