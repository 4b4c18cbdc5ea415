import type { CheckReport } from '../../core/check-report';
import type { RunReport } from '../../core/run-report';

/** What a cell shows below its code. */
export type CellState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly doing: 'run' | 'check'; readonly loading: boolean }
  | { readonly kind: 'ran'; readonly report: RunReport; readonly code: string }
  | { readonly kind: 'checked'; readonly report: CheckReport; readonly code: string }
  /** The page could not even load what runs code. */
  | { readonly kind: 'unavailable'; readonly message: string };
