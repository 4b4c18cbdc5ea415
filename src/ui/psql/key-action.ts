/** What a key does in a console's input. */
export type KeyAction =
  | 'interrupt'
  /** Ctrl-D on an empty line: the end of input. */
  | 'end'
  | 'delete-forward'
  | 'clear'
  | 'older'
  | 'newer'
  | 'search'
  | 'complete'
  /** Escape: the next Tab moves the focus, whatever stands in the line. */
  | 'let-go';

/** A key, as the browser tells of it. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** What else decides. */
export interface KeySurroundings {
  /** What stands before the cursor. */
  readonly head: string;
  /** Whether the whole line is empty. */
  readonly isEmpty: boolean;
  /** Whether something is selected, which Ctrl-C copies. */
  readonly hasSelection: boolean;
  /** Whether the last key was Escape. */
  readonly isLetGo: boolean;
  /** Whether what the line can become is listed already: Tab goes there. */
  readonly isListed: boolean;
  /** Whether what is typed is hidden: a password is no line of the history. */
  readonly isHidden: boolean;
}

/** What a key does; `null` leaves it to the browser. */
export function keyAction(pressed: PressedKey, around: KeySurroundings): KeyAction | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = pressed;
  if (metaKey || altKey) return null;
  if (ctrlKey) {
    if (shiftKey) return null;
    switch (key.toLowerCase()) {
      case 'c':
        return around.hasSelection ? null : 'interrupt';
      case 'd':
        return around.isEmpty ? 'end' : 'delete-forward';
      case 'l':
        return 'clear';
      case 'r':
        return 'search';
      case 'p':
        return around.isHidden ? null : 'older';
      case 'n':
        return around.isHidden ? null : 'newer';
      default:
        return null;
    }
  }
  switch (key) {
    case 'ArrowUp':
      return around.isHidden ? null : 'older';
    case 'ArrowDown':
      return around.isHidden ? null : 'newer';
    case 'Escape':
      return 'let-go';
    case 'Tab': {
      const completes = around.head.trim() !== '' && !around.isLetGo && !around.isListed && !around.isHidden;
      return completes && !shiftKey ? 'complete' : null;
    }
    default:
      return null;
  }
}
