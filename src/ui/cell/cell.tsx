import clsx from 'clsx';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { type Language, LANGUAGE_NAMES } from '../../core/language';
import { LoadBar } from '../report/load-bar';
import type { TraceFold } from '../report/run-trace';
import { prewarmWorkbench } from '../workbench/load-workbench';
import styles from './cell.module.css';
import { CodeArea } from './code-area';
import { marksOf } from './marks-of';
import { stateText } from './state-text';
import type { Cell as CellModel } from './use-cell';

interface CellProps {
  readonly cell: CellModel;
  readonly language: Language;
  readonly code: string;
  /** What a screen reader calls the code. */
  readonly label: string;
  readonly changed: boolean;
  /** How the trace of a run's layers stands; folded unless it says otherwise. */
  readonly trace?: TraceFold;
  readonly onChange: (code: string) => void;
  readonly onRun: () => void;
  readonly onReset: () => void;
  /** Further actions, after Run. */
  readonly actions?: ReactNode;
  /** What to show below the code before anything ran. */
  readonly before?: ReactNode;
}

/** Code that can be read, run and changed, and below it what came of it. */
export function Cell(props: CellProps): ReactNode {
  const { cell, language, code, label, changed, onChange, onRun, onReset, actions, before, trace = 'folded' } = props;
  const { state, ResultView, stop } = cell;
  const [editing, setEditing] = useState(false);
  const busy = state.kind === 'busy';
  const prewarm = (): void => {
    prewarmWorkbench(language);
  };

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) {
      event.preventDefault();
      onRun();
    }
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- Ctrl+Enter works wherever the focus is in here; a button does the same
    <div
      className={styles.cell}
      onKeyDown={onKeyDown}
      data-state={state.kind === 'checked' ? state.report.verdict : state.kind}
    >
      <CodeArea
        language={language}
        code={code}
        label={label}
        marks={marksOf(state, code)}
        editing={editing}
        onEdit={() => {
          setEditing(true);
        }}
        onChange={onChange}
        onRun={onRun}
      />
      <div className={styles.bar}>
        {busy ? (
          <button type="button" className={clsx(styles.button, styles.primary)} onClick={stop}>
            Stop
          </button>
        ) : (
          <button
            type="button"
            className={clsx(styles.button, styles.primary)}
            onClick={onRun}
            onPointerEnter={prewarm}
            onFocus={prewarm}
            aria-keyshortcuts="Control+Enter Meta+Enter"
          >
            Run
          </button>
        )}
        {actions}
        {!editing && (
          <button
            type="button"
            className={styles.button}
            onClick={() => {
              setEditing(true);
            }}
          >
            Edit
          </button>
        )}
        {changed && (
          <button type="button" className={styles.button} onClick={onReset}>
            Reset
          </button>
        )}
        <span className={styles.language}>{LANGUAGE_NAMES[language]}</span>
      </div>
      <p
        className={clsx(styles.status, (state.kind === 'ran' || state.kind === 'checked') && styles.heard)}
        role="status"
      >
        {stateText(state)}
      </p>
      {state.kind === 'busy' && state.progress && (
        <div className={styles.loading}>
          <LoadBar progress={state.progress} />
        </div>
      )}
      {state.kind === 'ran' || state.kind === 'checked' ? (
        <div className={styles.result}>
          {ResultView && <ResultView state={state} language={language} trace={trace} />}
        </div>
      ) : (
        state.kind === 'idle' && before
      )}
    </div>
  );
}
