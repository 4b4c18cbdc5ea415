import clsx from 'clsx';
import type { ReactNode } from 'react';
import { countText } from '../../core/count-text';
import type { OutputLine } from '../../core/run-report';
import styles from './console-output.module.css';
import { VisuallyHidden } from './visually-hidden';

/** How a line is marked for those who do not see its colour. */
const MARK: Readonly<Record<OutputLine['stream'], string>> = { log: '', warn: 'warning', error: 'error', input: '' };

interface ConsoleOutputProps {
  readonly output: readonly OutputLine[];
  /** Whether the program printed more than was kept. */
  readonly cut: boolean;
}

/** What a program printed, line by line. */
export function ConsoleOutput({ output, cut }: ConsoleOutputProps): ReactNode {
  if (output.length === 0 && !cut) return null;
  return (
    <div className={styles.console}>
      <VisuallyHidden>Output:</VisuallyHidden>
      {output.map(({ stream, text }, i) => (
        <div key={i} className={clsx(styles.line, styles[stream])}>
          {MARK[stream] !== '' && <span className={styles.mark}>{MARK[stream]} </span>}
          {text === '' ? '\u00a0' : text}
        </div>
      ))}
      {cut && (
        <p className={styles.cut}>
          The program printed more than this: the output was cut after {countText(output.length, 'line')}.
        </p>
      )}
    </div>
  );
}
