import type { ReactNode } from 'react';
import { type Language, LANGUAGE_NAMES } from '../../core/language';
import { Cell } from '../cell/cell';
import { useCell } from '../cell/use-cell';
import type { TraceFold } from '../report/run-trace';
import { progressStore, useProgress } from '../progress/use-progress';
import { loadWorkbench } from '../workbench/load-workbench';
import styles from './playground.module.css';

export interface PlaygroundProps {
  /** Names the snippet in the whole course; drafts are kept under it. */
  readonly id: string;
  readonly language: Language;
  readonly code: string;
  /** The data set that it runs on. */
  readonly dataset: string;
  /** Its output, as it was recorded. */
  readonly result?: string;
  /** How the trace of its layers stands after a run; folded unless it says otherwise. */
  readonly trace?: TraceFold;
}

/** A snippet of a lesson that runs in the page. */
export function Playground({
  id,
  language,
  code: original,
  dataset,
  result,
  trace = 'folded',
}: PlaygroundProps): ReactNode {
  const cell = useCell();
  const code = useProgress().progress.snippets[id] ?? original;

  function run(): void {
    void cell.perform(code, {
      doing: 'run',
      start: async (options) => (await loadWorkbench()).runCode(language, code, dataset, options),
    });
  }

  function change(next: string): void {
    progressStore.dispatch({ kind: 'snippet', id, code: next === original ? null : next });
  }

  return (
    <Cell
      cell={cell}
      language={language}
      code={code}
      label={`${LANGUAGE_NAMES[language]} to try`}
      changed={code !== original}
      trace={trace}
      onChange={change}
      onRun={run}
      onReset={() => {
        cell.clear();
        change(original);
      }}
      before={
        result !== undefined &&
        code === original && (
          <figure className={styles.recorded}>
            <figcaption>What it gives</figcaption>
            {/* Wide tables scroll: the keyboard must be able to get there. */}
            <pre tabIndex={0} role="group" aria-label="What it gives">
              {result}
            </pre>
          </figure>
        )
      }
    />
  );
}
