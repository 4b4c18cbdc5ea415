import { type Lane, MAX_TRACE, type TraceDetail, type TraceEvent } from '../core/layer-trace';

/** An event of which more is told after it was noted. */
export interface OpenEvent {
  /** Notes that it is over, and took until this moment. */
  end(end?: TraceEnd): void;
  /** Notes that it failed, at once. */
  fail(error: string): void;
  /** Has another detail in place of what its beginning told. */
  tell(detail: TraceDetail): void;
}

/** How much is kept. */
interface TraceLimits {
  readonly events: number;
  readonly characters: number;
}

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
  /** How many of them each event's detail has. */
  readonly #sizes: number[] = [];
  readonly #most: TraceLimits;

  constructor(most: TraceLimits = MAX_TRACE) {
    this.#most = most;
  }

  /** Notes something that happens at this moment. */
  note(lane: Lane, title: string, detail: TraceDetail, error: string | null = null): void {
    this.#add({ lane, title, at: this.#now(), took: null, detail, error });
  }

  /**
   * Notes something that begins at this moment.
   * @returns what to call when it ends
   */
  begin(lane: Lane, title: string, detail: TraceDetail): (end?: TraceEnd) => void {
    const event = this.open(lane, title, detail);
    return (end) => event?.end(end);
  }

  /**
   * Notes something that happens at this moment, or begins.
   * @returns what hears more of it; `null` when it is not kept, nor anything after it
   */
  open(lane: Lane, title: string, detail: TraceDetail): OpenEvent | null {
    const begun = this.#add({ lane, title, at: this.#now(), took: null, detail, error: null });
    if (begun === null) return null;
    const change = (changed: Partial<TraceEvent>): void => {
      const event = this.events[begun];
      if (!event) return;
      const fits = changed.detail === undefined || changed.detail === event.detail || this.#fits(changed.detail, begun);
      if (!fits) this.cut = true;
      this.events[begun] = { ...event, ...changed, detail: fits ? (changed.detail ?? event.detail) : event.detail };
    };
    return {
      end: ({ detail: told, error = null } = {}) => {
        const took = this.#now() - (this.events[begun]?.at ?? 0);
        change(told ? { took, error, detail: told } : { took, error });
      },
      fail: (error) => {
        change({ error });
      },
      tell: (told) => {
        change({ detail: told });
      },
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

  /** Whether there is room for a detail at a place, instead of the one that is there. */
  #fits(detail: TraceDetail, place: number): boolean {
    const size = JSON.stringify(detail).length;
    const characters = this.#characters + size - (this.#sizes[place] ?? 0);
    if (characters > this.#most.characters) return false;
    this.#characters = characters;
    this.#sizes[place] = size;
    return true;
  }

  /** @returns the event's place; `null` when it is not kept */
  #add(event: TraceEvent): number | null {
    if (this.cut) return null;
    this.cut = this.events.length >= this.#most.events || !this.#fits(event.detail, this.events.length);
    return this.cut ? null : this.events.push(event) - 1;
  }
}
