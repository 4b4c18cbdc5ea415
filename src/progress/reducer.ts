import { type ExerciseProgress, type Progress, textHash, UNTRIED, UNTRIED_QUIZ } from '../core/progress';

/** What can happen to somebody's progress. */
export type ProgressAction =
  /** The code of an answer changed; code equal to the starter is no draft. */
  | { readonly kind: 'draft'; readonly id: string; readonly code: string; readonly starter: string }
  | { readonly kind: 'checked'; readonly id: string; readonly passed: boolean; readonly at: Date }
  /** PostgreSQL says otherwise than the last check did; `before` is what there was before that check. */
  | {
      readonly kind: 'overruled';
      readonly id: string;
      readonly passed: boolean;
      readonly at: Date;
      readonly before: ExerciseProgress;
    }
  | { readonly kind: 'hint'; readonly id: string; readonly shown: number }
  | { readonly kind: 'solution'; readonly id: string }
  /** An answer to a question of a quiz was checked. */
  | {
      readonly kind: 'quiz';
      readonly id: string;
      /** The question's key. */
      readonly question: string;
      readonly right: boolean;
      /** The keys of all questions that the quiz has now. */
      readonly questions: readonly string[];
      readonly at: Date;
    }
  /** The code of a lesson's snippet changed; `null` puts it back. */
  | { readonly kind: 'snippet'; readonly id: string; readonly code: string | null };

function changed(progress: Progress, id: string, change: Partial<ExerciseProgress>): Progress {
  const before = progress.exercises[id] ?? UNTRIED;
  return { ...progress, exercises: { ...progress.exercises, [id]: { ...before, ...change } } };
}

/** What a verdict makes of an exercise or a quiz. What was once passed stays passed. */
function judged(
  before: Pick<ExerciseProgress, 'status' | 'passedAt'>,
  { passed, at }: { readonly passed: boolean; readonly at: Date },
): Pick<ExerciseProgress, 'status' | 'passedAt'> {
  return {
    status: passed || before.status === 'passed' ? 'passed' : 'tried',
    passedAt: before.passedAt ?? (passed ? at.toISOString() : null),
  };
}

/** The progress after an action. Pure. */
export function reduceProgress(progress: Progress, action: ProgressAction): Progress {
  const { id } = action;
  const exercise = progress.exercises[id] ?? UNTRIED;
  switch (action.kind) {
    case 'draft': {
      const { code, starter } = action;
      return changed(progress, id, { draft: code === starter ? null : { code, starter: textHash(starter) } });
    }
    case 'checked':
      return changed(progress, id, { checks: exercise.checks + 1, ...judged(exercise, action) });
    case 'overruled':
      return changed(progress, id, judged(action.before, action));
    case 'hint':
      return changed(progress, id, { hintsShown: Math.max(exercise.hintsShown, action.shown) });
    case 'solution':
      return changed(progress, id, { solutionShown: true });
    case 'quiz': {
      const { question, questions, at } = action;
      const before = progress.quizzes[id] ?? UNTRIED_QUIZ;
      const right = action.right && !before.right.includes(question) ? [...before.right, question] : before.right;
      const verdict = judged(before, { passed: questions.every((key) => right.includes(key)), at });
      return { ...progress, quizzes: { ...progress.quizzes, [id]: { ...verdict, checks: before.checks + 1, right } } };
    }
    case 'snippet': {
      const { [id]: _, ...others } = progress.snippets;
      return { ...progress, snippets: action.code === null ? others : { ...others, [id]: action.code } };
    }
  }
}
