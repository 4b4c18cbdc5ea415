import { useTabs } from '@docusaurus/theme-common/internal';
import type { Props } from '@theme/TabItem';
import type { ReactNode } from 'react';

/** What stands under a tab. The theme's own has no name, so that a screen reader does not say under which. */
export default function TabItem({ children, className, value, label }: Props): ReactNode {
  const { selectedValue, lazy } = useTabs();
  const selected = value === selectedValue;
  if (!selected && lazy) return null;
  return (
    <div role="tabpanel" aria-label={label ?? value} className={className} hidden={!selected}>
      {children}
    </div>
  );
}
