import { emitKeypressEvents, type Key } from 'node:readline';
import type { ReadStream } from 'node:tty';

function nameOf({ name, sequence, ctrl }: Key): string {
  const plain = name ?? sequence ?? '';
  return ctrl ? `ctrl-${plain}` : plain;
}

/**
 * Reads single keys from a terminal, without Enter.
 * @returns gives the terminal back as it was
 */
export function readKeys(terminal: ReadStream, onKey: (key: string) => void): () => void {
  const listener = (_text: string | undefined, key: Key): void => {
    onKey(nameOf(key));
  };
  const restore = (): void => {
    terminal.setRawMode(false);
  };
  emitKeypressEvents(terminal);
  terminal.on('keypress', listener);
  terminal.setRawMode(true);
  terminal.resume();
  // Also when something fails: a shell in raw mode shows nothing of what is typed.
  process.once('exit', restore);
  return () => {
    restore();
    process.off('exit', restore);
    terminal.off('keypress', listener);
    terminal.pause();
  };
}
