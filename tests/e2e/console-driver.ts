import type { Locator, Page } from 'playwright-core';

/** A psql in a page, used as a reader would. */
export class ConsoleDriver {
  readonly console: Locator;
  readonly input: Locator;
  readonly output: Locator;

  /** @param root what holds the console */
  constructor(
    readonly page: Page,
    readonly root: Locator,
  ) {
    this.console = root.getByRole('group', { name: 'psql', exact: true });
    this.input = this.console.locator('form input');
    this.output = this.console.getByRole('log');
  }

  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name, exact: typeof name === 'string' });
  }

  async open(): Promise<void> {
    await this.button(/^Open psql/).click();
    await this.ready();
  }

  /** Waits until psql waits for a line, and nothing is typed ahead. */
  async ready(): Promise<void> {
    await this.console.and(this.page.locator('[data-phase="reading"][data-ahead="0"]')).waitFor();
  }

  /** The prompt, which is the input's label. */
  async prompt(): Promise<string> {
    await this.ready();
    return (await this.console.locator('form label').innerText()).trimEnd();
  }

  /** Types a line by keyboard, wherever the focus is. @returns what is shown from then on */
  async type(line: string): Promise<string> {
    await this.ready();
    const before = await this.text();
    await this.page.keyboard.type(line);
    await this.page.keyboard.press('Enter');
    await this.ready();
    return (await this.text()).slice(before.length);
  }

  /** All that the console shows. */
  async text(): Promise<string> {
    return (await this.output.textContent()) ?? '';
  }
}
