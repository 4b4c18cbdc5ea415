import { expect, test } from 'vitest';
import { packBlocks, unpackBlocks } from './block-archive';

function blocks(...contents: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(contents.length * 512);
  contents.forEach((content, i) => bytes.fill(content, i * 512, (i + 1) * 512));
  return bytes;
}

test('gives back what was packed', () => {
  for (const bytes of [blocks(), blocks(7), blocks(1, 2, 3, 1, 2, 3, 0, 0, 0, 3, 255)]) {
    expect(unpackBlocks(packBlocks(bytes))).toEqual(bytes);
  }
});

test('holds equal blocks once', () => {
  const apart = packBlocks(blocks(1, 2, 3, 4));
  const equal = packBlocks(blocks(1, 2, 1, 2));
  expect(apart.length - equal.length).toBe(2 * 512);
});

test('half an archive is refused', () => {
  const packed = packBlocks(blocks(1, 2, 3));
  expect(() => unpackBlocks(packed.subarray(0, 700))).toThrow(RangeError);
  expect(() => unpackBlocks(new Uint8Array(3))).toThrow(RangeError);
});

test('what is not made of blocks is refused', () => {
  expect(() => packBlocks(new Uint8Array(513))).toThrow('513');
});
