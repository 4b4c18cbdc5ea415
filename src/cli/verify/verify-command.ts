import { parseArgs } from 'node:util';
import { countText } from '../../core/count-text';
import { type Fault, faultText } from '../../core/fault';
import type { EngineChoice } from '../../core/run-report';
import { readCourse } from '../../plugin/read-course';
import { readLessons } from '../../plugin/read-lessons';
import { NodeChecker } from '../node-checker';
import { verifyExercise } from './verify-exercise';
import { verifyLesson } from './verify-lesson';

/** The engines that may serve a page: pg-mem where it is trusted, PostgreSQL for everything. */
const ENGINES: readonly EngineChoice[] = ['postgres', 'pg-mem'];

const USAGE = `npm run verify -- [--json] [--write] [ID …]

Proves that the course's content works. With ids, only those exercises and quizzes and the lessons that use them.
  --json   prints {exercises, lessons, snippets, quizzes, faults}
  --write  puts the true output into the result blocks of lessons`;

/** The verify command; see {@link USAGE}. @returns the exit status */
export async function verify(root: string, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, write: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const course = readCourse(root);
  const read = readLessons(root);
  const faults: Fault[] = [...course.faults, ...read.faults];
  const known = new Set(course.exercises.map(({ exercise }) => exercise.id));
  const used = new Set(read.lessons.flatMap((lesson) => lesson.exercises.map(({ id }) => id)));
  const quizIds = new Set(read.lessons.flatMap((lesson) => lesson.quizzes.map(({ id }) => id)));
  for (const id of positionals) {
    if (!known.has(id) && !quizIds.has(id))
      faults.push({ file: 'exercises', line: 1, message: `there is no exercise or quiz "${id}".` });
  }
  for (const lesson of read.lessons) {
    for (const { id, line } of lesson.exercises) {
      if (!known.has(id)) faults.push({ file: lesson.file, line, message: `there is no exercise "${id}".` });
    }
  }
  const wanted = (id: string): boolean => positionals.length === 0 || positionals.includes(id);
  const exercises = course.exercises.filter(({ exercise }) => wanted(exercise.id));
  const lessons = read.lessons.filter(
    (l) => positionals.length === 0 || [...l.exercises, ...l.quizzes].some(({ id }) => wanted(id)),
  );

  const checker = new NodeChecker(root, course.datasets, 'course');
  const progress = (name: string, found: readonly Fault[]): void => {
    faults.push(...found);
    if (!values.json) console.log(`${found.length === 0 ? 'ok  ' : 'FAIL'}  ${name}`);
  };
  for (const source of exercises) {
    const found = await verifyExercise(source, checker, ENGINES);
    const unused: Fault = { file: source.folder, line: 1, message: 'no lesson uses this exercise.' };
    progress(source.folder, used.has(source.exercise.id) ? found : [...found, unused]);
  }
  let snippets = 0;
  let quizzes = 0;
  for (const lesson of lessons) {
    snippets += lesson.snippets.length + lesson.consoles.length;
    const options = { root, modules: course.modules, write: values.write ?? false };
    progress(lesson.file, await verifyLesson(lesson, checker, ENGINES, options));
    quizzes += lesson.quizzes.length;
    for (const quiz of lesson.quizzes) {
      progress(`${lesson.file}: quiz ${quiz.id}, ${countText(quiz.questions, 'question')}`, quiz.faults);
    }
  }
  await checker.close();

  if (values.json) {
    console.log(
      JSON.stringify({ exercises: exercises.length, lessons: lessons.length, snippets, quizzes, faults }, null, 2),
    );
  } else {
    for (const fault of faults) console.log(faultText(fault));
    console.log(
      `${String(exercises.length)} exercises, ${String(lessons.length)} lessons, ${String(snippets)} snippets, ${String(quizzes)} quizzes, ${String(faults.length)} faults`,
    );
  }
  return faults.length === 0 ? 0 : 1;
}
