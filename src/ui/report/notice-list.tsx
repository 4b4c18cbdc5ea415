import type { ReactNode } from 'react';
import type { Notice } from '../../core/database';
import styles from './notice-list.module.css';

/** What PostgreSQL said besides its answer, in its own words. */
export function NoticeList({ notices }: { readonly notices: readonly Notice[] }): ReactNode {
  if (notices.length === 0) return null;
  return (
    <ul className={styles.notices}>
      {notices.map(({ severity, message, detail, hint }, i) => (
        <li key={i} className={styles.notice}>
          <span className={styles.severity}>{severity}:</span> {message}
          {detail !== null && (
            <>
              <br />
              <span className={styles.severity}>DETAIL:</span> {detail}
            </>
          )}
          {hint !== null && (
            <>
              <br />
              <span className={styles.severity}>HINT:</span> {hint}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
