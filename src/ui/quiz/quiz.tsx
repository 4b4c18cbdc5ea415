import type { ReactNode } from 'react';
import { UNTRIED_QUIZ } from '../../core/progress';
import { ProgressNotice } from '../progress/progress-notice';
import { progressStore, useProgress } from '../progress/use-progress';
import { TaskCard } from '../task-card/task-card';
import { ChoiceQuestion } from './choice-question';
import { MatchQuestion } from './match-question';
import { OrderQuestion } from './order-question';
import type { Question } from './question';
import type { QuestionProps } from './question-props';
import { readQuestions } from './read-questions';

interface QuizProps {
  readonly id: string;
  readonly title: string;
  /** A `<QuizQuestion>` for each question. */
  readonly children: ReactNode;
}

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
  const questions = readQuestions(children);
  const keys = questions.map(({ key }) => key);
  const right = keys.filter((key) => own.right.includes(key)).length;
  const partly = own.status === 'tried' && right > 0;

  return (
    <TaskCard
      kind="Quiz"
      id={id}
      title={title}
      status={own.status}
      statusText={partly ? `${String(right)} of ${String(keys.length)} right` : undefined}
    >
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
    </TaskCard>
  );
}
