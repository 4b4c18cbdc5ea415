import { type ReactNode, useMemo } from 'react';
import { markTranscript } from './mark-transcript';
import styles from './psql.module.css';
import { Spans } from './screen-lines';

interface TranscriptProps {
  readonly transcript: string;
  /** The lines that were typed. */
  readonly script: string;
}

/** A recorded session, as text: there before any script runs, and to be selected and copied. */
export function Transcript({ transcript, script }: TranscriptProps): ReactNode {
  const lines = useMemo(() => markTranscript(transcript, script), [transcript, script]);
  return (
    // Long lines scroll: the keyboard must be able to get there.
    <pre className={styles.transcript} tabIndex={0} role="group" aria-label="A recorded session with psql">
      {lines.map((spans, i) => (
        <span key={i}>
          <Spans spans={spans} />
          {'\n'}
        </span>
      ))}
    </pre>
  );
}
