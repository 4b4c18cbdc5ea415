import type { ReactNode } from 'react';
import { writeEditorPreference } from './editor-preference';
import styles from './editor.module.css';

/** Lets the reader choose between the editors, for all pages from now on. */
export function EditorSwitch({ current }: { readonly current: 'monaco' | 'plain' }): ReactNode {
  const other = current === 'monaco' ? 'plain' : 'monaco';
  return (
    <p className={styles['switch']}>
      <button
        type="button"
        onClick={() => {
          writeEditorPreference(other);
        }}
      >
        {other === 'plain' ? 'Use a plain text box' : 'Use the full editor'}
      </button>
    </p>
  );
}
