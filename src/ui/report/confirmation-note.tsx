import type { ReactNode } from 'react';
import type { LastWord } from '../../core/last-word';
import type { Confirmation } from './confirmation';
import styles from './confirmation-note.module.css';
import { LoadBar } from './load-bar';

interface ConfirmationNoteProps {
  readonly lastWord: LastWord<unknown> | null;
  readonly confirmation: Confirmation;
}

/** What PostgreSQL says, or is yet to say, of something that pg-mem answered. */
export function ConfirmationNote({ lastWord, confirmation }: ConfirmationNoteProps): ReactNode {
  switch (confirmation.kind) {
    case 'asking':
      return confirmation.progress ? (
        <>
          <span>PostgreSQL is loading, and will confirm it.</span>
          <LoadBar progress={confirmation.progress} />
        </>
      ) : (
        <span>PostgreSQL will confirm it.</span>
      );
    case 'offered':
      return (
        <>
          <span>PostgreSQL itself has not confirmed it.</span>
          <button type="button" className={styles.ask} onClick={confirmation.accept}>
            Ask PostgreSQL (loads several megabytes)
          </button>
        </>
      );
    case 'settled':
      if (lastWord?.kind === 'same') return <span>PostgreSQL confirms it.</span>;
      if (lastWord?.kind === 'unheard') {
        return <span>PostgreSQL itself has not confirmed it. {lastWord.reason}</span>;
      }
      return null;
  }
}
