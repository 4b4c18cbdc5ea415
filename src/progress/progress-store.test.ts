import { beforeEach, describe, expect, test, vi } from 'vitest';
import { EMPTY_PROGRESS, parseProgress } from '../core/progress';
import { PROGRESS_KEY, ProgressStore, type TextStorage } from './progress-store';

class MemoryStorage implements TextStorage {
  readonly items = new Map<string, string>();
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }
}

const FULL: TextStorage = {
  getItem: () => null,
  setItem: () => {
    throw new Error('The quota has been exceeded.');
  },
};

let storage: MemoryStorage;
beforeEach(() => {
  storage = new MemoryStorage();
  vi.useFakeTimers();
});

describe('ProgressStore', () => {
  test('keeps a draft over a reload', () => {
    const store = new ProgressStore(storage);
    store.dispatch({ kind: 'draft', id: 'first-query', code: 'SELECT 2;', starter: 'SELECT 1;' });
    vi.runAllTimers();
    expect(new ProgressStore(storage).getSnapshot().progress.exercises['first-query']?.draft?.code).toBe('SELECT 2;');
  });

  test('code equal to the starter is no draft', () => {
    const store = new ProgressStore(storage);
    store.dispatch({ kind: 'draft', id: 'first-query', code: 'SELECT 2;', starter: 'SELECT 1;' });
    store.dispatch({ kind: 'draft', id: 'first-query', code: 'SELECT 1;', starter: 'SELECT 1;' });
    store.flush();
    expect(new ProgressStore(storage).getSnapshot().progress.exercises['first-query']?.draft).toBeNull();
  });

  test('a passed exercise stays passed when a later answer fails', () => {
    const store = new ProgressStore(storage);
    const at = new Date('2026-01-02T03:04:05Z');
    store.dispatch({ kind: 'checked', id: 'first-query', passed: true, at });
    store.dispatch({ kind: 'checked', id: 'first-query', passed: false, at: new Date() });
    expect(store.getSnapshot().progress.exercises['first-query']).toMatchObject({
      status: 'passed',
      checks: 2,
      passedAt: '2026-01-02T03:04:05.000Z',
    });
  });

  test('two pages do not undo each other', () => {
    const [one, other] = [new ProgressStore(storage), new ProgressStore(storage)];
    one.getSnapshot();
    other.getSnapshot();
    one.dispatch({ kind: 'snippet', id: 'a', code: 'one' });
    one.flush();
    other.dispatch({ kind: 'snippet', id: 'b', code: 'other' });
    other.flush();
    expect(new ProgressStore(storage).getSnapshot().progress.snippets).toEqual({ a: 'one', b: 'other' });
  });

  test.each([
    '{"version":1',
    '{"version":2,"exercises":{},"snippets":{}}',
    '[]',
    'null',
    '{"version":1,"exercises":{"a":{}},"snippets":{}}',
  ])('keeps corrupt progress aside, says so and starts afresh: %s', (text) => {
    storage.setItem(PROGRESS_KEY, text);
    const { progress, notice } = new ProgressStore(storage).getSnapshot();
    expect(progress).toEqual(EMPTY_PROGRESS);
    if (notice?.kind !== 'corrupt') throw new Error('no notice');
    expect(storage.getItem(notice.keptAs)).toBe(text);
    expect(parseProgress(storage.getItem(PROGRESS_KEY) ?? '')).toEqual({ kind: 'progress', progress: EMPTY_PROGRESS });
  });

  test('says when nothing can be stored, and goes on', () => {
    const store = new ProgressStore(FULL);
    store.dispatch({ kind: 'snippet', id: 'a', code: 'one' });
    store.flush();
    expect(store.getSnapshot()).toMatchObject({
      progress: { snippets: { a: 'one' } },
      notice: { kind: 'unavailable' },
    });
  });
});
