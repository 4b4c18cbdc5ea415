/** The unit in which equal parts are found: that of tar, so that equal files come in equal blocks. In bytes. */
const BLOCK = 512;
const HEADER = 8;

/**
 * Makes an archive that holds equal blocks once. PostgreSQL's data directory has every system catalog three times, for
 * three databases, too far apart for gzip to notice.
 *
 * Format, in 32-bit little-endian numbers: how many blocks there are, and how many different ones; for each block its
 * number minus that of the block after its predecessor; then the different blocks, in order.
 */
export function packBlocks(bytes: Uint8Array): Uint8Array {
  if (bytes.length % BLOCK !== 0) throw new Error(`The length, ${bytes.length}, is no multiple of ${BLOCK}.`);
  const count = bytes.length / BLOCK;
  const numbers = new Map<string, number>();
  const different: Uint8Array[] = [];
  const head = new DataView(new ArrayBuffer(HEADER + 4 * count));
  let next = 0;
  for (let i = 0; i < count; i++) {
    const block = bytes.subarray(i * BLOCK, (i + 1) * BLOCK);
    const key = String.fromCharCode(...block);
    const number = numbers.get(key) ?? different.length;
    if (number === different.length) {
      numbers.set(key, number);
      different.push(block);
    }
    head.setInt32(HEADER + 4 * i, number - next, true);
    next = number + 1;
  }
  head.setInt32(0, count, true);
  head.setInt32(4, different.length, true);
  const packed = new Uint8Array(head.byteLength + different.length * BLOCK);
  packed.set(new Uint8Array(head.buffer));
  different.forEach((block, i) => {
    packed.set(block, head.byteLength + i * BLOCK);
  });
  return packed;
}

/** Gives back what {@link packBlocks} was given. @throws RangeError when it is not whole */
export function unpackBlocks(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const count = view.getInt32(0, true);
  const start = HEADER + 4 * count;
  if (packed.length !== start + view.getInt32(4, true) * BLOCK) throw new RangeError('The archive is not whole.');
  const bytes = new Uint8Array(count * BLOCK);
  let number = 0;
  for (let i = 0; i < count; i++) {
    number += view.getInt32(HEADER + 4 * i, true);
    const at = start + number * BLOCK;
    bytes.set(packed.subarray(at, at + BLOCK), i * BLOCK);
    number++;
  }
  return bytes;
}
