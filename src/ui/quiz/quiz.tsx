import { type ReactNode, useId } from 'react';
import { UNTRIED_QUIZ } from '../../core/progress';
import { ProgressNotice } from '../progress/progress-notice';
import { progressStore, useProgress } from '../progress/use-progress';
import { ChoiceQuestion } from './choice-question';
import { MatchQuestion } from './match-question';
import { OrderQuestion } from './order-question';
import type { Question } from './question';
import type { QuestionProps } from './question-props';
import styles from './quiz.module.css';
import { readQuestions } from './read-questions';

interface QuizProps {
  readonly id: string;
  readonly title: string;
  /** A `<QuizQuestion>` for each question. */
  readonly children: ReactNode;
}

const STATUS = { untried: 'Not tried yet', tried: 'Tried', passed: 'Passed' } as const;

function AnyQuestion({ question, ...props }: QuestionProps<Question>): ReactNode {
  switch (question.kind) {
    case 'one':
    case 'several':
      return <ChoiceQuestion question={question} {...props} />;
    case 'order':
      return <OrderQuestion question={question} {...props} />;
    case 'match':
      return <MatchQuestion question={question} {...props} />;
  }
}

/** Questions on a lesson, each checked on its own; the quiz is passed once all of them are answered rightly. */
export function Quiz({ id, title, children }: QuizProps): ReactNode {
  const { progress, notice } = useProgress();
  const own = progress.quizzes[id] ?? UNTRIED_QUIZ;
  const heading = useId();
  const questions = readQuestions(children);
  const keys = questions.map(({ key }) => key);
  const right = keys.filter((key) => own.right.includes(key)).length;
  const partly = own.status === 'tried' && right > 0;

  return (
    <section className={styles.quiz} aria-labelledby={heading} data-quiz={id} data-status={own.status}>
      <header className={styles.head}>
        <h3 id={heading} className={styles.title}>
          <span className={styles.kind}>Quiz</span> {title}
        </h3>
        <span className={styles.status}>
          {partly ? `${String(right)} of ${String(keys.length)} right` : STATUS[own.status]}
        </span>
      </header>
      <ProgressNotice notice={notice} />
      {questions.map((question) => (
        <AnyQuestion
          key={question.key}
          question={question}
          seed={`${id} ${question.key}`}
          // A single question is as far as its quiz is.
          known={questions.length > 1 && own.right.includes(question.key)}
          onGrade={({ passed }) => {
            const at = new Date();
            progressStore.dispatch({ kind: 'quiz', id, question: question.key, right: passed, questions: keys, at });
          }}
        />
      ))}
    </section>
  );
}
