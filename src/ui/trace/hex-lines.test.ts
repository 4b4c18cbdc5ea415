import { expect, test } from 'vitest';
import { hexLines } from './hex-lines';

test('bytes stand sixteen a line, with the characters that they are', () => {
  expect(hexLines('510000000d53454c4543542031003b7e7f80')).toBe(
    '51 00 00 00 0d 53 45 4c 45 43 54 20 31 00 3b 7e  Q....SELECT 1.;~\n' + `7f 80${' '.repeat(42)}  ..`,
  );
  expect(hexLines('')).toBe('');
});
