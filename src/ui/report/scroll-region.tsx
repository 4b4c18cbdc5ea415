import type { ReactNode } from 'react';
import styles from './scroll-region.module.css';

interface ScrollRegionProps {
  /** What a screen reader calls it. */
  readonly label: string;
  /** A `region` is listed among the page's landmarks; use it for what a reader may look for, `group` for the rest. */
  readonly role?: 'region' | 'group';
  readonly children: ReactNode;
}

/** Wide content that scrolls by itself, so that the page does not; it takes the focus so that arrow keys reach it. */
export function ScrollRegion({ label, role = 'group', children }: ScrollRegionProps): ReactNode {
  return (
    <div className={styles.scroll} role={role} aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
