import { useState } from 'react';
import type { Grade } from './grade';

/** Where somebody is with a question. */
export type AnswerState =
  | { readonly kind: 'open' }
  /** It was checked too early. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'graded'; readonly grade: Grade };

/** An answer that is being given, and what became of it. */
export interface AnswerControl<Answer> {
  readonly answer: Answer;
  readonly state: AnswerState;
  /** Changes the answer; what was said of the one before is gone with it. */
  readonly change: (answer: Answer) => void;
  readonly check: () => void;
  readonly again: () => void;
}

/**
 * Keeps the answer to a question.
 * @param first the answer that nobody has touched
 * @param grade returns `null` for an answer that is not complete
 * @param onGrade told each time that a complete answer is checked
 */
export function useAnswer<Answer>(
  first: Answer,
  grade: (answer: Answer) => Grade | null,
  onGrade: (grade: Grade) => void,
): AnswerControl<Answer> {
  const [answer, setAnswer] = useState(first);
  const [state, setState] = useState<AnswerState>({ kind: 'open' });

  function change(next: Answer): void {
    setAnswer(next);
    setState({ kind: 'open' });
  }

  function check(): void {
    const given = grade(answer);
    setState(given ? { kind: 'graded', grade: given } : { kind: 'incomplete' });
    if (given) onGrade(given);
  }

  return { answer, state, change, check, again: () => change(first) };
}
