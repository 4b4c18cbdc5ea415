import type { ReactNode } from 'react';
import type { Mark } from './grade';
import styles from './quiz.module.css';

const SIGN = { right: '✓', wrong: '✗', missed: '!' } as const;

interface FeedbackProps {
  readonly id: string;
  readonly mark: Mark;
  /** The mark in words. */
  readonly words: Readonly<Record<'right' | 'wrong' | 'missed', string>>;
  readonly children: ReactNode;
}

/** What is said of a choice, a step or a line: the mark as a sign and in words, and the explanation. */
export function Feedback({ id, mark, words, children }: FeedbackProps): ReactNode {
  if (mark === null) return null;
  return (
    <div id={id} className={styles.feedback}>
      <p className={styles.mark}>
        <span aria-hidden="true">{SIGN[mark]}</span> {words[mark]}
      </p>
      {children !== null && <div className={styles.why}>{children}</div>}
    </div>
  );
}
