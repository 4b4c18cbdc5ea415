import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readCourse } from '../../plugin/read-course';
import { isEmptyAnswer, isStarter, readAnswer, writeStarter } from '../answer-file';
import { CommandError } from '../command-error';
import { findExercise } from '../find-exercise';

const USAGE = `npm run reset -- ID

Puts the starter of an exercise back into your answer's file. What you had
written is kept beside it, in a file with ".bak" after its name, in place of an
earlier such copy. Your progress stays as it is.`;

/** The reset command; see {@link USAGE}. @returns the exit status */
export function reset(root: string, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(USAGE);
    return Promise.resolve(0);
  }
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) {
    throw new CommandError('Name one exercise, such as `npm run reset -- joins-club-names`.');
  }
  const source = findExercise(readCourse(root), id);
  const { answerFile } = source;
  const before = readAnswer(root, source);
  if (before !== null && isStarter(before, source)) {
    console.log(`${answerFile} is still the starter: there is nothing to reset.`);
    return Promise.resolve(0);
  }
  const kept = `${answerFile}.bak`;
  // An empty text is not worth losing an earlier copy for.
  const keeps = before !== null && !isEmptyAnswer(before);
  if (keeps) copyFileSync(path.join(root, answerFile), path.join(root, kept));
  writeStarter(root, source);
  console.log(`${answerFile} is the starter again.${keeps ? ` What you had is kept in ${kept}.` : ''}`);
  return Promise.resolve(0);
}
