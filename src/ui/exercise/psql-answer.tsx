import { type ReactNode, useLayoutEffect, useRef } from 'react';
import cellStyles from '../cell/cell.module.css';
import { countText } from '../../core/count-text';
import styles from '../psql/psql.module.css';
import { scriptLines, withoutLeaving } from '../psql/record-typing';
import { useConsole } from '../psql/use-console';

interface PsqlAnswerProps {
  /** The exercise: it says as whom psql begins, and on what. */
  readonly id: string;
  /** The answer: what was typed, line by line. */
  readonly code: string;
  readonly onChange: (code: string) => void;
}

/** The console in which an answer is typed. What is typed there is written down; a new session begins with all of it. */
export function PsqlAnswer({ id, code, onChange }: PsqlAnswerProps): ReactNode {
  const { opening, open, close } = useConsole();
  // Several lines may be typed before this is drawn again.
  const latest = useRef(code);
  useLayoutEffect(() => {
    latest.current = code;
  });

  function change(next: string): void {
    latest.current = next;
    onChange(next);
  }

  function begin(): readonly string[] {
    const script = withoutLeaving(latest.current);
    if (script !== latest.current) change(script);
    return scriptLines(script);
  }

  if (opening.kind === 'open') {
    return (
      <div className={styles.answer}>
        <opening.Console
          setting={{ kind: 'exercise', id }}
          begin={begin}
          onRecord={(record) => {
            change(record(latest.current));
          }}
          note={(told) =>
            told !== code &&
            !code.startsWith(told) && (
              <p className={styles.note} role="status">
                What you typed was changed below. “Start again” types it into a new session.
              </p>
            )
          }
          onClose={close}
        />
      </div>
    );
  }
  const count = scriptLines(withoutLeaving(code)).length;
  return (
    <div className={styles.answer}>
      <div className={cellStyles.bar}>
        <button
          type="button"
          className={`${cellStyles.button} ${cellStyles.primary}`}
          disabled={opening.kind === 'opening'}
          onClick={open}
        >
          {count === 0
            ? 'Open psql'
            : `Open psql and type ${count === 1 ? 'this line' : `these ${countText(count, 'line')}`}`}
        </button>
        <span className={styles.hint}>What you type there is written down below.</span>
        {opening.kind === 'closed' && opening.problem !== null && (
          <span role="alert">psql could not be loaded: {opening.problem}</span>
        )}
      </div>
    </div>
  );
}
