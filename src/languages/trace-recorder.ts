import { type Lane, MAX_TRACE, type TraceDetail, type TraceEvent } from '../core/layer-trace';

/** How an event ended that took some time. */
export interface TraceEnd {
  /** In place of what its beginning told. */
  readonly detail?: TraceDetail;
  readonly error?: string | null;
}

/** The words of an error, for an event. */
export function failure(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/**
 * Writes down what each layer does while a program runs. Each attempt has one of its own: what a program did before it
 * was started again on PostgreSQL is in none.
 */
export class TraceRecorder {
  readonly events: TraceEvent[] = [];
  /** Whether more happened than is kept. */
  cut = false;
  /** When the first event was: what was loaded before it is not the program's time. */
  #started: number | null = null;
  #characters = 0;

  /** Notes something that happens at this moment. */
  note(lane: Lane, title: string, detail: TraceDetail, error: string | null = null): void {
    this.#add({ lane, title, at: this.#now(), took: null, detail, error });
  }

  /**
   * Notes something that begins at this moment.
   * @returns what to call when it ends
   */
  begin(lane: Lane, title: string, detail: TraceDetail): (end?: TraceEnd) => void {
    const begun = this.#add({ lane, title, at: this.#now(), took: null, detail, error: null });
    return ({ detail: told = detail, error = null } = {}) => {
      const event = begun === null ? undefined : this.events[begun];
      if (begun === null || !event) return;
      const took = this.#now() - event.at;
      const fits = told === detail || this.#fits(told);
      if (!fits) this.cut = true;
      this.events[begun] = { ...event, took, error, detail: fits ? told : detail };
    };
  }

  /** Notes something from its beginning to its end; an error ends it and is thrown on. */
  async during<T>(lane: Lane, title: string, detail: TraceDetail, act: () => Promise<T>): Promise<T> {
    const end = this.begin(lane, title, detail);
    try {
      const value = await act();
      end();
      return value;
    } catch (thrown) {
      end({ error: failure(thrown) });
      throw thrown;
    }
  }

  #now(): number {
    const now = performance.now();
    this.#started ??= now;
    return now - this.#started;
  }

  #fits(detail: TraceDetail): boolean {
    this.#characters += JSON.stringify(detail).length;
    return this.#characters <= MAX_TRACE.characters;
  }

  /** @returns the event's place; `null` when it is not kept */
  #add(event: TraceEvent): number | null {
    if (this.cut) return null;
    this.cut = this.events.length >= MAX_TRACE.events || !this.#fits(event.detail);
    return this.cut ? null : this.events.push(event) - 1;
  }
}
