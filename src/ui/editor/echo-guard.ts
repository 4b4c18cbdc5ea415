/**
 * Tells a value that merely comes back from one that was set outside. An editor reports every change, its parent hands
 * the text down again a moment later, and by then the reader may have typed on: taking that echo for news would undo it.
 */
export class EchoGuard {
  #awaited: string[] = [];

  /** Call with each value that goes up. */
  reported(value: string): void {
    this.#awaited.push(value);
  }

  /** Whether a value that came down is one that went up. Earlier ones have been skipped then, and are forgotten. */
  isEcho(value: string): boolean {
    const index = this.#awaited.indexOf(value);
    this.#awaited = this.#awaited.slice(index < 0 ? this.#awaited.length : index + 1);
    return index >= 0;
  }
}
