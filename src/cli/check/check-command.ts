import { parseArgs } from 'node:util';
import { CommandError } from '../command-error';
import { ENGINE_HELP, engineOption } from '../engine-option';
import { checkAll } from './check-all';
import { checkOne } from './check-one';

const USAGE = `npm run check -- ID [--engine ENGINE] [--file PATH]
npm run check

Checks your answer to the exercise ID. Answers are files in answers/; a missing
one is created from the starter. Without an ID, checks every answer that you
have begun, and lists all exercises.

  ${ENGINE_HELP}
  --file PATH  checks this file in place of the one in answers/; - stands for
               standard input. Such a check does not count in your progress.

Exit status with an ID:
  0  the answer passed
  1  not yet, or there is no answer yet
  2  no verdict: a wrong option, no such exercise, or a check that could not run
Exit status without an ID:
  0  no answer that was checked failed
  1  at least one failed
  2  at least one check could not run
An answer that is missing or still the starter is not checked: it fails nothing.`;

/** The check command; see {@link USAGE}. @returns the exit status */
export async function check(root: string, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      engine: { type: 'string' },
      file: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const engine = engineOption(values.engine);
  const [id, ...more] = positionals;
  if (more.length > 0) throw new CommandError('Name one exercise, or none to check all your answers.');
  if (id !== undefined) return checkOne(root, id, { engine, file: values.file ?? null });
  if (values.file !== undefined) {
    throw new CommandError('Say which exercise the file answers: `npm run check -- ID --file PATH`.');
  }
  return checkAll(root, engine);
}
