import { expect, test } from 'vitest';
import { mayLoadAhead } from './may-load-ahead';

test('loads ahead where nothing speaks against it', () => {
  expect(mayLoadAhead({})).toBe(true);
  expect(mayLoadAhead({ connection: {}, deviceMemory: 8 })).toBe(true);
});

test('does not for a reader who saves data, nor on a device short of memory', () => {
  expect(mayLoadAhead({ connection: { saveData: true }, deviceMemory: 8 })).toBe(false);
  expect(mayLoadAhead({ connection: { saveData: false }, deviceMemory: 2 })).toBe(false);
});
