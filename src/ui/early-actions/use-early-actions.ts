import { useEffect, useLayoutEffect, useRef } from 'react';
import { EARLY_ACTIONS, type EarlyState } from '../../core/early-actions';

/** Does what a reader did with a control, where React hears it. */
function redo(control: HTMLElement, state: EarlyState): void {
  if (control instanceof HTMLSelectElement && typeof state === 'string') {
    control.value = state;
    control.dispatchEvent(new Event('change', { bubbles: true }));
    return;
  }
  // A click turns a box over.
  if (control instanceof HTMLInputElement && typeof state === 'boolean') control.checked = !state;
  control.click();
}

/** Does again what a reader did before the page's scripts had come: without this it would have no effect. */
export function useEarlyActions(): void {
  const early = useRef<ReadonlyMap<HTMLElement, EarlyState>>(new Map());
  // As soon as React hears the reader nothing may be kept any more, or it would happen twice.
  useLayoutEffect(() => {
    const kept: unknown = Reflect.get(window, EARLY_ACTIONS);
    if (!(kept instanceof Map)) return;
    early.current = kept as ReadonlyMap<HTMLElement, EarlyState>;
    Reflect.deleteProperty(window, EARLY_ACTIONS);
  }, []);
  // What a page does on its own when it begins comes first, as if the reader had waited.
  useEffect(() => {
    const actions = [...early.current];
    early.current = new Map();
    void (async () => {
      for (const [control, state] of actions) {
        redo(control, state);
        // What comes next finds the page as this one leaves it.
        await new Promise((resolve) => setTimeout(resolve));
      }
    })();
  }, []);
}
