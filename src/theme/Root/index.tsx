import type { Props } from '@theme/Root';
import type { ReactNode } from 'react';
import { useEarlyActions } from '../../ui/early-actions/use-early-actions';

/** What stands around every page, and stays when the reader goes to another. */
export default function Root({ children }: Props): ReactNode {
  useEarlyActions();
  return children;
}
