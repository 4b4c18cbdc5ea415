import type { LoadProgress } from '../../core/load-progress';

/** Whether PostgreSQL has yet to say the last word on what is shown. */
export type Confirmation =
  | { readonly kind: 'settled' }
  /** It is up to the reader: PostgreSQL is large, and they save data or memory. */
  | { readonly kind: 'offered'; readonly accept: () => void }
  | { readonly kind: 'asking'; readonly progress: LoadProgress | null };

export const SETTLED: Confirmation = { kind: 'settled' };
