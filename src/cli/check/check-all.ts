import type { Progress } from '../../core/progress';
import type { EngineChoice } from '../../core/run-report';
import { type ExerciseSource, readCourse } from '../../plugin/read-course';
import { isEmptyAnswer, isStarter, readAnswer } from '../answer-file';
import { inCourseOrder } from '../course-order';
import type { NodeChecker } from '../node-checker';
import { outputStyle } from '../output-style';
import { ProgressFile } from '../progress-file';
import { showStatusLine } from '../status-line';
import { withChecker } from '../with-checker';
import { wrapMessage } from '../wrap-text';
import { type ListedExercise, type ListedStatus, progressTable } from './progress-table';

/** The status of an exercise that has nothing to check: what the progress file remembers of it. */
function remembered(progress: Progress, { exercise }: ExerciseSource): ListedStatus {
  switch (progress.exercises[exercise.id]?.status) {
    case 'passed':
      return 'passed';
    case 'tried':
      return 'not yet';
    default:
      return 'not started';
  }
}

/**
 * Checks every answer that was begun and prints the progress.
 * @param root the project's folder
 * @returns the exit status
 */
export async function checkAll(root: string, engine: EngineChoice): Promise<number> {
  const course = readCourse(root);
  const sources = inCourseOrder(root, course.exercises);
  const progressFile = new ProgressFile(root, (message) => {
    console.error(`${message}\n`);
  });
  const progress = progressFile.read();
  const listed: ListedExercise[] = [];
  const broken: string[] = [];
  let failures = 0;
  const checkAnswer = async (source: ExerciseSource, checker: NodeChecker): Promise<void> => {
    const { id, part, meta } = source.exercise;
    const list = (status: ListedStatus): void => {
      listed.push({ id, part, title: meta.title, status });
    };
    const code = readAnswer(root, source);
    if (code === null || isStarter(code, source)) {
      list(remembered(progress, source));
      return;
    }
    if (isEmptyAnswer(code)) {
      failures++;
      list('not yet');
      return;
    }
    showStatusLine(`Checking ${id} …`);
    const report = await checker.check(source.exercise, code, engine);
    if (report.verdict === 'passed' || report.verdict === 'failed') {
      const passed = report.verdict === 'passed';
      if (!passed) failures++;
      list(passed ? 'passed' : 'not yet');
      progressFile.dispatch({ kind: 'checked', id, passed, at: new Date() });
    } else {
      broken.push(`${id}: ${report.verdict === 'broken' ? report.message : 'the check was stopped.'}`);
      list('no verdict');
    }
  };
  await withChecker(course.datasets, engine, async (checker) => {
    for (const source of sources) await checkAnswer(source, checker);
  });
  showStatusLine('');

  const style = outputStyle();
  console.log(progressTable(listed, style));
  if (failures > 0) console.log('\nWhy an answer is not right yet: npm run check -- ID');
  if (broken.length > 0) {
    console.log('\nThese checks could not run; this is not your mistake:');
    for (const message of broken) console.log(wrapMessage(message, style.width).join('\n'));
  }
  if (broken.length > 0) return 2;
  return failures > 0 ? 1 : 0;
}
