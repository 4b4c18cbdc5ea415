import { useCallback, useEffect, useRef, useState } from 'react';
import type { CheckReport } from '../../core/check-report';
import type { RunReport } from '../../core/run-report';
import type { RunOptions, RunPhase } from '../../worker/client/run-client';
import type CellResult from './cell-result';
import type { CellState } from './cell-state';

type Task =
  | { readonly doing: 'run'; readonly start: (options: RunOptions) => Promise<RunReport> }
  | { readonly doing: 'check'; readonly start: (options: RunOptions) => Promise<CheckReport> };

export interface Cell {
  readonly state: CellState;
  /** What shows a report; it comes with the first one, because a page without a run needs none of it. */
  readonly ResultView: typeof CellResult | null;
  /** Starts a run or a check; whatever is under way in this cell is stopped first. */
  readonly perform: (code: string, task: Task) => Promise<CheckReport | null>;
  readonly stop: () => void;
  readonly clear: () => void;
}

/** Waiting for an engine is worth a word only when it takes this long, in milliseconds. */
const LOADING_NOTICE_MS = 400;

/** The state of one piece of code in a page: what runs, and what came of it. */
export function useCell(): Cell {
  const [state, setState] = useState<CellState>({ kind: 'idle' });
  const [ResultView, setResultView] = useState<typeof CellResult | null>(null);
  const current = useRef<AbortController | null>(null);

  useEffect(() => () => current.current?.abort(), []);

  const perform = useCallback(async (code: string, task: Task): Promise<CheckReport | null> => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    const isCurrent = (): boolean => current.current === controller;
    let phase: RunPhase['kind'] = 'loading';
    const show = (): void => {
      if (isCurrent()) setState({ kind: 'busy', doing: task.doing, loading: phase === 'loading' });
    };
    setState({ kind: 'busy', doing: task.doing, loading: false });
    let timer = setTimeout(show, LOADING_NOTICE_MS);
    const options: RunOptions = {
      signal: controller.signal,
      onPhase: ({ kind }) => {
        phase = kind;
        clearTimeout(timer);
        if (kind === 'loading') timer = setTimeout(show, LOADING_NOTICE_MS);
        else if (isCurrent()) setState({ kind: 'busy', doing: task.doing, loading: false });
      },
    };
    let next: CellState;
    const loadingView = import('./cell-result');
    // A failure is met below, once the task has ended.
    loadingView.catch(() => undefined);
    try {
      next =
        task.doing === 'run'
          ? { kind: 'ran', report: await task.start(options), code }
          : { kind: 'checked', report: await task.start(options), code };
      const { default: View } = await loadingView;
      setResultView(() => View);
    } catch (error) {
      next = { kind: 'unavailable', message: error instanceof Error ? error.message : String(error) };
    }
    clearTimeout(timer);
    if (!isCurrent()) return null;
    current.current = null;
    setState(next);
    return next.kind === 'checked' ? next.report : null;
  }, []);

  const stop = useCallback(() => {
    current.current?.abort();
  }, []);
  const clear = useCallback(() => {
    current.current?.abort();
    current.current = null;
    setState({ kind: 'idle' });
  }, []);
  return { state, ResultView, perform, stop, clear };
}
