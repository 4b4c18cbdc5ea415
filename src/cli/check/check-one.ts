import { existsSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { EngineChoice } from '../../core/run-report';
import { type ExerciseSource, readCourse } from '../../plugin/read-course';
import { emptyAnswerText, isEmptyAnswer, readAnswer, readCode, writeStarter } from '../answer-file';
import { checkReportText } from '../check-report-text';
import { CommandError } from '../command-error';
import { findExercise } from '../find-exercise';
import { markdownText } from '../markdown-text';
import { outputStyle } from '../output-style';
import { ProgressFile } from '../progress-file';
import { showStatusLine } from '../status-line';
import { VERDICT_STATUS } from '../verdict-status';
import { withChecker } from '../with-checker';

const CHECKING = 'Checking … Starting PostgreSQL, where it is needed, takes a few seconds.';

interface Code {
  readonly code: string;
  /** The path to show; `null` for standard input. */
  readonly file: string | null;
}

async function readOther(file: string): Promise<Code> {
  if (file === '-') return { code: await text(process.stdin), file: null };
  // npm changes into the project's folder; paths are meant from where the command was typed.
  const whole = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
  if (!existsSync(whole)) throw new CommandError(`There is no file ${file}.`);
  return { code: readCode(whole), file };
}

function begin(root: string, source: ExerciseSource): void {
  const style = outputStyle();
  const { exercise, task, answerFile } = source;
  writeStarter(root, source);
  console.log(`${style.paint('bold', exercise.meta.title)}\n\n${markdownText(task.body, style)}\n`);
  console.log(`You have no answer to this exercise yet, so here is its starter: ${answerFile}`);
  console.log(`Write your answer there, save it, and check again: npm run check -- ${exercise.id}`);
}

/**
 * Checks one answer and prints the report.
 * @param root the project's folder
 * @param file another file than the answer's own, as it was typed
 * @returns the exit status
 */
export async function checkOne(
  root: string,
  id: string,
  { engine, file }: { readonly engine: EngineChoice; readonly file: string | null },
): Promise<number> {
  const course = readCourse(root);
  const source = findExercise(course, id);
  const own = file === null ? readAnswer(root, source) : null;
  if (file === null && own === null) {
    begin(root, source);
    return 1;
  }
  const answer: Code = file === null ? { code: own ?? '', file: source.answerFile } : await readOther(file);
  if (isEmptyAnswer(answer.code)) {
    console.log(
      file === null
        ? emptyAnswerText(source)
        : `${answer.file ?? 'Standard input'} is empty: there is nothing to check. Put an answer into it and try again.`,
    );
    return 1;
  }
  const report = await withChecker(course.datasets, engine, (checker) => {
    showStatusLine(CHECKING);
    return checker.check(source.exercise, answer.code, engine);
  });
  showStatusLine('');

  const style = outputStyle();
  const title = style.paint('bold', source.exercise.meta.title);
  console.log(`${title}\n${style.paint('dim', answer.file ?? 'standard input')}\n`);
  console.log(checkReportText(report, { id, ...answer }, style));
  if (report.verdict === 'broken' && engine === 'pg-mem') {
    console.log('\npg-mem answers only part of SQL. Without --engine, PostgreSQL answers the rest.');
  }
  if (report.verdict === 'failed') console.log(style.paint('dim', `\nThe task and its hints: npm run learn -- ${id}`));
  if (report.verdict === 'passed') console.log(style.paint('dim', '\nThe next exercise: npm run learn'));
  if (file === null && (report.verdict === 'passed' || report.verdict === 'failed')) {
    const progress = new ProgressFile(root, (message) => {
      console.error(`\n${message}`);
    });
    progress.dispatch({ kind: 'checked', id, passed: report.verdict === 'passed', at: new Date() });
  }
  return VERDICT_STATUS[report.verdict];
}
