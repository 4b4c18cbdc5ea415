import type { ReactNode } from 'react';
import type { ProgressNotice as Notice } from '../../progress/progress-store';
import styles from './progress-notice.module.css';

/** Says when stored progress could not be read, or nothing can be stored. */
export function ProgressNotice({ notice }: { readonly notice: Notice | null }): ReactNode {
  if (!notice) return null;
  return (
    <p className={styles.notice} role="status">
      {notice.kind === 'corrupt' ? (
        <>
          Your stored progress could not be read ({notice.reason}). It is kept in this browser’s storage as{' '}
          <code>{notice.keptAs}</code>, and a new record has been started.
        </>
      ) : (
        <>This browser does not let the page store anything ({notice.reason}). What you write is lost with the page.</>
      )}
    </p>
  );
}
