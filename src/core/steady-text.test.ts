import { expect, test } from 'vitest';
import { steadyText } from './steady-text';

test('the times of \\timing and \\watch are left out', () => {
  expect(steadyText('(1 row)\n\nTime: 0.512 ms\nathleticu=# ')).toBe('(1 row)\n\nTime: … ms\nathleticu=# ');
  expect(steadyText('Time: 61234.567 ms (01:01.235)')).toBe('Time: … ms');
  expect(steadyText('Time: 90061234.567 ms (1 d 01:01:01.235)')).toBe('Time: … ms');
  expect(steadyText('Wed Nov 25 22:05:26 2026 (every 2s)\n\n')).toBe('… (every 2s)\n\n');
  expect(steadyText('Clubs\tSun Nov  1 02:05:06 2026 (every 0.5s)\n')).toBe('Clubs\t… (every 0.5s)\n');
});

test.each(['Time: long', ' Time: 0.512 ms of your life', 'Wed Nov 25 22:05:26 2026', '2026-11-25 22:05:26', 'PID 12'])(
  '%s is kept',
  (text) => {
    expect(steadyText(text)).toBe(text);
  },
);
