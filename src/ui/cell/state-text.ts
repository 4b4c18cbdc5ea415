import { countText } from '../../core/count-text';
import type { LastWord } from '../../core/last-word';
import { runProblemText } from '../../core/run-problem-text';
import type { RunReport } from '../../core/run-report';
import type { LoadProgress } from '../../core/load-progress';
import type { CellState } from './cell-state';

function ranText(report: RunReport): string {
  if (report.outcome.kind !== 'completed') return runProblemText(report).split('\n')[0] ?? '';
  const last = report.statements.findLast(({ result }) => result.kind === 'rows')?.result;
  return last?.kind === 'rows' ? `Done: ${countText(last.rowCount, 'row')}.` : 'Done.';
}

function loadingText(progress: LoadProgress | null): string {
  if (!progress) return 'Loading …';
  const { what, loaded, total } = progress;
  return loaded < total ? `Loading ${what} into this page …` : `Starting ${what} …`;
}

function overruledText(lastWord: LastWord<unknown> | null): string {
  return lastWord?.kind === 'different' ? 'PostgreSQL answers otherwise than pg-mem did. ' : '';
}

/** One line on what a cell shows, for those who hear the page. */
export function stateText(state: CellState): string {
  switch (state.kind) {
    case 'idle':
      return '';
    case 'busy':
      if (state.loading) return loadingText(state.progress);
      return state.doing === 'run' ? 'Running …' : 'Checking …';
    case 'ran':
      return overruledText(state.report.lastWord) + ranText(state.report);
    case 'unavailable':
      return `The page could not load what runs code: ${state.message}`;
    case 'checked':
      switch (state.report.verdict) {
        case 'passed':
          return `${overruledText(state.report.lastWord)}Passed.`;
        case 'stopped':
          return 'The check was stopped.';
        case 'broken':
          return 'This check could not run; this is not your mistake.';
        case 'failed': {
          const [first] = state.report.tests.filter((test) => test.state === 'failed');
          return `${overruledText(state.report.lastWord)}Not yet. ${first?.message.split('\n')[0] ?? ''}`;
        }
      }
  }
}
