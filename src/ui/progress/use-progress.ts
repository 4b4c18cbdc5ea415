import { useSyncExternalStore } from 'react';
import { type ProgressSnapshot, ProgressStore, type TextStorage } from '../../progress/progress-store';

/** Reads `localStorage` only when something is asked of it: merely naming it may throw, and the server has none. */
const browserStorage: TextStorage = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => {
    localStorage.setItem(key, value);
  },
};

/** The progress of whoever uses this browser. */
export const progressStore = new ProgressStore(browserStorage);

let listening = false;

function subscribe(listener: () => void): () => void {
  if (!listening) {
    listening = true;
    const flush = (): void => {
      progressStore.flush();
    };
    // A phone may end a hidden page without another word.
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    addEventListener('storage', () => {
      progressStore.reload();
    });
  }
  return progressStore.subscribe(listener);
}

/** The progress, kept up to date; what it shows on the server, and until the page is alive, is that of a newcomer. */
export function useProgress(): ProgressSnapshot {
  return useSyncExternalStore(subscribe, progressStore.getSnapshot, progressStore.getServerSnapshot);
}
