import { expect, test } from 'vitest';
import { EchoGuard } from './echo-guard';

test('what was reported comes back as an echo, also when values were skipped', () => {
  const guard = new EchoGuard();
  for (const value of ['S', 'SE', 'SEL']) guard.reported(value);
  expect(guard.isEcho('SE')).toBe(true);
  expect(guard.isEcho('SEL')).toBe(true);
});

test('a value from outside is news, once every echo is in or overtaken', () => {
  const guard = new EchoGuard();
  guard.reported('S');
  expect(guard.isEcho('reset')).toBe(false);
  expect(guard.isEcho('S')).toBe(false);
});
