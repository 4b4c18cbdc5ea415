import { useEffect, useLayoutEffect, useRef } from 'react';
import { EARLY_CLICKS } from '../../core/early-clicks';

/** Presses the buttons again that a reader pressed before the page's scripts had come: without this they would do nothing. */
export function useEarlyClicks(): void {
  const early = useRef<ReadonlySet<HTMLElement>>(new Set());
  // As soon as React hears the reader nothing may be kept any more, or it would happen twice.
  useLayoutEffect(() => {
    const kept: unknown = Reflect.get(window, EARLY_CLICKS);
    if (!(kept instanceof Set)) return;
    early.current = kept as ReadonlySet<HTMLElement>;
    Reflect.deleteProperty(window, EARLY_CLICKS);
  }, []);
  // What a page does on its own when it begins comes first, as if the reader had waited.
  useEffect(() => {
    for (const button of early.current) button.click();
    early.current = new Set();
  }, []);
}
