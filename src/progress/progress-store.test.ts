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

  test('a quiz is passed once all of its questions are, and stays passed when it gets another', () => {
    const store = new ProgressStore(storage);
    const answer = (question: string, right: boolean, questions: readonly string[], at = new Date()): void => {
      store.dispatch({ kind: 'quiz', id: 'a-quiz', question, right, questions, at });
    };
    const quiz = () => store.getSnapshot().progress.quizzes['a-quiz'];
    answer('one', true, ['one', 'two']);
    answer('two', false, ['one', 'two']);
    expect(quiz()).toEqual({ status: 'tried', checks: 2, passedAt: null, right: ['one'] });
    answer('two', true, ['one', 'two'], new Date('2026-01-02T03:04:05Z'));
    answer('one', false, ['one', 'two', 'three']);
    store.flush();
    expect(new ProgressStore(storage).getSnapshot().progress.quizzes['a-quiz']).toEqual({
      status: 'passed',
      checks: 4,
      passedAt: '2026-01-02T03:04:05.000Z',
      right: ['one', 'two'],
    });
  });

  test('progress from before there were quizzes is read, and kept', () => {
    storage.setItem(PROGRESS_KEY, '{"version":1,"exercises":{},"snippets":{"a":"one"}}');
    const store = new ProgressStore(storage);
    expect(store.getSnapshot()).toEqual({ progress: { ...EMPTY_PROGRESS, snippets: { a: 'one' } }, notice: null });
    store.dispatch({ kind: 'quiz', id: 'a-quiz', question: 'one', right: true, questions: ['one'], at: new Date() });
    store.flush();
    const { progress } = new ProgressStore(storage).getSnapshot();
    expect(progress.snippets).toEqual({ a: 'one' });
    expect(progress.quizzes['a-quiz']?.status).toBe('passed');
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
    '{"version":1,"exercises":{},"snippets":{},"quizzes":{"a":{}}}',
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
