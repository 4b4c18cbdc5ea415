import clsx from 'clsx';
import { type MouseEvent, type ReactNode, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import cellStyles from '../cell/cell.module.css';
import { VisuallyHidden } from '../report/visually-hidden';
import { Feedback } from './feedback';
import { gradeOrder } from './grade';
import type { OrderQuestion as Question } from './question';
import { QuestionFrame } from './question-frame';
import type { QuestionProps } from './question-props';
import styles from './quiz.module.css';
import { shuffledOrder } from './shuffle';
import { useAnswer } from './use-answer';

const WORDS = { right: 'In its place', wrong: 'Not in its place', missed: 'Missed' } as const;

/** A question whose steps are moved up and down until their order is right. */
export function OrderQuestion({ question, seed, known, onGrade }: QuestionProps<Question>): ReactNode {
  const { steps } = question;
  const id = useId();
  const { answer, state, change, check, again } = useAnswer(shuffledOrder(steps.length, seed), gradeOrder, onGrade);
  const [moved, setMoved] = useState('');

  function move(event: MouseEvent<HTMLButtonElement>, place: number, by: -1 | 1): void {
    const button = event.currentTarget;
    const [step, other] = [answer[place], answer[place + by]];
    if (step === undefined || other === undefined) return;
    flushSync(() => {
      change(answer.map((old, i) => (i === place ? other : i === place + by ? step : old)));
      setMoved(`${steps[step]?.text ?? ''} is now ${String(place + by + 1)} of ${String(steps.length)}.`);
    });
    // A browser takes the focus from what is moved in the page.
    button.focus();
  }

  return (
    <QuestionFrame question={question} known={known} state={state} onCheck={check} onAgain={again}>
      <ol className={styles.order}>
        {answer.map((step, place) => {
          const item = steps[step];
          if (!item) return null;
          const mark = state.kind === 'graded' ? (state.grade.marks[step] ?? null) : null;
          const feedback = `${id}-${String(step)}`;
          return (
            <li key={step} className={styles.choice} data-mark={mark ?? undefined}>
              <div className={styles.step}>
                <span className={styles.place} aria-hidden="true">
                  {place + 1}
                </span>
                <span className={styles.stepLabel}>{item.label}</span>
                {([-1, 1] as const).map((by) => (
                  <button
                    key={by}
                    type="button"
                    className={clsx(cellStyles.button, styles.move)}
                    aria-label={`Move ${by < 0 ? 'up' : 'down'}: ${item.text}`}
                    // Not `disabled`, which would take the focus from whoever has just moved it to the end.
                    aria-disabled={answer[place + by] === undefined}
                    aria-describedby={mark === null ? undefined : feedback}
                    onClick={(event) => {
                      move(event, place, by);
                    }}
                  >
                    <span aria-hidden="true">{by < 0 ? '↑' : '↓'}</span>
                  </button>
                ))}
              </div>
              <Feedback id={feedback} mark={mark} words={WORDS}>
                {item.why}
              </Feedback>
            </li>
          );
        })}
      </ol>
      <div role="status">
        <VisuallyHidden>{moved}</VisuallyHidden>
      </div>
    </QuestionFrame>
  );
}
