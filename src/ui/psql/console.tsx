import { type ReactNode, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { countText } from '../../core/count-text';
import cellStyles from '../cell/cell.module.css';
import { loadWorkbench } from '../workbench/load-workbench';
import type { ConsoleSetting } from '../workbench/workbench';
import { ConsoleSession } from './console-session';
import { ConsoleStatus } from './console-status';
import { EditDialog } from './edit-dialog';
import { Entry } from './entry';
import type { LineHistory } from './line-history';
import styles from './psql.module.css';
import { screenText } from './screen';
import { ScreenLines } from './screen-lines';
import { TypeForMe } from './type-for-me';

/** How long the page says that something was copied, in milliseconds. */
const COPIED_MS = 3_000;

export interface ConsoleProps {
  readonly setting: ConsoleSetting;
  /** Lines that are offered to be typed for the reader. */
  readonly offered?: readonly string[];
  /** Lines that a session begins with: those of an answer, which were typed before. Asked for at each start. */
  readonly begin?: () => readonly string[];
  /** Hears how what is typed changes the answer. */
  readonly onRecord?: (change: (script: string) => string) => void;
  /** What else is to be said of the session. @param told what it was told so far */
  readonly note?: (told: string) => ReactNode;
  readonly onClose: () => void;
}

/** A psql that runs, and the way to another one. */
export default function Console(props: ConsoleProps): ReactNode {
  const { setting, begin, onRecord } = props;
  const [session, setSession] = useState<ConsoleSession | null>(null);
  const [round, setRound] = useState(0);
  const kept = useRef<LineHistory | undefined>(undefined);
  // Only a new round begins a new session, whatever else changes around it.
  const beginning = useRef({ setting, begin, onRecord });
  useLayoutEffect(() => {
    beginning.current = { setting, begin, onRecord };
  });

  useEffect(() => {
    const started = new ConsoleSession(
      async (screen) => (await loadWorkbench()).openConsole(beginning.current.setting, screen),
      {
        script: beginning.current.begin?.() ?? [],
        ...(kept.current ? { history: kept.current } : {}),
        record: (change) => beginning.current.onRecord?.(change),
      },
    );
    setSession(started);
    return () => {
      kept.current = started.view().history;
      started.close();
    };
  }, [round]);

  return (
    session && (
      <SessionView
        key={round}
        {...props}
        session={session}
        onRestart={() => {
          setRound(round + 1);
        }}
      />
    )
  );
}

interface SessionViewProps extends ConsoleProps {
  readonly session: ConsoleSession;
  readonly onRestart: () => void;
}

function SessionView({ session, offered = [], note, onClose, onRestart }: SessionViewProps): ReactNode {
  const view = useSyncExternalStore(session.subscribe, session.view);
  const { screen, phase, editing } = view;
  const [copied, setCopied] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const output = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLButtonElement>(null);
  const follows = useRef(true);
  const hasEnded = phase.kind === 'ended';

  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    frame.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  // The last line is in sight, unless somebody looks further up.
  useEffect(() => {
    if (follows.current && output.current) output.current.scrollTop = output.current.scrollHeight;
  }, [screen]);

  // Back from the editor. The line gets the focus anew: the one that a closed dialog gives back has no caret.
  const isEditing = editing !== null;
  useEffect(() => {
    if (!isEditing) return undefined;
    const line = input.current;
    return () => {
      line?.blur();
      line?.focus();
    };
  }, [isEditing]);

  // The line that had the focus is gone.
  useEffect(() => {
    if (!hasEnded) return;
    const { activeElement } = document;
    if (activeElement === document.body || frame.current?.contains(activeElement)) again.current?.focus();
  }, [hasEnded]);

  function copy(): void {
    navigator.clipboard.writeText(screenText(screen)).then(
      () => {
        setCopied(true);
        setTimeout(() => {
          setCopied(false);
        }, COPIED_MS);
      },
      () => {
        // Without leave to write there, the text can still be selected.
      },
    );
  }

  const tools = (
    <>
      <button type="button" className={styles.tool} onClick={copy}>
        Copy
      </button>
      <button
        type="button"
        className={styles.tool}
        onClick={() => {
          session.clear();
          input.current?.focus();
        }}
      >
        Clear
      </button>
      <button type="button" className={styles.tool} onClick={onRestart}>
        Start again
      </button>
      <button type="button" className={styles.tool} onClick={onClose}>
        Close
      </button>
      <span className={styles.copied} role="status">
        {copied && 'Copied.'}
      </span>
    </>
  );

  return (
    <div
      ref={frame}
      className={styles.console}
      role="group"
      aria-label="psql"
      data-phase={phase.kind}
      data-ahead={view.ahead.length}
    >
      {offered.length > 0 && <p className={styles.caption}>Your own session</p>}
      <div
        ref={output}
        className={styles.output}
        role="log"
        aria-label="What psql printed"
        // Long lines and many of them scroll: the keyboard must be able to get there.
        tabIndex={0}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          follows.current = scrollTop + clientHeight >= scrollHeight - 8;
        }}
      >
        {screen.dropped > 0 && <p className={styles.dropped}>{countText(screen.dropped, 'earlier line')} not kept.</p>}
        <ScreenLines lines={screen.lines} />
      </div>
      {hasEnded ? (
        <div className={styles.ended}>
          <p className={styles.endText} role="status">
            {phase.problem === null ? 'psql has ended.' : `psql has ended: ${phase.problem}`}
          </p>
          <button
            ref={again}
            type="button"
            className={`${cellStyles.button} ${cellStyles.primary}`}
            onClick={onRestart}
          >
            Open psql again
          </button>
          <div className={styles.tools}>{tools}</div>
        </div>
      ) : (
        <Entry session={session} view={view} input={input}>
          {tools}
        </Entry>
      )}
      <ConsoleStatus view={view} />
      {offered.length > 0 && !hasEnded && <TypeForMe session={session} lines={offered} />}
      {note?.(session.told)}
      {editing && (
        <EditDialog
          editing={editing}
          onAnswer={(text) => {
            session.edited(text);
          }}
        />
      )}
    </div>
  );
}
