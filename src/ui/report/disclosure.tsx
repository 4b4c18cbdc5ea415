import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

interface DisclosureProps {
  readonly summary: ReactNode;
  readonly onToggle?: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A part of a report that is folded at first. */
export function Disclosure({ summary, onToggle, children }: DisclosureProps): ReactNode {
  return (
    <details className={styles.details} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary className={styles.summary}>{summary}</summary>
      {children}
    </details>
  );
}
