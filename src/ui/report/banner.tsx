import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './banner.module.css';

/** `bad`: what the reader wrote did not work; `warn`: something that is not their mistake, or not an error. */
export type Tone = 'ok' | 'bad' | 'warn' | 'plain';

const SIGN: Readonly<Record<Tone, string>> = { ok: '✓', bad: '✗', warn: '!', plain: '' };

interface BannerProps {
  readonly tone: Tone;
  /** The outcome in a sentence; the sign beside it only repeats it. */
  readonly headline: string;
  readonly children?: ReactNode;
}

/** How something ended, in one line, with room for what follows from it. */
export function Banner({ tone, headline, children }: BannerProps): ReactNode {
  return (
    <div className={clsx(styles.banner, styles[tone])}>
      <p className={styles.headline}>
        {SIGN[tone] !== '' && (
          <span className={styles.sign} aria-hidden="true">
            {SIGN[tone]}
          </span>
        )}
        <strong>{headline}</strong>
      </p>
      {children}
    </div>
  );
}
