import type { ReactNode } from 'react';
import styles from './psql.module.css';

interface SoftKeyProps {
  /** What stands on it. */
  readonly name: string;
  /** What it does. */
  readonly label: string;
  readonly onPress: () => void;
}

/** A key that a phone does not have. It leaves the focus, and so the phone's keyboard, where it is. */
export function SoftKey({ name, label, onPress }: SoftKeyProps): ReactNode {
  return (
    <button
      type="button"
      className={styles.key}
      aria-label={label}
      onPointerDown={(event) => {
        event.preventDefault();
      }}
      onClick={onPress}
    >
      {name}
    </button>
  );
}
