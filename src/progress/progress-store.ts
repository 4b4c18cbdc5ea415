import { EMPTY_PROGRESS, parseProgress, type Progress } from '../core/progress';
import { type ProgressAction, reduceProgress } from './reducer';

/** Where a browser keeps text: `localStorage`, or whatever stands in for it in tests. Each method may throw. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** Something about the stored progress that its owner should know. */
export type ProgressNotice =
  /** What was stored could not be read; it is kept under another key. */
  | { readonly kind: 'corrupt'; readonly reason: string; readonly keptAs: string }
  /** Nothing can be stored, so that everything is lost with the page. */
  | { readonly kind: 'unavailable'; readonly reason: string };

export interface ProgressSnapshot {
  readonly progress: Progress;
  readonly notice: ProgressNotice | null;
}

export const PROGRESS_KEY = 'layer-by-layer.progress';
/** Typing is written once it pauses for this long, in milliseconds. */
const WRITE_DELAY_MS = 250;

const EMPTY: ProgressSnapshot = { progress: EMPTY_PROGRESS, notice: null };

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Somebody's progress, kept in the browser. Each action is applied to what is stored at that time, so that two pages
 * that are open at once do not undo each other.
 */
export class ProgressStore {
  readonly #storage: TextStorage;
  readonly #listeners = new Set<() => void>();
  #pending: ProgressAction[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #snapshot: ProgressSnapshot | null = null;

  constructor(storage: TextStorage) {
    this.#storage = storage;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly getSnapshot = (): ProgressSnapshot => (this.#snapshot ??= this.#read(null));

  /** What a page shows before it has a browser. */
  readonly getServerSnapshot = (): ProgressSnapshot => EMPTY;

  dispatch(action: ProgressAction): void {
    const { progress, notice } = this.getSnapshot();
    this.#pending.push(action);
    this.#publish({ progress: reduceProgress(progress, action), notice });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.flush();
    }, WRITE_DELAY_MS);
  }

  /** Writes what waits; to be called when the page is about to go. */
  flush(): void {
    clearTimeout(this.#timer);
    if (this.#pending.length === 0) return;
    const stored = this.#read(this.getSnapshot().notice);
    const progress = this.#pending.reduce(reduceProgress, stored.progress);
    this.#pending = [];
    let { notice } = stored;
    try {
      this.#storage.setItem(PROGRESS_KEY, JSON.stringify(progress));
    } catch (error) {
      notice = { kind: 'unavailable', reason: reasonOf(error) };
    }
    this.#publish({ progress, notice });
  }

  /** Takes over what another page has stored. */
  reload(): void {
    if (this.#pending.length > 0) this.flush();
    else this.#publish(this.#read(this.getSnapshot().notice));
  }

  #publish(snapshot: ProgressSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }

  #read(notice: ProgressNotice | null): ProgressSnapshot {
    let text: string | null;
    try {
      text = this.#storage.getItem(PROGRESS_KEY);
    } catch (error) {
      // Without a storage, this page's own memory is all there is.
      const progress = this.#snapshot?.progress ?? EMPTY_PROGRESS;
      return { progress, notice: { kind: 'unavailable', reason: reasonOf(error) } };
    }
    if (text === null) return { progress: EMPTY_PROGRESS, notice };
    const parsed = parseProgress(text);
    if (parsed.kind === 'progress') return { progress: parsed.progress, notice };
    const keptAs = `${PROGRESS_KEY}.corrupt-${new Date().toISOString()}`;
    try {
      this.#storage.setItem(keptAs, text);
      this.#storage.setItem(PROGRESS_KEY, JSON.stringify(EMPTY_PROGRESS));
    } catch (error) {
      return { progress: EMPTY_PROGRESS, notice: { kind: 'unavailable', reason: reasonOf(error) } };
    }
    return { progress: EMPTY_PROGRESS, notice: { kind: 'corrupt', reason: parsed.reason, keptAs } };
  }
}
