import { Children, isValidElement, type ReactNode, useState } from 'react';
import type { Language } from '../../core/language';
import { textHash, UNTRIED } from '../../core/progress';
import { Cell } from '../cell/cell';
import cellStyles from '../cell/cell.module.css';
import { useCell } from '../cell/use-cell';
import { ProgressNotice } from '../progress/progress-notice';
import { progressStore, useProgress } from '../progress/use-progress';
import { TaskCard } from '../task-card/task-card';
import { loadWorkbench, prewarmWorkbench } from '../workbench/load-workbench';
import styles from './exercise.module.css';
import { ExerciseHint } from './exercise-parts';
import { PsqlAnswer } from './psql-answer';
import { SolutionButton } from './solution-button';

interface ExerciseProps {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly starter: string;
  /** An `<ExerciseTask>` and then one `<ExerciseHint>` a hint. */
  readonly children: ReactNode;
}

/** A task, the code to solve it with, and what the checker says of it. */
export function Exercise({ id, title, language, starter, children }: ExerciseProps): ReactNode {
  const cell = useCell();
  const { progress, notice } = useProgress();
  const own = progress.exercises[id] ?? UNTRIED;
  const code = own.draft?.code ?? starter;
  const starterChanged = own.draft !== null && own.draft.starter !== textHash(starter);
  const [discarded, setDiscarded] = useState<string | null>(null);
  const [resets, setResets] = useState(0);

  const parts = Children.toArray(children);
  const hints = parts.filter((part) => isValidElement(part) && part.type === ExerciseHint);
  const task = parts.filter((part) => !hints.includes(part));

  function change(next: string): void {
    setDiscarded(null);
    progressStore.dispatch({ kind: 'draft', id, code: next, starter });
  }

  function run(): void {
    void cell.perform(code, {
      doing: 'run',
      start: async (options) => (await loadWorkbench()).runAnswer(id, code, options),
    });
  }

  function prewarm(): void {
    prewarmWorkbench(language);
  }

  function check(): void {
    const before = own;
    void cell.perform(code, {
      doing: 'check',
      start: async (options) => (await loadWorkbench()).checkAnswer(id, code, options),
      onReport: (report) => {
        if (report.verdict !== 'passed' && report.verdict !== 'failed') return;
        const result = { id, passed: report.verdict === 'passed', at: new Date() };
        if (report.lastWord === null) progressStore.dispatch({ kind: 'checked', ...result });
        else if (report.lastWord.kind === 'different') progressStore.dispatch({ kind: 'overruled', ...result, before });
      },
    });
  }

  function reset(): void {
    cell.clear();
    progressStore.dispatch({ kind: 'draft', id, code: starter, starter });
    setDiscarded(code);
    // What is open has been told what is discarded.
    setResets(resets + 1);
  }

  return (
    <TaskCard kind="Exercise" id={id} title={title} status={own.status}>
      <div className={styles.task}>{task}</div>
      <ProgressNotice notice={notice} />
      {starterChanged && (
        <p className={styles.notice}>
          The course has changed this exercise’s first lines since you began.{' '}
          <button type="button" className={styles.link} onClick={reset}>
            Start from the new ones
          </button>{' '}
          <button
            type="button"
            className={styles.link}
            onClick={() => {
              change(code);
            }}
          >
            Keep mine
          </button>
        </p>
      )}
      {language === 'psql' && (
        <>
          <PsqlAnswer key={resets} id={id} code={code} onChange={change} />
          <h4 className={styles.typed}>What you typed</h4>
          <p className={styles.typedHint}>
            Check types these lines into a new psql. A line that went wrong can be taken out with Edit.
          </p>
        </>
      )}
      <Cell
        cell={cell}
        language={language}
        code={code}
        label={language === 'psql' ? `What you typed for “${title}”` : `Your answer to “${title}”`}
        changed={code !== starter}
        onChange={change}
        onRun={run}
        onReset={reset}
        actions={
          <button
            type="button"
            className={cellStyles.button}
            disabled={cell.state.kind === 'busy'}
            onClick={check}
            onPointerEnter={prewarm}
            onFocus={prewarm}
          >
            Check
          </button>
        }
      />
      {discarded !== null && (
        <p className={styles.notice} role="status">
          Your code is back at the start.{' '}
          <button
            type="button"
            className={styles.link}
            onClick={() => {
              change(discarded);
            }}
          >
            Undo
          </button>
        </p>
      )}
      <div className={styles.help}>
        {own.hintsShown > 0 && (
          <ol className={styles.hints} aria-label="Hints">
            {hints.slice(0, own.hintsShown).map((hint, i) => (
              <li key={i}>{hint}</li>
            ))}
          </ol>
        )}
        <div className={styles.helpBar}>
          {own.hintsShown < hints.length && (
            <button
              type="button"
              className={cellStyles.button}
              onClick={() => {
                progressStore.dispatch({ kind: 'hint', id, shown: own.hintsShown + 1 });
              }}
            >
              {own.hintsShown === 0 ? 'Hint' : 'Next hint'} ({own.hintsShown + 1} of {hints.length})
            </button>
          )}
          <SolutionButton
            language={language}
            tried={own.checks > 0 || own.solutionShown}
            load={async () => (await loadWorkbench()).solutionOf(id)}
            onShow={() => {
              progressStore.dispatch({ kind: 'solution', id });
            }}
          />
        </div>
      </div>
    </TaskCard>
  );
}
