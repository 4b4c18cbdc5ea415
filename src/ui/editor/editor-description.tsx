import type { ReactNode } from 'react';
import type { EditorMark } from './editor-props';
import styles from './editor.module.css';

interface EditorDescriptionProps {
  id: string;
  /** How the keyboard works here. */
  keys: string;
  marks: readonly EditorMark[];
}

/** What a screen reader adds to an editor's name: what the last run complained about, and how to get out. */
export function EditorDescription({ id, keys, marks }: EditorDescriptionProps): ReactNode {
  return (
    <span id={id} className={styles['hidden']}>
      {marks.map(({ line, message }) => `Line ${line}: ${message}. `).join('')}
      {keys}
    </span>
  );
}
