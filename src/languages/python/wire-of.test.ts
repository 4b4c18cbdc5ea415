import { expect, test } from 'vitest';
import { wireOf } from './wire-of';

function message(type: string, body: string): number[] {
  const bytes = [...new TextEncoder().encode(body)];
  return [type.charCodeAt(0), 0, 0, 0, bytes.length + 4, ...bytes];
}

test('messages are named by their types, and equal ones in a row are one entry', () => {
  const data = new Uint8Array([
    ...message('T', 'n'),
    ...message('D', '1'),
    ...message('D', '20'),
    ...message('Z', 'I'),
  ]);
  const { bytes, hex, messages } = wireOf(data);
  expect(bytes).toBe(25);
  expect(messages).toEqual([
    { type: 'T', times: 1, bytes: 6 },
    { type: 'D', times: 2, bytes: 13 },
    { type: 'Z', times: 1, bytes: 6 },
  ]);
  expect(hex).toBe('54000000056e440000000531440000000632305a0000000549');
});

test('of many bytes the first are kept', () => {
  const { bytes, hex } = wireOf(new Uint8Array(message('Q', 'x'.repeat(100))));
  expect([bytes, hex.length]).toEqual([105, 128]);
});
