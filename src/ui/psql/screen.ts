/** What a part of a line is. */
export interface Span {
  readonly kind: 'prompt' | 'typed' | 'out' | 'err';
  readonly text: string;
}

/** A line of the screen. Its number stays with it. */
export interface ScreenLine {
  readonly number: number;
  readonly spans: readonly Span[];
}

/** What a console shows. The last line may still go on. */
export interface Screen {
  readonly lines: readonly ScreenLine[];
  /** Whether the last line has not ended yet. */
  readonly isOpen: boolean;
  /** How many lines were taken away at the beginning, so that a page does not fill. */
  readonly dropped: number;
  /** The number of the next line. */
  readonly next: number;
}

/** How many lines are kept. */
export const MOST_LINES = 2_000;

export const EMPTY_SCREEN: Screen = { lines: [], isOpen: false, dropped: 0, next: 0 };

/** Adds text, which may be several lines, or only a part of one. */
export function written(screen: Screen, text: string, kind: Span['kind']): Screen {
  if (text === '') return screen;
  const lines = [...screen.lines];
  let { isOpen, next } = screen;
  const parts = text.split('\n');
  parts.forEach((part, i) => {
    const ends = i < parts.length - 1;
    if (!ends && part === '') return;
    const span: Span = { kind, text: part };
    const last = lines.at(-1);
    if (isOpen && last) {
      if (part !== '') lines[lines.length - 1] = { ...last, spans: [...last.spans, span] };
    } else {
      lines.push({ number: next, spans: part === '' ? [] : [span] });
      next++;
    }
    isOpen = !ends;
  });
  return trimmed({ ...screen, lines, isOpen, next });
}

/** Notes that lines were lost before they got here. What was begun before them has ended. */
export function withLost(screen: Screen, count: number): Screen {
  if (count === 0) return screen;
  return { ...EMPTY_SCREEN, next: screen.next, dropped: screen.dropped + screen.lines.length + count };
}

/** Shows a line that was typed behind a prompt. */
export function typed(screen: Screen, prompt: string, line: string): Screen {
  return written(written(screen, prompt, 'prompt'), `${line}\n`, 'typed');
}

/** An empty screen, whose numbers go on. */
export function cleared({ next }: Screen): Screen {
  return { ...EMPTY_SCREEN, next };
}

/** All that is shown, as text. */
export function screenText({ lines, isOpen }: Screen): string {
  return lines
    .map(({ spans }, i) => spans.map(({ text }) => text).join('') + (isOpen && i === lines.length - 1 ? '' : '\n'))
    .join('');
}

function trimmed(screen: Screen): Screen {
  const tooMany = screen.lines.length - MOST_LINES;
  if (tooMany <= 0) return screen;
  return { ...screen, lines: screen.lines.slice(tooMany), dropped: screen.dropped + tooMany };
}
