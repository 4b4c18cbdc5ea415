/** What a special variable does when somebody sets or unsets it. */
export interface VariableHook {
  /** What it gets in place of a value: psql turns "unset" into a default, and an empty value into `on`, say. */
  readonly substitute: (value: string | null) => string | null;
  /** Takes a value over. @returns what is wrong with it, or `null` */
  readonly assign: (value: string | null) => string | null;
}

const NAME = /^[A-Za-z0-9_\u0080-\u{10ffff}]+$/u;

/** psql's variables. Some are special: what they are set to changes how psql behaves. */
export class Variables {
  readonly #values = new Map<string, string>();
  readonly #hooks = new Map<string, VariableHook>();

  get(name: string): string | null {
    return this.#values.get(name) ?? null;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  isSpecial(name: string): boolean {
    return this.#hooks.has(name);
  }

  /** Sets a variable, or unsets it with `null`. @returns what is wrong, or `null` */
  set(name: string, value: string | null): string | null {
    if (!NAME.test(name)) {
      // What has no name cannot be set, and so there is nothing to unset.
      return value === null ? null : `invalid variable name: "${name}"`;
    }
    const hook = this.#hooks.get(name);
    const meant = hook ? hook.substitute(value) : value;
    const objection = hook ? hook.assign(meant) : null;
    if (objection !== null) return objection;
    if (meant === null) this.#values.delete(name);
    else this.#values.set(name, meant);
    return null;
  }

  /** Makes a variable special; it takes over the value that the variable has. */
  addHook(name: string, hook: VariableHook): void {
    this.#hooks.set(name, hook);
    const value = hook.substitute(this.get(name));
    if (value !== null) this.#values.set(name, value);
    hook.assign(value);
  }

  /** All variables, as a bare `\set` lists them. */
  list(): (readonly [name: string, value: string])[] {
    return [...this.#values].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
