import path from 'node:path';
import { type CheckReport, feedbackNames } from '../../core/check-report';
import type { Fault } from '../../core/fault';
import { type EngineChoice, NOT_TRUSTED } from '../../core/run-report';
import type { ExerciseSource } from '../../plugin/read-course';
import type { NodeChecker } from '../node-checker';

/** How many answers of each kind an exercise must bring. */
const MINIMUM = { wrong: 2, right: 1 } as const;

interface Case {
  readonly file: string;
  readonly code: string;
  readonly verdict: 'passed' | 'failed';
  /** The feedback that a refused answer must get; `null` when any will do. */
  readonly feedback: string | null;
}

function cases({ exercise, folder, solutionFile, right }: ExerciseSource): Case[] {
  const starter = path.join(folder, path.basename(solutionFile).replace(exercise.id, 'starter'));
  return [
    { file: solutionFile, code: exercise.solution, verdict: 'passed', feedback: null },
    { file: starter, code: exercise.starter, verdict: 'failed', feedback: null },
    ...right.map(({ file, code }): Case => ({
      file: path.join(folder, 'right', file),
      code,
      verdict: 'passed',
      feedback: null,
    })),
    ...exercise.wrong.map(({ file, code, feedback }): Case => ({
      file: path.join(folder, 'wrong', file),
      code,
      verdict: 'failed',
      feedback,
    })),
  ];
}

/** What is wrong with a report, in one line; `null` when it is what the author promised. */
function objection(report: CheckReport, { verdict, feedback }: Case, engine: EngineChoice): string | null {
  const on = `on ${engine}`;
  // Then PostgreSQL alone will serve it.
  if (engine === 'pg-mem' && report.verdict === 'broken' && report.message.includes(NOT_TRUSTED)) return null;
  if (report.verdict === 'broken') return `the check is broken (${on}): ${report.message.replaceAll('\n', ' ')}`;
  if (report.verdict === 'stopped') return `the check was stopped (${on})`;
  if (report.verdict !== verdict) {
    const why = report.tests.flatMap((test) =>
      test.state === 'failed' ? [test.message.split('\n').slice(0, 4).join(' ')] : [],
    );
    return verdict === 'passed'
      ? `must pass but is refused (${on}): ${why.join(' | ')}`
      : `must be refused but passes (${on}). Does the check, or a data set, miss this mistake?`;
  }
  const names = feedbackNames(report);
  if (feedback === null || names.includes(feedback)) return null;
  return `must get the feedback "${feedback}" but gets "${names.join(', ')}" (${on})`;
}

function statics({ exercise, task, folder, right }: ExerciseSource): Fault[] {
  const faults: Fault[] = [];
  const count = { wrong: exercise.wrong.length, right: right.length };
  for (const kind of ['wrong', 'right'] as const) {
    if (count[kind] < MINIMUM[kind]) {
      faults.push({
        file: path.join(folder, kind),
        line: 1,
        message: `an exercise has at least ${String(MINIMUM[kind])} in ${kind}/, this one has ${String(count[kind])}.`,
      });
    }
  }
  const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
  task.hints.forEach((hint, i) => {
    if (squeezed(hint).includes(squeezed(exercise.solution).replace(/;$/, ''))) {
      const message = `hint ${String(i + 1)} gives the whole solution away.`;
      faults.push({ file: path.join(folder, 'task.md'), line: 1, message });
    }
  });
  return faults;
}

/** Proves an exercise: what must pass passes, what must fail fails with its feedback, the same on every engine. */
export async function verifyExercise(
  source: ExerciseSource,
  checker: NodeChecker,
  engines: readonly EngineChoice[],
): Promise<Fault[]> {
  const faults = statics(source);
  for (const item of cases(source)) {
    for (const engine of engines) {
      const message = objection(await checker.check(source.exercise, item.code, engine), item, engine);
      if (message !== null) faults.push({ file: item.file, line: 1, message });
    }
  }
  return faults;
}
