import type { ReactNode } from 'react';

// What a lesson's quiz is made of. `plugin/quiz-elements.ts` writes these elements, `read-questions.ts` reads them; a quiz
// shows their children where they belong, and explanations only once they are wanted.

export interface QuizQuestionProps {
  /** The question's key in the progress file. */
  readonly id: string;
  readonly kind: 'one' | 'several' | 'order' | 'match';
  /** Matching: what its two columns are called. */
  readonly left: string;
  readonly right: string;
  readonly children: ReactNode;
}

export interface QuizItemProps {
  /** The label as plain text. */
  readonly text: string;
  readonly right: 'yes' | 'no';
  readonly children: ReactNode;
}

export interface QuizPairProps {
  /** The left side as plain text; empty for a right side that goes with nothing. */
  readonly text: string;
  readonly right: string;
  readonly children: ReactNode;
}

export interface QuizSlotProps {
  readonly name: 'before' | 'legend' | 'after' | 'label' | 'why';
  readonly children: ReactNode;
}

/** A question and its answers: slots, then items or pairs. */
export function QuizQuestion({ children }: QuizQuestionProps): ReactNode {
  return children;
}

/** A choice, or a step of an order; steps come in the right order. */
export function QuizItem({ children }: QuizItemProps): ReactNode {
  return children;
}

/** Two sides that belong together. */
export function QuizPair({ children }: QuizPairProps): ReactNode {
  return children;
}

/** A piece of the lesson's Markdown, named for the place that it takes. */
export function QuizSlot({ children }: QuizSlotProps): ReactNode {
  return children;
}
