import { outputStyle } from '../output-style';
import type { LearnDisplay } from './learn-session';
import { answerText, type LearnView, nextText, screenText, taskText } from './learn-view';

const CLEAR_SCREEN = '\u001b[2J\u001b[H';

/** Draws the whole screen again at each change, so that task, hints and the last result are always in sight. */
export class ScreenDisplay implements LearnDisplay {
  #last: { readonly view: LearnView; readonly note: string } | null = null;

  /** They stay: the next drawing would otherwise wipe them off at once. */
  readonly #notices = new Set<string>();

  opened(view: LearnView): void {
    this.changed(view, '');
  }

  notice(message: string): void {
    this.#notices.add(message);
  }

  changed(view: LearnView, note: string): void {
    this.#last = { view, note };
    const notes = [...this.#notices, note].filter((text) => text !== '');
    process.stdout.write(`${CLEAR_SCREEN}${screenText(view, notes, outputStyle())}\n`);
  }

  /** Draws it once more, for a terminal that has another size now. */
  redraw(): void {
    if (this.#last) this.changed(this.#last.view, this.#last.note);
  }
}

/** Prints what is new, for pipes, logs and the output panels of editors. */
export class LineDisplay implements LearnDisplay {
  opened(view: LearnView): void {
    const style = outputStyle();
    console.log(`${taskText(view, style)}\n\n${answerText(view, style)}\n`);
  }

  notice(message: string): void {
    console.error(message);
  }

  changed(view: LearnView): void {
    if (view.answer.kind === 'checking') return;
    const style = outputStyle();
    const parts = [answerText(view, style), nextText(view, style)].filter((part) => part !== '');
    console.log(`${parts.join('\n\n')}\n`);
  }
}
