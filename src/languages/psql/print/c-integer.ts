/** The number that a text begins with, as C's `atoi` reads it; 0 where there is none. */
export function leadingInteger(text: string): number {
  return Number(/^\s*[+-]?\d+/.exec(text)?.[0] ?? 0) | 0;
}

/** A whole number, decimal, octal (`010`) or hexadecimal (`0x8`), as C's `strtol` reads it; `null` for anything else. */
export function wholeInteger(text: string): number | null {
  const read = /^\s*([+-]?)(?:0[xX]([\da-fA-F]+)|(0[0-7]*)|([1-9]\d*))$/.exec(text);
  if (!read) return null;
  const [, sign, hexadecimal, octal, decimal] = read;
  const size =
    hexadecimal === undefined
      ? octal === undefined
        ? Number(decimal)
        : Number.parseInt(octal, 8)
      : Number.parseInt(hexadecimal, 16);
  const value = sign === '-' ? -size : size;
  return value === (value | 0) ? value : null;
}
