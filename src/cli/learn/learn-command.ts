import { parseArgs } from 'node:util';
import { countText } from '../../core/count-text';
import { type ExerciseSource, readCourse } from '../../plugin/read-course';
import { CommandError } from '../command-error';
import { inCourseOrder } from '../course-order';
import { ENGINE_HELP, engineOption } from '../engine-option';
import { findExercise } from '../find-exercise';
import { ProgressFile } from '../progress-file';
import { VERDICT_STATUS } from '../verdict-status';
import { withChecker } from '../with-checker';
import { LineDisplay, ScreenDisplay } from './displays';
import { LearnSession } from './learn-session';
import { readKeys } from './read-keys';

const USAGE = `npm run learn [-- ID] [--once] [--engine ENGINE]

Shows an exercise, watches its file in answers/, and checks your answer at each
save. Starts with the exercise ID, or else with the first one not passed yet.

  --once       shows the task, checks once and ends, with the exit status that
               npm run check -- ID has
  ${ENGINE_HELP}

Keys: h next hint, s solution, n next exercise, p previous, r check again, q quit.
Without a terminal (in a pipe, or an editor's output panel) there are no keys: it
checks at once and at each save, goes on to the next exercise when a save passes,
and ends with Ctrl-C or the end of its input.`;

const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** With a terminal on both sides: keys, and the whole screen drawn again at each change. */
function learnWithKeys(session: LearnSession, display: ScreenDisplay): Promise<void> {
  return new Promise((resolve) => {
    const redraw = (): void => {
      display.redraw();
    };
    const end = (): void => {
      process.stdout.off('resize', redraw);
      stopKeys();
      resolve();
    };
    const stopKeys = readKeys(process.stdin, (key) => {
      if (!session.press(key)) end();
    });
    process.stdout.on('resize', redraw);
    for (const signal of ENDING_SIGNALS) process.once(signal, end);
    session.openBegun();
  });
}

/** Without a terminal: checks at once and at each save, until the input ends or a signal comes. */
async function learnWithoutKeys(session: LearnSession): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ENDING_SIGNALS) process.once(signal, resolve);
  });
  const ended = new Promise<void>((resolve) => {
    for (const event of ['end', 'close', 'error']) process.stdin.once(event, resolve);
    process.stdin.resume();
  });
  session.open();
  void session.check();
  // A check that is under way when the input ends is still reported.
  await Promise.race([stopped, ended.then(() => session.settled())]);
}

/** The first exercise to show; `null` when there is nothing left to do. */
function firstSource(sources: readonly ExerciseSource[], progress: ProgressFile): ExerciseSource | null {
  const { exercises } = progress.read();
  return sources.find(({ exercise }) => exercises[exercise.id]?.status !== 'passed') ?? null;
}

/** The learn command; see {@link USAGE}. @returns the exit status */
export async function learn(root: string, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      engine: { type: 'string' },
      once: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const engine = engineOption(values.engine);
  const [id, ...more] = positionals;
  if (more.length > 0) throw new CommandError('Name one exercise, or none to go on where you are.');
  const course = readCourse(root);
  const sources = inCourseOrder(root, course.exercises);
  const onScreen = values.once !== true && process.stdin.isTTY && process.stdout.isTTY;
  const display = onScreen ? new ScreenDisplay() : new LineDisplay();
  const progress = new ProgressFile(root, (message) => {
    display.notice(message);
  });
  const source = id === undefined ? firstSource(sources, progress) : findExercise(course, id);
  if (!source) {
    console.log(`You have passed all ${countText(sources.length, 'exercise')}. Open one again: npm run learn -- ID`);
    return 0;
  }

  const goesOn = !onScreen && values.once !== true;
  return withChecker(course.datasets, engine, async (checker) => {
    const session = new LearnSession({ root, sources, checker, progress, engine, display, goesOn }, source);
    if (values.once) {
      session.open();
      await session.check();
    } else if (display instanceof ScreenDisplay) await learnWithKeys(session, display);
    else await learnWithoutKeys(session);
    session.close();
    if (!values.once) return 0;
    const { answer } = session.view;
    return answer.kind === 'checked' ? VERDICT_STATUS[answer.report.verdict] : VERDICT_STATUS.failed;
  });
}
