import { expect, test } from 'vitest';
import { MessageFramer } from './message-framer';

function message(type: string, body: string): Uint8Array {
  const bytes = new Uint8Array(5 + body.length);
  bytes[0] = type.charCodeAt(0);
  new DataView(bytes.buffer).setUint32(1, 4 + body.length);
  bytes.set(new TextEncoder().encode(body), 5);
  return bytes;
}

const stream = ['T:columns', 'D:one', 'D:', 'N:notice', 'D:three', 'C:done', 'Z:I'].map((text) => {
  const [type = '', body = ''] = text.split(':');
  return message(type, body);
});
const whole = Uint8Array.from(stream.flatMap((bytes) => [...bytes]));

test.each(Array.from({ length: whole.length }, (_, i) => i + 1))('in chunks of %d bytes', (size) => {
  const taken: number[] = [];
  const seen: string[] = [];
  const framer = new MessageFramer(
    (type) => {
      seen.push(type);
      return type !== 'D';
    },
    (bytes) => taken.push(...bytes),
  );
  for (let at = 0; at < whole.length; at += size) framer.push(whole.subarray(at, at + size));
  expect(seen.join('')).toBe('TDDNDCZ');
  const wanted = [0, 3, 5, 6].flatMap((i) => [...(stream[i] ?? [])]);
  expect(taken).toEqual(wanted);
});

test('what ends a statement is taken before the rows of the next one are asked for', () => {
  const log: string[] = [];
  const framer = new MessageFramer(
    (type) => {
      log.push(`${type}?`);
      return true;
    },
    (bytes) => log.push(String.fromCharCode(bytes[0] ?? 0)),
  );
  const messages = ['T', 'D', 'D', 'C', 'T', 'D', 'C', 'Z'].map((type) => message(type, 'x'));
  framer.push(Uint8Array.from(messages.flatMap((bytes) => [...bytes])));
  expect(log.join(' ')).toBe('T? T D? D? D C? C T? T D? D C? C Z? Z');
});
