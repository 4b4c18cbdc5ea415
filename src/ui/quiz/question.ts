import type { ReactNode } from 'react';

/** Something that can be chosen, or has to be put in its place. */
export interface Item {
  readonly label: ReactNode;
  /** The label as plain text. */
  readonly text: string;
  /** `null` where the author has nothing to say of it. */
  readonly why: ReactNode;
}

export interface Choice extends Item {
  readonly right: boolean;
}

/** A line of a matching question: its right side is the plain text that belongs to it. */
export interface Pair extends Item {
  readonly right: string;
}

/** What is asked, in three pieces: the middle one names the group of answers. */
export interface QuestionText {
  readonly before: ReactNode;
  readonly legend: ReactNode;
  readonly after: ReactNode;
}

interface Asked {
  /** The question's key in the progress file. */
  readonly key: string;
  readonly text: QuestionText;
}

export interface ChoiceQuestion extends Asked {
  readonly kind: 'one' | 'several';
  readonly choices: readonly Choice[];
}

export interface OrderQuestion extends Asked {
  readonly kind: 'order';
  /** In the right order. */
  readonly steps: readonly Item[];
}

export interface MatchQuestion extends Asked {
  readonly kind: 'match';
  readonly columns: readonly [left: string, right: string];
  readonly pairs: readonly Pair[];
  /** Right sides that go with nothing, and why. */
  readonly extras: readonly Pick<Pair, 'right' | 'why'>[];
}

/** A question of a quiz. */
export type Question = ChoiceQuestion | OrderQuestion | MatchQuestion;
