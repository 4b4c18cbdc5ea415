import { type ReactNode, useMemo } from 'react';
import cellStyles from '../cell/cell.module.css';
import styles from './psql.module.css';
import { scriptLines } from './record-typing';
import { Transcript } from './transcript';
import { useConsole } from './use-console';

interface PsqlProps {
  /** Names the session in the whole course. */
  readonly id: string;
  readonly dataset: string;
  /** As whom psql begins. */
  readonly user: string;
  /** SQL that the superuser runs before. */
  readonly setup: string;
  /** The lines of the recorded session. */
  readonly script: string;
  /** The recorded session as a terminal showed it. */
  readonly transcript: string;
}

/** A session with psql in a lesson: recorded, as text, and a psql of one's own to try it. */
export function Psql({ id, dataset, user, setup, script, transcript }: PsqlProps): ReactNode {
  const { opening, open, close } = useConsole();
  const lines = useMemo(() => scriptLines(script), [script]);
  return (
    <div className={styles.psql} data-psql={id}>
      {transcript !== '' && <Transcript transcript={transcript} script={script} />}
      {opening.kind === 'open' ? (
        <opening.Console setting={{ kind: 'dataset', dataset, user, setup }} offered={lines} onClose={close} />
      ) : (
        <div className={cellStyles.bar}>
          <button
            type="button"
            className={`${cellStyles.button} ${cellStyles.primary}`}
            disabled={opening.kind === 'opening'}
            onClick={open}
          >
            Open psql
          </button>
          {lines.length > 0 && <span className={styles.hint}>Try it yourself, or have these lines typed for you.</span>}
          {opening.kind === 'closed' && opening.problem !== null && (
            <span role="alert">psql could not be loaded: {opening.problem}</span>
          )}
          <span className={cellStyles.language}>psql</span>
        </div>
      )}
    </div>
  );
}
