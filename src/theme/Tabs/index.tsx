import OriginalTabs from '@theme-original/Tabs';
import type { Props } from '@theme/Tabs';
import type { KeyboardEvent, ReactNode } from 'react';

/** Selects the tab that has the focus. The theme's own tabs, which have the arrow keys and Enter, leave Space to scroll. */
function pressSpace(event: KeyboardEvent): void {
  if (event.key !== ' ' || !(event.target instanceof HTMLElement) || event.target.role !== 'tab') return;
  event.preventDefault();
  event.target.click();
}

/** The theme's tabs, for whoever uses the keyboard as well. */
export default function Tabs(props: Props): ReactNode {
  return (
    <div role="presentation" onKeyDown={pressSpace}>
      <OriginalTabs {...props} />
    </div>
  );
}
