import type { OpenEvent, TraceRecorder } from '../trace-recorder';

/** A step holds this many lines: programs that print without end are cut like any other. */
const MOST_LINES = 20;

/** Notes in a trace what a program prints: lines that nothing else comes between are one step. */
export class PrintedLines {
  readonly #trace: TraceRecorder;
  readonly #lines: string[] = [];
  #step: OpenEvent | null = null;
  /** How many steps there were with the last one of ours. */
  #steps = 0;

  constructor(trace: TraceRecorder) {
    this.#trace = trace;
  }

  hear(line: string): void {
    if (this.#trace.cut) return;
    const goesOn = this.#step !== null && this.#steps === this.#trace.events.length && this.#lines.length < MOST_LINES;
    if (!goesOn) this.#lines.length = 0;
    this.#lines.push(line);
    const detail = { kind: 'text', text: this.#lines.join('\n') } as const;
    if (goesOn) this.#step?.tell(detail);
    else {
      this.#step = this.#trace.open('code', 'Prints', detail);
      this.#steps = this.#trace.events.length;
    }
  }
}
