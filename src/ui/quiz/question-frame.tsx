import clsx from 'clsx';
import { type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import cellStyles from '../cell/cell.module.css';
import { Banner } from '../report/banner';
import type { Question } from './question';
import styles from './quiz.module.css';
import { INCOMPLETE, resultText } from './result-text';
import type { AnswerState } from './use-answer';

const TASK: Readonly<Record<Question['kind'], string>> = {
  one: 'Choose one.',
  several: 'Choose all that are right.',
  order: 'Put in order.',
  match: 'Choose the right side of each line.',
};

interface QuestionFrameProps {
  readonly question: Question;
  /** Whether to say that it has been answered rightly before. */
  readonly known: boolean;
  readonly state: AnswerState;
  readonly onCheck: () => void;
  readonly onAgain: () => void;
  /** The answers to choose from. */
  readonly children: ReactNode;
}

function Result({ question, state }: Pick<QuestionFrameProps, 'question' | 'state'>): ReactNode {
  switch (state.kind) {
    case 'open':
      return null;
    case 'incomplete':
      return <Banner tone="warn" headline={INCOMPLETE[question.kind]} />;
    case 'graded':
      return <Banner tone={state.grade.passed ? 'ok' : 'bad'} headline={resultText(question.kind, state.grade)} />;
  }
}

/** What all questions have: the text, the group of answers, the buttons, and the result. */
export function QuestionFrame({ question, known, state, onCheck, onAgain, children }: QuestionFrameProps): ReactNode {
  const answers = useRef<HTMLFieldSetElement>(null);
  const { before, legend, after } = question.text;

  function again(): void {
    flushSync(onAgain);
    // The button that had the focus is gone.
    answers.current?.querySelector<HTMLElement>('input, select, button')?.focus();
  }

  return (
    <div
      className={styles.question}
      data-question={question.key}
      data-result={state.kind === 'graded' ? (state.grade.passed ? 'passed' : 'failed') : 'none'}
    >
      {before}
      <fieldset ref={answers} className={styles.answers}>
        <legend className={styles.legend}>
          {legend} <span className={styles.task}>{TASK[question.kind]}</span>
          {known && (
            <span className={styles.known}>
              <span aria-hidden="true">✓</span> Answered
            </span>
          )}
        </legend>
        {after}
        {children}
      </fieldset>
      <div className={styles.bar}>
        <button type="button" className={clsx(cellStyles.button, cellStyles.primary)} onClick={onCheck}>
          Check answer
        </button>
        {state.kind === 'graded' && (
          <button type="button" className={cellStyles.button} onClick={again}>
            {state.grade.passed ? 'Start over' : 'Try again'}
          </button>
        )}
      </div>
      <div role="status" className={styles.result}>
        <Result question={question} state={state} />
      </div>
    </div>
  );
}
