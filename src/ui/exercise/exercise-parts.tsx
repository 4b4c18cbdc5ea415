import type { ReactNode } from 'react';

interface PartProps {
  readonly children: ReactNode;
}

/** What is asked. */
export function ExerciseTask({ children }: PartProps): ReactNode {
  return children;
}

/** One hint; shown when it is asked for. */
export function ExerciseHint({ children }: PartProps): ReactNode {
  return children;
}
