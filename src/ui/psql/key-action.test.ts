import { describe, expect, test } from 'vitest';
import { keyAction, type KeySurroundings, type PressedKey } from './key-action';

const AROUND: KeySurroundings = {
  head: 'SEL',
  isEmpty: false,
  hasSelection: false,
  isLetGo: false,
  isListed: false,
  isHidden: false,
};

function press(key: string, around: Partial<KeySurroundings> = {}, own: Partial<PressedKey> = {}): string | null {
  const pressed = { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...own };
  return keyAction(pressed, { ...AROUND, ...around });
}

const ctrl = (key: string, around: Partial<KeySurroundings> = {}): string | null =>
  press(key, around, { ctrlKey: true });

describe('Tab', () => {
  test('completes what is typed', () => {
    expect(press('Tab')).toBe('complete');
  });

  test.each<[string, Partial<KeySurroundings>]>([
    ['where nothing is typed', { head: '', isEmpty: true }],
    ['where only spaces are', { head: '  ' }],
    ['after Escape', { isLetGo: true }],
    ['once the possibilities are listed', { isListed: true }],
    ['in a password', { isHidden: true }],
  ])('moves the focus %s', (_name, around) => {
    expect(press('Tab', around)).toBeNull();
  });

  test('with Shift always moves the focus', () => {
    expect(press('Tab', {}, { shiftKey: true })).toBeNull();
  });
});

describe('Ctrl', () => {
  test('C copies what is selected, and interrupts otherwise', () => {
    expect(ctrl('c')).toBe('interrupt');
    expect(ctrl('C')).toBe('interrupt');
    expect(ctrl('c', { hasSelection: true })).toBeNull();
    expect(press('c', {}, { metaKey: true })).toBeNull();
    expect(press('C', {}, { ctrlKey: true, shiftKey: true })).toBeNull();
  });

  test('D ends only an empty line', () => {
    expect(ctrl('d', { isEmpty: true, head: '' })).toBe('end');
    expect(ctrl('d')).toBe('delete-forward');
  });

  test('L clears, R searches, and the others are the browser’s', () => {
    expect(ctrl('l')).toBe('clear');
    expect(ctrl('r')).toBe('search');
    expect(ctrl('t')).toBeNull();
  });
});

test('a password has no history', () => {
  expect(press('ArrowUp')).toBe('older');
  expect(press('ArrowDown')).toBe('newer');
  expect(press('ArrowUp', { isHidden: true })).toBeNull();
  expect(press('a')).toBeNull();
});
