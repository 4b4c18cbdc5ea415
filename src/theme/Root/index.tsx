import type { Props } from '@theme/Root';
import type { ReactNode } from 'react';
import { useEarlyClicks } from '../../ui/early-clicks/use-early-clicks';

/** What stands around every page, and stays when the reader goes to another. */
export default function Root({ children }: Props): ReactNode {
  useEarlyClicks();
  return children;
}
