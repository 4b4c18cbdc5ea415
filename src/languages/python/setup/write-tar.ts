import { Buffer } from 'node:buffer';

const BLOCK = 512;

function padded(bytes: Uint8Array): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)]);
}

function octal(number: number, digits: number): string {
  return `${number.toString(8).padStart(digits, '0')}\0`;
}

/** @param name at most a hundred bytes: the format of 1979 has no room for more */
function header(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`The name "${name}" is too long for a tar archive.`);
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0);
  block.write(octal(0o644, 7) + octal(0, 7) + octal(0, 7) + octal(size, 11) + octal(0, 11), 100, 'ascii');
  // The sum of the header's bytes, with blanks where the sum itself stands.
  block.write('        0', 148, 'ascii');
  block.write('ustar\x0000', 257, 'ascii');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 6)} `, 148, 'ascii');
  return block;
}

/** A tar archive of files, the same for the same files. @param files contents by path */
export function writeTar(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const entries = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  return Buffer.concat([
    ...entries.flatMap(([name, bytes]) => [header(name, bytes.length), padded(bytes)]),
    Buffer.alloc(2 * BLOCK),
  ]);
}
