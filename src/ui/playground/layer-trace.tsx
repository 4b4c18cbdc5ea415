import type { ReactNode } from 'react';
import { Playground, type PlaygroundProps } from './playground';

/** A snippet whose trace is the point of it: after a run, what each layer did stands open below the output. */
export function LayerTrace(props: Omit<PlaygroundProps, 'trace'>): ReactNode {
  return <Playground {...props} trace="open" />;
}
