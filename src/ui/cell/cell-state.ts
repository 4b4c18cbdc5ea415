import type { CheckReport } from '../../core/check-report';
import type { RunReport } from '../../core/run-report';
import type { LoadProgress } from '../../core/load-progress';
import type { Confirmation } from '../report/confirmation';

/** What a cell shows below its code. */
export type CellState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'busy';
      readonly doing: 'run' | 'check';
      readonly loading: boolean;
      readonly progress: LoadProgress | null;
    }
  | { readonly kind: 'ran'; readonly report: RunReport; readonly code: string; readonly confirmation: Confirmation }
  | {
      readonly kind: 'checked';
      readonly report: CheckReport;
      readonly code: string;
      readonly confirmation: Confirmation;
    }
  /** The page could not even load what runs code. */
  | { readonly kind: 'unavailable'; readonly message: string };

/** A cell with something to show. */
export type AnsweredState = Extract<CellState, { kind: 'ran' | 'checked' }>;
