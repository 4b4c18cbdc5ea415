import type { ReactNode } from 'react';
import { Banner } from './banner';
import styles from './overruled.module.css';

interface OverruledProps {
  /** What changed, in a sentence. */
  readonly headline: string;
  /** What stood there before. */
  readonly children: ReactNode;
}

/** Says that PostgreSQL answered otherwise than pg-mem had, and keeps what stood there at hand. */
export function Overruled({ headline, children }: OverruledProps): ReactNode {
  return (
    <Banner tone="warn" headline={headline}>
      <details className={styles.first}>
        <summary>What pg-mem had answered</summary>
        {children}
      </details>
    </Banner>
  );
}
