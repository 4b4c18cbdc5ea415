const BYTES_A_LINE = 16;

/** A byte as a character where it is one of ASCII's, and a point otherwise. */
function shownByte(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '.';
}

/** Bytes as people read them: sixteen a line, each in hexadecimal, and beside them the characters that they are. */
export function hexLines(hex: string): string {
  const bytes = hex.match(/../g) ?? [];
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += BYTES_A_LINE) {
    const part = bytes.slice(at, at + BYTES_A_LINE);
    lines.push(`${part.join(' ').padEnd(3 * BYTES_A_LINE - 1)}  ${part.map(shownByte).join('')}`);
  }
  return lines.join('\n');
}
