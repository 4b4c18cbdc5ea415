import type { ReactNode } from 'react';
import type { LoadProgress } from '../../core/load-progress';
import styles from './load-bar.module.css';

/** How much of PostgreSQL has arrived in the page. */
export function LoadBar({ progress: { loaded, total } }: { readonly progress: LoadProgress }): ReactNode {
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
  return (
    <span className={styles.load}>
      <progress className={styles.bar} value={Math.min(loaded, total)} max={total} aria-label="Loading PostgreSQL" />
      <span aria-hidden="true">
        {megabytes(loaded)} of {megabytes(total)} MB
      </span>
    </span>
  );
}
