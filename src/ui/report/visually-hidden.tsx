import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Words for whoever listens, where the eye has a sign or a colour. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }): ReactNode {
  return <span className={styles.hidden}>{children}</span>;
}
