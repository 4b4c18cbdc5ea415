/** What is said of a choice, a step or a line; `null` where nothing is. */
export type Mark = 'right' | 'wrong' | 'missed' | null;

/** What an answer to a question is worth. */
export interface Grade {
  readonly passed: boolean;
  /** One for each choice, step or line, as the question lists them. */
  readonly marks: readonly Mark[];
}

function graded(marks: readonly Mark[]): Grade {
  return { passed: marks.every((mark) => mark === 'right' || mark === null), marks };
}

/**
 * Grades a question with one right choice. A wrong choice does not give the right one away: it can be tried again.
 * @returns `null` while nothing is chosen
 */
export function gradeOne(right: readonly boolean[], chosen: number | null): Grade | null {
  if (chosen === null) return null;
  return graded(right.map((isRight, i) => (i === chosen ? (isRight ? 'right' : 'wrong') : null)));
}

/** Grades a question with several right choices. @returns `null` while nothing is chosen */
export function gradeSeveral(right: readonly boolean[], chosen: ReadonlySet<number>): Grade | null {
  if (chosen.size === 0) return null;
  return graded(
    right.map((isRight, i) => {
      if (chosen.has(i)) return isRight ? 'right' : 'wrong';
      return isRight ? 'missed' : null;
    }),
  );
}

/** Grades an order: each step by whether it stands in its place. @param order the steps' numbers, as they stand */
export function gradeOrder(order: readonly number[]): Grade {
  return graded(order.map((_, step) => (order[step] === step ? 'right' : 'wrong')));
}

/**
 * Grades what was put beside each left side.
 * @param chosen empty where nothing was
 * @returns `null` while something is missing
 */
export function gradeMatch(right: readonly string[], chosen: readonly string[]): Grade | null {
  if (right.some((_, i) => (chosen[i] ?? '') === '')) return null;
  return graded(right.map((text, i) => (chosen[i] === text ? 'right' : 'wrong')));
}
