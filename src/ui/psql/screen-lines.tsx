import clsx from 'clsx';
import { memo, type ReactNode } from 'react';
import styles from './psql.module.css';
import type { ScreenLine, Span } from './screen';

/** The parts of one line: what was typed is marked as such, and not by its colour alone. */
export function Spans({ spans }: { readonly spans: readonly Span[] }): ReactNode {
  return spans.map(({ kind, text }, i) =>
    kind === 'typed' ? (
      <kbd key={i} className={styles.typed}>
        {text}
      </kbd>
    ) : (
      <span key={i} className={clsx(kind === 'prompt' && styles.prompt, kind === 'err' && styles.err)}>
        {text}
      </span>
    ),
  );
}

const Line = memo(function Line({ line: { spans } }: { readonly line: ScreenLine }): ReactNode {
  // The line's end is a character, so that what is copied is what psql printed.
  return (
    <span>
      <Spans spans={spans} />
      {'\n'}
    </span>
  );
});

/** The lines of a console's screen. A line that is there is not drawn again. */
export const ScreenLines = memo(function ScreenLines({ lines }: { readonly lines: readonly ScreenLine[] }): ReactNode {
  return lines.map((line) => <Line key={line.number} line={line} />);
});
