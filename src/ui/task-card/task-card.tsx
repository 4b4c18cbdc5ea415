import { type ReactNode, useId } from 'react';
import styles from './task-card.module.css';

interface TaskCardProps {
  /** What stands before the title. Pages find a card by it: `data-exercise` or `data-quiz`. */
  readonly kind: 'Exercise' | 'Quiz';
  readonly id: string;
  readonly title: string;
  readonly status: keyof typeof STATUS;
  /** How far the reader is, where that says more than the status does. */
  readonly statusText?: string | undefined;
  readonly children: ReactNode;
}

const STATUS = { untried: 'Not tried yet', tried: 'Tried', passed: 'Passed' } as const;

/** What a reader is asked to do, with how far that is: the frame of exercises and quizzes. */
export function TaskCard({ kind, id, title, status, statusText, children }: TaskCardProps): ReactNode {
  const heading = useId();
  const name = { [kind === 'Exercise' ? 'data-exercise' : 'data-quiz']: id };
  return (
    <section className={styles.card} aria-labelledby={heading} {...name} data-status={status}>
      <header className={styles.head}>
        <h3 id={heading} className={styles.title}>
          <span className={styles.kind}>{kind}</span> {title}
        </h3>
        <span className={styles.status}>{statusText ?? STATUS[status]}</span>
      </header>
      {children}
    </section>
  );
}
