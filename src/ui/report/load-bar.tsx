import type { ReactNode } from 'react';
import type { LoadProgress } from '../../core/load-progress';
import styles from './load-bar.module.css';

/** How much of something has arrived in the page: a share, because how many bytes a host sends for it is up to the host. */
export function LoadBar({ progress: { what, loaded, total } }: { readonly progress: LoadProgress }): ReactNode {
  const share = Math.min(1, loaded / total);
  return (
    <span className={styles.load}>
      <progress className={styles.bar} value={share} aria-label={`Loading ${what}`} />
      <span aria-hidden="true">{Math.floor(share * 100)} %</span>
    </span>
  );
}
