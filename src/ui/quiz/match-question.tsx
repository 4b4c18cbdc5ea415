import { type ReactNode, useId } from 'react';
import { Feedback } from './feedback';
import { gradeMatch } from './grade';
import type { MatchQuestion as Question } from './question';
import { QuestionFrame } from './question-frame';
import type { QuestionProps } from './question-props';
import styles from './quiz.module.css';
import { shuffledOrder } from './shuffle';
import { useAnswer } from './use-answer';

const WORDS = { right: 'Right', wrong: 'Wrong', missed: 'Missed' } as const;

/** A question in which each left side gets its right side from a menu. */
export function MatchQuestion({ question, seed, known, onGrade }: QuestionProps<Question>): ReactNode {
  const { columns, pairs, extras } = question;
  const id = useId();
  const right = pairs.map((pair) => pair.right);
  const sides = [...right, ...extras.map((extra) => extra.right)];
  const { answer, state, change, check, again } = useAnswer(
    pairs.map(() => ''),
    (chosen) => gradeMatch(right, chosen),
    onGrade,
  );

  return (
    <QuestionFrame question={question} known={known} state={state} onCheck={check} onAgain={again}>
      <div className={styles.columns} aria-hidden="true">
        <span>{columns[0]}</span>
        <span>{columns[1]}</span>
      </div>
      {pairs.map(({ label, why }, i) => {
        const mark = state.kind === 'graded' ? (state.grade.marks[i] ?? null) : null;
        const feedback = `${id}-${String(i)}`;
        const select = `${feedback}-select`;
        const extra = extras.find((other) => other.right === answer[i]);
        return (
          <div key={i} className={styles.choice} data-mark={mark ?? undefined}>
            <div className={styles.pair}>
              <label htmlFor={select}>{label}</label>
              <select
                id={select}
                className={styles.select}
                value={answer[i]}
                aria-describedby={mark === null ? undefined : feedback}
                onChange={(event) => {
                  const { value } = event.target;
                  change(answer.map((old, line) => (line === i ? value : old)));
                }}
              >
                <option value="">Choose …</option>
                {shuffledOrder(sides.length, seed).map((side) => (
                  <option key={side} value={sides[side]}>
                    {sides[side]}
                  </option>
                ))}
              </select>
            </div>
            <Feedback id={feedback} mark={mark} words={WORDS}>
              {extra ? (
                <>
                  <p>{extra.why}</p>
                  <p>{why}</p>
                </>
              ) : (
                <p>{why}</p>
              )}
            </Feedback>
          </div>
        );
      })}
    </QuestionFrame>
  );
}
