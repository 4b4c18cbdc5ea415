import { type ReactNode, useState } from 'react';
import type { Language } from '../../core/language';
import cellStyles from '../cell/cell.module.css';
import { StaticCode } from '../editor/static-code';
import styles from './exercise.module.css';

interface SolutionButtonProps {
  readonly language: Language;
  /** Whether an answer was checked before; otherwise the button asks first. */
  readonly tried: boolean;
  readonly load: () => Promise<string>;
  readonly onShow: () => void;
}

type State =
  | { readonly kind: 'hidden' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'shown'; readonly solution: string }
  | { readonly kind: 'failed'; readonly message: string };

const NO_LINES: ReadonlySet<number> = new Set();

/** Shows the solution; asks first while nothing was tried. */
export function SolutionButton({ language, tried, load, onShow }: SolutionButtonProps): ReactNode {
  const [state, setState] = useState<State>({ kind: 'hidden' });

  function show(): void {
    load().then(
      (solution) => {
        onShow();
        setState({ kind: 'shown', solution: solution.trimEnd() });
      },
      (error: unknown) => {
        setState({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
      },
    );
  }

  switch (state.kind) {
    case 'asking':
      return (
        <p className={styles.ask} role="status">
          You have not checked an answer yet.{' '}
          <button type="button" className={cellStyles.button} onClick={show}>
            Show the solution
          </button>{' '}
          <button
            type="button"
            className={cellStyles.button}
            onClick={() => {
              setState({ kind: 'hidden' });
            }}
          >
            Try first
          </button>
        </p>
      );
    case 'shown':
      return (
        <div className={styles.solution}>
          <p className={styles.solutionHead}>
            One solution{' '}
            <button
              type="button"
              className={cellStyles.button}
              onClick={() => {
                setState({ kind: 'hidden' });
              }}
            >
              Hide it
            </button>
          </p>
          <StaticCode language={language} code={state.solution} label="Solution" markedLines={NO_LINES} />
        </div>
      );
    case 'failed':
    case 'hidden':
      return (
        <>
          <button
            type="button"
            className={cellStyles.button}
            onClick={() => {
              if (tried) show();
              else setState({ kind: 'asking' });
            }}
          >
            Solution
          </button>
          {state.kind === 'failed' && <span role="alert">The solution could not be loaded: {state.message}</span>}
        </>
      );
  }
}
