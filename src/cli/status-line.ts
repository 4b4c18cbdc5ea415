const CLEAR_LINE = '\r\u001b[K';

/** Shows on a terminal what is going on, in a line that the next output replaces; the empty text takes it away. */
export function showStatusLine(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`${CLEAR_LINE}${text}`);
}
