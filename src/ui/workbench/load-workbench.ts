import type { Language } from '../../core/language';

/** Loads what runs and checks code: nothing of it comes with the page. */
export function loadWorkbench(): Promise<typeof import('./workbench')> {
  return import('./workbench');
}

/** Loads it, and starts workers, because somebody seems about to run something. */
export function prewarmWorkbench(language: Language): void {
  loadWorkbench().then(
    ({ prewarm }) => {
      prewarm(language);
    },
    () => {
      // The click that follows will say what is wrong.
    },
  );
}
