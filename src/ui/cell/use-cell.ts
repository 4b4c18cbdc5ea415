import { useCallback, useEffect, useRef, useState } from 'react';
import type { CheckReport } from '../../core/check-report';
import type { RunReport } from '../../core/run-report';
import type { RunOptions, RunPhase } from '../../worker/client/run-client';
import { type Device, mayLoadAhead } from '../workbench/may-load-ahead';
import { type Confirmation, SETTLED } from '../report/confirmation';
import type { Answer } from '../workbench/workbench';
import type CellResult from './cell-result';
import type { AnsweredState, CellState } from './cell-state';

type Task =
  | { readonly doing: 'run'; readonly start: (options: RunOptions) => Promise<Answer<RunReport>> }
  | {
      readonly doing: 'check';
      readonly start: (options: RunOptions) => Promise<Answer<CheckReport>>;
      /** Hears of the report, and once more when PostgreSQL has said the last word on it. */
      readonly onReport: (report: CheckReport) => void;
    };

export interface Cell {
  readonly state: CellState;
  /** What shows a report; it comes with the first one, because a page without a run needs none of it. */
  readonly ResultView: typeof CellResult | null;
  /** Starts a run or a check; whatever is under way in this cell is stopped first. */
  readonly perform: (code: string, task: Task) => Promise<void>;
  readonly stop: () => void;
  readonly clear: () => void;
}

/** Waiting for an engine is worth a word only when it takes this long, in milliseconds. */
const LOADING_NOTICE_MS = 400;

/** A task's answer as something to show, whatever the task: what is shown next, and how that may be confirmed. */
interface Shown {
  readonly state: (confirmation: Confirmation) => AnsweredState;
  readonly confirm: ((options: RunOptions) => Promise<Shown>) | null;
}

function shownRun({ report, confirm }: Answer<RunReport>, code: string): Shown {
  return {
    state: (confirmation) => ({ kind: 'ran', report, code, confirmation }),
    confirm: confirm && (async (options) => shownRun({ report: await confirm(options), confirm: null }, code)),
  };
}

function shownCheck({ report, confirm }: Answer<CheckReport>, code: string): Shown {
  return {
    state: (confirmation) => ({ kind: 'checked', report, code, confirmation }),
    confirm: confirm && (async (options) => shownCheck({ report: await confirm(options), confirm: null }, code)),
  };
}

/** The state of one piece of code in a page: what runs, and what came of it. */
export function useCell(): Cell {
  const [state, setState] = useState<CellState>({ kind: 'idle' });
  const [ResultView, setResultView] = useState<typeof CellResult | null>(null);
  const current = useRef<AbortController | null>(null);

  useEffect(() => () => current.current?.abort(), []);

  const perform = useCallback(async (code: string, task: Task): Promise<void> => {
    current.current?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    current.current = controller;
    const isCurrent = (): boolean => current.current === controller;
    const show = (next: CellState): void => {
      if (isCurrent()) setState(next);
    };
    const { doing } = task;
    show({ kind: 'busy', doing, loading: false, progress: null });
    let phase: RunPhase = { kind: 'queued' };
    const showPhase = (): void => {
      const progress = phase.kind === 'loading' ? phase.progress : null;
      show({ kind: 'busy', doing, loading: phase.kind === 'loading', progress });
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const options: RunOptions = {
      signal,
      onPhase: (next) => {
        // The runs of a check wait for each other: that another one is in the line says nothing of what goes on.
        if (next.kind === 'queued') return;
        const goesOn = next.kind === 'loading' && phase.kind === 'loading';
        phase = next;
        // What is loaded in a moment is not worth a word; what takes longer is, and then how far it got.
        if (goesOn && timer !== undefined) return;
        clearTimeout(timer);
        timer = undefined;
        if (next.kind === 'loading' && !goesOn) {
          timer = setTimeout(() => {
            timer = undefined;
            showPhase();
          }, LOADING_NOTICE_MS);
        } else showPhase();
      },
    };

    let shown: Shown;
    const loadingView = import('./cell-result');
    // A failure is met below, once the task has ended.
    loadingView.catch(() => undefined);
    try {
      if (task.doing === 'run') shown = shownRun(await task.start(options), code);
      else shown = shownCheck(await task.start(options), code);
      const { default: View } = await loadingView;
      setResultView(() => View);
    } catch (error) {
      clearTimeout(timer);
      show({ kind: 'unavailable', message: error instanceof Error ? error.message : String(error) });
      return;
    }
    clearTimeout(timer);

    const settle = (answer: Shown, confirmation: Confirmation): void => {
      const next = answer.state(confirmation);
      if (!isCurrent()) return;
      setState(next);
      if (task.doing === 'check' && next.kind === 'checked') task.onReport(next.report);
    };
    const { confirm } = shown;
    if (!confirm || signal.aborted) {
      settle(shown, SETTLED);
      return;
    }
    const ask = async (): Promise<void> => {
      const onPhase = (next: RunPhase): void => {
        const progress = next.kind === 'loading' ? next.progress : null;
        show(shown.state({ kind: 'asking', progress }));
      };
      // Whatever goes wrong now, the first answer stands.
      settle(await confirm({ signal, onPhase }).catch(() => shown), SETTLED);
    };
    const loadsAhead = mayLoadAhead(navigator as Device);
    settle(shown, loadsAhead ? { kind: 'asking', progress: null } : { kind: 'offered', accept: () => void ask() });
    if (loadsAhead) await ask();
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
