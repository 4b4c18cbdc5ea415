import { type ComponentType, useState } from 'react';
import type { ConsoleProps } from './console';

/** Whether a console is open, and what draws it once its code has come. */
export type ConsoleOpening =
  | { readonly kind: 'closed'; readonly problem: string | null }
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly Console: ComponentType<ConsoleProps> };

export interface ConsoleSwitch {
  readonly opening: ConsoleOpening;
  readonly open: () => void;
  readonly close: () => void;
}

/** A console that is fetched when somebody opens it: a page without one needs none of it. */
export function useConsole(): ConsoleSwitch {
  const [opening, setOpening] = useState<ConsoleOpening>({ kind: 'closed', problem: null });
  return {
    opening,
    open: () => {
      setOpening({ kind: 'opening' });
      import('./console').then(
        ({ default: Console }) => {
          setOpening({ kind: 'open', Console });
        },
        (error: unknown) => {
          setOpening({ kind: 'closed', problem: error instanceof Error ? error.message : String(error) });
        },
      );
    },
    close: () => {
      setOpening({ kind: 'closed', problem: null });
    },
  };
}
