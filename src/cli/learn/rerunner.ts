/** Runs a task one at a time: however often it is asked for while it runs, it runs once more afterwards. */
export class Rerunner {
  readonly #task: () => Promise<void>;
  #running: Promise<void> | null = null;
  #again = false;

  constructor(task: () => Promise<void>) {
    this.#task = task;
  }

  /** Asks for a run. Resolves when nothing is left to run. */
  run(): Promise<void> {
    if (this.#running) this.#again = true;
    else {
      this.#running = this.#loop().finally(() => {
        this.#running = null;
      });
    }
    return this.#running;
  }

  /** Resolves when nothing is left to run, without asking for a run. */
  settled(): Promise<void> {
    return this.#running ?? Promise.resolve();
  }

  async #loop(): Promise<void> {
    this.#again = false;
    await this.#task();
    if (this.#isAsked()) await this.#loop();
  }

  #isAsked(): boolean {
    return this.#again;
  }
}
