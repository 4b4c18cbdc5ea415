import { afterEach, expect, test, vi } from 'vitest';
import { chooseEditor, readEditorPreference, writeEditorPreference } from './editor-preference';

const desk = { coarsePointer: false, saveData: false };

afterEach(() => {
  vi.unstubAllGlobals();
});

function stubStorage(initial: Record<string, string>): void {
  const slots = new Map(Object.entries(initial));
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => slots.get(key) ?? null,
    setItem: (key: string, value: string) => slots.set(key, value),
    removeItem: (key: string) => slots.delete(key),
  });
}

test('the device decides until the reader does', () => {
  expect(chooseEditor('auto', desk)).toBe('monaco');
  expect(chooseEditor('auto', { ...desk, coarsePointer: true })).toBe('plain');
  expect(chooseEditor('auto', { ...desk, saveData: true })).toBe('plain');
  expect(chooseEditor('monaco', { coarsePointer: true, saveData: true })).toBe('monaco');
  expect(chooseEditor('plain', desk)).toBe('plain');
});

test('a choice is kept', () => {
  stubStorage({});
  expect(readEditorPreference()).toBe('auto');
  writeEditorPreference('plain');
  expect(readEditorPreference()).toBe('plain');
  writeEditorPreference('auto');
  expect(readEditorPreference()).toBe('auto');
});

test('what is not a choice counts as none', () => {
  stubStorage({ 'layer-by-layer.editor': 'emacs' });
  expect(readEditorPreference()).toBe('auto');
});

test('a choice holds for the page when storage refuses', () => {
  const refuse = (): never => {
    throw new Error('storage is blocked');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  expect(readEditorPreference()).toBe('auto');
  writeEditorPreference('plain');
  expect(readEditorPreference()).toBe('plain');
});
