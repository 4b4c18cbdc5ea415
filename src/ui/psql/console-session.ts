import type {
  Completions,
  ConsoleEnd,
  ConsoleScreen,
  Interrupted,
  OpenConsole,
  WaitingState,
} from '../../worker/client/console-client';
import { EMPTY_HISTORY, type LineHistory, withLine } from './line-history';
import { CTRL_C, CTRL_D, recordTyping, type Typing } from './record-typing';
import { cleared, EMPTY_SCREEN, type Screen, typed, withLost, written } from './screen';

/** Where psql is. */
export type ConsolePhase =
  | { readonly kind: 'starting' }
  /** It waits for a line. */
  | { readonly kind: 'reading'; readonly prompt: string; readonly hidden: boolean }
  | { readonly kind: 'working' }
  /** It has ended; `problem` says why when nobody left it. */
  | { readonly kind: 'ended'; readonly problem: string | null };

/** A text that psql wants to have edited. */
export interface Editing {
  readonly name: string;
  readonly text: string;
}

/** All that is to be seen of a console. */
export interface ConsoleView {
  readonly screen: Screen;
  readonly phase: ConsolePhase;
  /** What PostgreSQL keeps psql waiting for. */
  readonly waiting: WaitingState | null;
  /** The lines that were typed ahead, or pasted, and wait for their prompt. */
  readonly ahead: readonly string[];
  readonly history: LineHistory;
  readonly editing: Editing | null;
}

/** A line that waits for its prompt. */
interface AheadLine {
  readonly line: string;
  /** Whether it stands in the script already. */
  readonly isRecorded: boolean;
}

type Opener = (screen: ConsoleScreen) => Promise<OpenConsole>;

/** A console in front of somebody: what it shows, what is typed ahead, and a record of what was typed. */
export class ConsoleSession {
  readonly #listeners = new Set<() => void>();
  readonly #record: (change: (script: string) => string) => void;
  #console: OpenConsole | null = null;
  #isClosed = false;
  #ahead: AheadLine[] = [];
  #answerEdit: (text: string | null) => void = () => undefined;
  /** The prompt behind which the last line was typed. */
  #lastPrompt = '';
  #view: ConsoleView = {
    screen: EMPTY_SCREEN,
    phase: { kind: 'starting' },
    waiting: null,
    ahead: [],
    history: EMPTY_HISTORY,
    editing: null,
  };
  /** What this console was told, as a script. */
  told = '';

  /**
   * @param script lines that are typed at once, because they are written down already
   * @param record hears of everything else that is typed
   */
  constructor(
    open: Opener,
    {
      script = [],
      history = EMPTY_HISTORY,
      record = () => undefined,
    }: {
      readonly script?: readonly string[];
      readonly history?: LineHistory;
      readonly record?: (change: (script: string) => string) => void;
    } = {},
  ) {
    this.#record = record;
    this.#view = { ...this.#view, history };
    this.#ahead = script.map((line) => ({ line, isRecorded: true }));
    void this.#run(open);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): ConsoleView => this.#view;

  /** Types lines, as soon as psql waits for them. `^C` and `^D` are those keys. */
  type(lines: readonly string[]): void {
    this.#ahead.push(...lines.map((line) => ({ line, isRecorded: false })));
    this.#typeAhead();
  }

  /** Ctrl-C. @param begun what stands in the input, and is given up */
  async interrupt(begun = ''): Promise<void> {
    this.#ahead = [];
    this.#change({ ahead: [] });
    await this.#interrupt(begun, false);
  }

  clear(): void {
    this.#change({ screen: cleared(this.#view.screen) });
  }

  async complete(line: string): Promise<Completions> {
    const nothing = { from: line.length, words: [] };
    const { phase } = this.#view;
    if (!this.#console || phase.kind !== 'reading' || phase.hidden) return nothing;
    return this.#console.complete(line).catch(() => nothing);
  }

  /** Answers psql's wish to have a text edited; `null` leaves it as it was. */
  edited(text: string | null): void {
    this.#change({ editing: null });
    this.#answerEdit(text);
    if (text !== null) this.#note({ kind: 'edit', text, prompt: this.#lastPrompt }, false);
  }

  /** Ends psql at once. */
  close(): void {
    this.#isClosed = true;
    this.#console?.close();
  }

  async #run(open: Opener): Promise<void> {
    try {
      this.#console = await open(this.#screen());
      if (this.#isClosed) this.#console.close();
      this.#typeAhead();
      const end: ConsoleEnd = await this.#console.end;
      this.#end(end.kind === 'left' ? null : end.message);
    } catch (error) {
      this.#end(error instanceof Error ? error.message : String(error));
    }
  }

  #end(problem: string | null): void {
    if (this.#isClosed) return;
    this.#ahead = [];
    this.#change({ phase: { kind: 'ended', problem }, ahead: [], waiting: null, editing: null });
  }

  #screen(): ConsoleScreen {
    return {
      write: ({ dropped, pieces }) => {
        const screen = pieces.reduce(
          (before, { text, stream }) => written(before, text, stream),
          withLost(this.#view.screen, dropped),
        );
        this.#change({ screen });
      },
      prompt: (prompt, hidden) => {
        this.#change({ phase: { kind: 'reading', prompt, hidden }, waiting: null });
        this.#typeAhead();
      },
      pause: () => {
        // A key that ends \watch is pressed while it waits.
        if (this.#ahead[0]?.line === CTRL_C) this.#takeKey();
      },
      edit: (name, text) =>
        new Promise((resolve) => {
          this.#answerEdit = resolve;
          this.#change({ editing: { name, text } });
        }),
      waiting: (waiting) => {
        this.#change({ waiting });
      },
    };
  }

  /** Types the first of the lines that wait, if psql waits for one. */
  #typeAhead(): void {
    const { phase, screen, history } = this.#view;
    const [next] = this.#ahead;
    if (next && this.#console && phase.kind === 'reading') {
      const { prompt, hidden } = phase;
      const { line, isRecorded } = next;
      if (line === CTRL_C) {
        this.#takeKey();
        return;
      }
      this.#ahead.shift();
      this.#lastPrompt = prompt;
      const isEnd = line === CTRL_D;
      this.#note(isEnd ? { kind: 'end' } : { kind: 'line', line, prompt }, isRecorded);
      this.#change({
        screen: isEnd ? written(screen, prompt, 'prompt') : typed(screen, prompt, hidden ? '' : line),
        phase: { kind: 'working' },
        history: isEnd || hidden ? history : withLine(history, line),
      });
      this.#console.type(isEnd ? null : line);
    }
    this.#change({ ahead: this.#ahead.map(({ line }) => line) });
  }

  /** Presses the Ctrl-C that waits. */
  #takeKey(): void {
    const key = this.#ahead.shift();
    this.#change({ ahead: this.#ahead.map(({ line }) => line) });
    void this.#interrupt('', key?.isRecorded ?? false);
  }

  async #interrupt(begun: string, isRecorded: boolean): Promise<void> {
    const { phase, screen } = this.#view;
    if (!this.#console || phase.kind === 'starting' || phase.kind === 'ended') return;
    let prompt = this.#lastPrompt;
    if (phase.kind === 'reading') {
      ({ prompt } = phase);
      const shown = written(written(screen, prompt, 'prompt'), `${phase.hidden ? '' : begun}^C`, 'typed');
      this.#change({ screen: shown, phase: { kind: 'working' } });
    }
    const ended: Interrupted = await this.#console.interrupt().catch((): Interrupted => 'nothing');
    if (ended !== 'nothing') this.#note({ kind: 'interrupt', ended, prompt }, isRecorded);
  }

  #note(typing: Typing, isRecorded: boolean): void {
    this.told = recordTyping(this.told, typing);
    if (!isRecorded) this.#record((script) => recordTyping(script, typing));
  }

  #change(change: Partial<ConsoleView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
