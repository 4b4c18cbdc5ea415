import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { type LineHistory, linesWith } from './line-history';
import styles from './psql.module.css';

/** More than these help nobody. */
const MOST_SHOWN = 8;

interface HistorySearchProps {
  readonly history: LineHistory;
  /** A line was chosen: it goes into the input. */
  readonly onTake: (line: string) => void;
  readonly onClose: () => void;
}

/** Finds a line that was typed before: by keys as in a terminal, or by a tap. */
export function HistorySearch({ history, onTake, onClose }: HistorySearchProps): ReactNode {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const found = linesWith(history, text).slice(0, MOST_SHOWN);
  const current = Math.min(chosen, found.length - 1);

  function onKeyDown(event: KeyboardEvent): void {
    const isSearchKey = event.ctrlKey && event.key.toLowerCase() === 'r';
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') {
      const line = found[current];
      if (line !== undefined) onTake(line);
    } else if (isSearchKey || event.key === 'ArrowDown') setChosen(found.length > 0 ? (current + 1) % found.length : 0);
    else if (event.key === 'ArrowUp') setChosen(Math.max(0, current - 1));
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles.search}>
      <label className={styles.searchLabel} htmlFor={id}>
        Find a line that you typed
      </label>
      <input
        id={id}
        className={styles.searchInput}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- a key or a button has just asked for it
        autoFocus
        value={text}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="done"
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p className={styles.searchStatus} role="status">
        {found.length === 0 ? 'No line has that.' : `${String(current + 1)}: ${found[current] ?? ''}`}
      </p>
      <ul className={styles.found}>
        {found.map((line, i) => (
          <li key={line}>
            <button
              type="button"
              className={styles.choice}
              data-chosen={i === current ? '' : undefined}
              onClick={() => {
                onTake(line);
              }}
            >
              {line}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className={styles.tool} onClick={onClose}>
        Close the search
      </button>
    </div>
  );
}
