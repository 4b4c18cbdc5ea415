import { describe, expect, test } from 'vitest';
import { keyCommand, type KeySituation } from './key-command';

const AT_START: KeySituation = {
  index: 0,
  count: 3,
  next: 1,
  hints: 2,
  hintsShown: 0,
  solutionShown: false,
  tried: false,
  asking: false,
};

describe('keyCommand', () => {
  test.each(['q', 'ctrl-c', 'ctrl-d'])('%s quits, also while it asks', (key) => {
    expect(keyCommand(key, AT_START)).toEqual({ kind: 'quit' });
    expect(keyCommand(key, { ...AT_START, asking: true })).toEqual({ kind: 'quit' });
  });

  test('h shows one more hint until there are none', () => {
    expect(keyCommand('h', AT_START)).toEqual({ kind: 'hint', shown: 1 });
    expect(keyCommand('h', { ...AT_START, hintsShown: 1 })).toEqual({ kind: 'hint', shown: 2 });
    expect(keyCommand('h', { ...AT_START, hintsShown: 2 }).kind).toBe('say');
  });

  test('s asks first as long as nothing was tried', () => {
    expect(keyCommand('s', AT_START)).toEqual({ kind: 'ask-solution' });
    expect(keyCommand('y', { ...AT_START, asking: true })).toEqual({ kind: 'solution' });
    expect(keyCommand('n', { ...AT_START, asking: true })).toEqual({ kind: 'say', text: 'Good: try first.' });
    expect(keyCommand('s', { ...AT_START, tried: true })).toEqual({ kind: 'solution' });
    expect(keyCommand('s', { ...AT_START, tried: true, solutionShown: true }).kind).toBe('say');
  });

  test('n and p go through the course and stay in it', () => {
    expect(keyCommand('n', AT_START)).toEqual({ kind: 'go', index: 1 });
    expect(keyCommand('n', { ...AT_START, index: 2, next: null }).kind).toBe('say');
    expect(keyCommand('p', { ...AT_START, index: 2 })).toEqual({ kind: 'go', index: 1 });
    expect(keyCommand('p', AT_START).kind).toBe('say');
  });

  test('r checks, and other keys do nothing', () => {
    expect(keyCommand('r', AT_START)).toEqual({ kind: 'check' });
    expect(keyCommand('y', AT_START)).toEqual({ kind: 'none' });
    expect(keyCommand('up', AT_START)).toEqual({ kind: 'none' });
  });
});
