import type { MouseEvent, ReactNode } from 'react';
import type { EditorLanguage } from './editor-props';
import styles from './editor.module.css';
import { HighlightedCode } from './highlighted-code';

interface StaticCodeProps {
  readonly language: EditorLanguage;
  readonly code: string;
  readonly label: string;
  readonly markedLines: ReadonlySet<number>;
  /** A click into the code; the keyboard needs another way to the same end. */
  readonly onClick?: ((event: MouseEvent<HTMLElement>) => void) | undefined;
}

/** Code to read, exactly as large as the editors show it. */
export function StaticCode({ language, code, label, markedLines, onClick }: StaticCodeProps): ReactNode {
  return (
    <div className={styles['frame']}>
      {/* Long lines scroll: the keyboard must be able to get there. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the click is a short cut to what a button does; see onClick */}
      <div className={styles['page']} tabIndex={0} role="group" aria-label={label} onClick={onClick}>
        <div className={styles['sheet']}>
          <HighlightedCode language={language} code={code} markedLines={markedLines} />
        </div>
      </div>
    </div>
  );
}
