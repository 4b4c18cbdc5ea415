import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import cellStyles from '../cell/cell.module.css';
import type { Editing } from './console-session';
import styles from './psql.module.css';

interface EditDialogProps {
  readonly editing: Editing;
  /** `null` when nothing is to be changed. */
  readonly onAnswer: (text: string | null) => void;
}

/** What \e opens in the place of an editor. */
export function EditDialog({ editing: { name, text: initial }, onAnswer }: EditDialogProps): ReactNode {
  const [text, setText] = useState(initial);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  function answer(edited: string | null): void {
    // It gives the focus back to the line; taken out of the page while it is open, it would not.
    dialog.current?.close();
    onAnswer(edited);
  }

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={`${id}-label`}
      onCancel={(event) => {
        event.preventDefault();
        answer(null);
      }}
    >
      <label id={`${id}-label`} htmlFor={id} className={styles.dialogLabel}>
        {name === 'query' ? 'The statement, to be edited' : `The file ${name}, to be edited`}
      </label>
      <textarea
        id={id}
        className={styles.editor}
        value={text}
        rows={10}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <div className={styles.dialogBar}>
        <button
          type="button"
          className={`${cellStyles.button} ${cellStyles.primary}`}
          onClick={() => {
            answer(text);
          }}
        >
          Save
        </button>
        <button
          type="button"
          className={cellStyles.button}
          onClick={() => {
            answer(null);
          }}
        >
          Cancel
        </button>
      </div>
    </dialog>
  );
}
