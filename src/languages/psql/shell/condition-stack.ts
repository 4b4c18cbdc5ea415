/**
 * What holds between an \if and its \endif. `on` and `off`: this branch is read, or not. `else-…`: the same after
 * \else. `ignored`: an earlier branch was read, or the whole \if stands in a branch that is not.
 */
export type Condition = 'on' | 'off' | 'else-on' | 'else-off' | 'ignored';

interface Level {
  condition: Condition;
  /** What the query buffer held when the branch began. */
  readonly text: string;
}

/** The \if blocks that are open. */
export class ConditionStack {
  readonly #levels: Level[] = [];

  get isEmpty(): boolean {
    return this.#levels.length === 0;
  }

  /** Whether what is read now is acted on. */
  get isActive(): boolean {
    const top = this.top;
    return top === null || top === 'on' || top === 'else-on';
  }

  get top(): Condition | null {
    return this.#levels.at(-1)?.condition ?? null;
  }

  /** What the query buffer held when the branch began that is read now. */
  get text(): string {
    return this.#levels.at(-1)?.text ?? '';
  }

  push(condition: Condition, text: string): void {
    this.#levels.push({ condition, text });
  }

  /** Goes on to another branch of the innermost block. */
  change(condition: Condition, text: string): void {
    this.#levels.pop();
    this.push(condition, text);
  }

  pop(): void {
    this.#levels.pop();
  }
}
