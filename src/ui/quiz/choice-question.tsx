import { type ReactNode, useId } from 'react';
import { Feedback } from './feedback';
import { gradeOne, gradeSeveral } from './grade';
import type { ChoiceQuestion as Question } from './question';
import { QuestionFrame } from './question-frame';
import type { QuestionProps } from './question-props';
import styles from './quiz.module.css';
import { useAnswer } from './use-answer';

const WORDS = { right: 'Right', wrong: 'Wrong', missed: 'Missed: this one is right, too' } as const;
const NOTHING: ReadonlySet<number> = new Set();

/** A question with one right choice (radio buttons) or several (checkboxes). */
export function ChoiceQuestion({ question, known, onGrade }: QuestionProps<Question>): ReactNode {
  const { kind, choices } = question;
  const id = useId();
  const right = choices.map((choice) => choice.right);
  const { answer, state, change, check, again } = useAnswer(
    NOTHING,
    (chosen) => (kind === 'one' ? gradeOne(right, [...chosen][0] ?? null) : gradeSeveral(right, chosen)),
    onGrade,
  );

  function choose(i: number, checked: boolean): void {
    const others = kind === 'one' ? [] : [...answer].filter((other) => other !== i);
    change(new Set(checked ? [...others, i] : others));
  }

  return (
    <QuestionFrame question={question} known={known} state={state} onCheck={check} onAgain={again}>
      {choices.map(({ label, why }, i) => {
        const mark = state.kind === 'graded' ? (state.grade.marks[i] ?? null) : null;
        const feedback = `${id}-${String(i)}`;
        return (
          <div key={i} className={styles.choice} data-mark={mark ?? undefined}>
            <label className={styles.label}>
              <input
                type={kind === 'one' ? 'radio' : 'checkbox'}
                name={id}
                checked={answer.has(i)}
                aria-describedby={mark === null ? undefined : feedback}
                onChange={(event) => {
                  choose(i, event.target.checked);
                }}
              />
              <span>{label}</span>
            </label>
            <Feedback id={feedback} mark={mark} words={WORDS}>
              {why}
            </Feedback>
          </div>
        );
      })}
    </QuestionFrame>
  );
}
