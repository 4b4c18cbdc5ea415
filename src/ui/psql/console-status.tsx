import { type ReactNode, useEffect, useState } from 'react';
import { countText } from '../../core/count-text';
import { LoadBar } from '../report/load-bar';
import type { ConsoleView } from './console-session';
import styles from './psql.module.css';

/** What takes less than this is not worth a word, in milliseconds. */
const NOTICE_MS = 400;

/** A value, once it has stayed for a while. */
function useSettled<T>(value: T): T | null {
  const [settled, setSettled] = useState<T | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, NOTICE_MS);
    return () => {
      clearTimeout(timer);
      setSettled(null);
    };
  }, [value]);
  return settled;
}

function waitingText({ phase, waiting, screen }: ConsoleView): string {
  if (waiting?.kind === 'queued') return 'PostgreSQL is busy with something else on this page. psql waits for it.';
  if (phase.kind === 'starting') return 'psql starts: PostgreSQL is loading.';
  if (waiting?.kind !== 'loading') return '';
  const before = screen.lines.length > 0 ? ' All that was done here is done again.' : '';
  return `PostgreSQL starts again.${before}`;
}

/** Says what keeps somebody waiting. */
export function ConsoleStatus({ view }: { readonly view: ConsoleView }): ReactNode {
  const { ahead, waiting, phase } = view;
  const text = useSettled(phase.kind === 'ended' ? '' : waitingText(view));
  const progress = waiting?.kind === 'loading' ? waiting.progress : null;
  const count = ahead.length > 0 ? `${countText(ahead.length, 'line')} still to be typed.` : '';
  return (
    <div className={styles.statusBar}>
      <p className={styles.status} role="status">
        {[text ?? '', count].filter((part) => part !== '').join(' ')}
      </p>
      {text !== null && text !== '' && progress && <LoadBar progress={progress} />}
    </div>
  );
}
