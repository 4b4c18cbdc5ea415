import { type ReactNode, useState } from 'react';
import cellStyles from '../cell/cell.module.css';
import type { ConsoleSession } from './console-session';
import styles from './psql.module.css';

interface TypeForMeProps {
  readonly session: ConsoleSession;
  readonly lines: readonly string[];
}

/** How a key of a script is called. */
const KEYS: Readonly<Record<string, string>> = { '^C': 'Ctrl-C', '^D': 'Ctrl-D' };

/** Types the lines of a lesson, one by one or all. */
export function TypeForMe({ session, lines }: TypeForMeProps): ReactNode {
  const [at, setAt] = useState(0);
  const next = lines[at];
  return (
    <div className={styles.offer} role="group" aria-label="The lines above, typed for you">
      {next === undefined ? (
        <p className={styles.offerText}>All lines of the session above have been typed.</p>
      ) : (
        <>
          <p className={styles.offerText}>
            Next: <code className={styles.nextLine}>{KEYS[next] ?? (next === '' ? '(an empty line)' : next)}</code>
          </p>
          <button
            type="button"
            className={cellStyles.button}
            onClick={() => {
              session.type([next]);
              setAt(at + 1);
            }}
          >
            Type it for me
          </button>
          <button
            type="button"
            className={cellStyles.button}
            onClick={() => {
              session.type(lines.slice(at));
              setAt(lines.length);
            }}
          >
            Type all of them
          </button>
        </>
      )}
    </div>
  );
}
