import clsx from 'clsx';
import type { ReactNode } from 'react';
import { countText } from '../../core/count-text';
import type { OutputLine } from '../../core/run-report';
import styles from './console-output.module.css';
import { ScrollRegion } from './scroll-region';
import { VisuallyHidden } from './visually-hidden';

/** How a line is marked for those who do not see its colour. */
const MARK: Readonly<Record<OutputLine['stream'], string>> = { log: '', warn: 'warning', error: 'error', input: '' };

interface ConsoleOutputProps {
  readonly output: readonly OutputLine[];
  /** Whether the program printed more than was kept. */
  readonly cut: boolean;
}

/** What a program printed, line by line; of a session with psql, also what was typed, as a terminal shows it. */
export function ConsoleOutput({ output, cut }: ConsoleOutputProps): ReactNode {
  if (output.length === 0 && !cut) return null;
  // Its tables must not wrap, and its errors say themselves what they are.
  const isSession = output.some(({ stream }) => stream === 'input');
  const lines = output.map(({ stream, text }, i) => (
    <div key={i} className={clsx(styles.line, styles[stream])}>
      {!isSession && MARK[stream] !== '' && <span className={styles.mark}>{MARK[stream]} </span>}
      {text === '' ? '\u00a0' : text}
    </div>
  ));
  return (
    <div className={styles.console}>
      <VisuallyHidden>Output:</VisuallyHidden>
      {isSession ? (
        <ScrollRegion label="The session with psql">
          <div className={styles.session}>{lines}</div>
        </ScrollRegion>
      ) : (
        lines
      )}
      {cut && (
        <p className={styles.cut}>
          The program printed more than this: the output was cut after {countText(output.length, 'line')}.
        </p>
      )}
    </div>
  );
}
