import type { ReactNode } from 'react';
import styles from './more-button.module.css';

interface MoreButtonProps {
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** The button that draws more of a long list or text. */
export function MoreButton({ onClick, children }: MoreButtonProps): ReactNode {
  return (
    <button type="button" className={styles.more} onClick={onClick}>
      {children}
    </button>
  );
}
