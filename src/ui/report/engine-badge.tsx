import type { ReactNode } from 'react';
import type { EngineName } from '../../core/database';
import styles from './engine-badge.module.css';
import { VisuallyHidden } from './visually-hidden';

const ENGINE: Readonly<Record<EngineName, { readonly name: string; readonly about: string }>> = {
  'pg-mem': {
    name: 'pg-mem',
    about:
      'A small imitation of PostgreSQL that answers at once; it is only asked what it is known to answer as PostgreSQL would.',
  },
  postgres: {
    name: 'PostgreSQL 18 in this page',
    about: 'The real PostgreSQL, compiled to run inside your browser.',
  },
  server: { name: 'PostgreSQL server', about: 'A PostgreSQL server that this course was told to use.' },
};

/** Which engine gave the results, and what that is. */
export function EngineBadge({ engine }: { readonly engine: EngineName }): ReactNode {
  const { name, about } = ENGINE[engine];
  return (
    <span className={styles.badge} title={about}>
      <VisuallyHidden>Answered by </VisuallyHidden>
      {name}
      <VisuallyHidden>. {about}</VisuallyHidden>
    </span>
  );
}
