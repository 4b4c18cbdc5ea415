import type { Grade } from './grade';

/** What every kind of question is given. */
export interface QuestionProps<Question> {
  readonly question: Question;
  /** Seeds what is shuffled: unique in the course. */
  readonly seed: string;
  /** Whether to say that it has been answered rightly before. */
  readonly known: boolean;
  readonly onGrade: (grade: Grade) => void;
}
