import { createServer } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';

/** A port of this machine that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

/**
 * A page that is watched beyond the crash of a frame in it. Playwright takes that for the page's own end; whoever
 * connects anew finds the page as it is.
 */
export class SurvivingPage {
  readonly #port: number;
  readonly #url: string;
  #connection: { readonly browser: Browser; readonly page: Page } | null = null;
  /** How many crashes were seen. */
  crashes = 0;

  /**
   * @param port the `--remote-debugging-port` of the browser
   * @param url the whole address of the page, which is open there
   */
  constructor(port: number, url: string) {
    this.#port = port;
    this.#url = url;
  }

  /** Does something with the page, and once more if a frame crashed meanwhile: do what may be done twice. */
  async do<T>(action: (page: Page) => Promise<T>): Promise<T> {
    for (;;) {
      const before = this.crashes;
      const { page } = (this.#connection ??= await this.#connect());
      try {
        return await action(page);
      } catch (error) {
        if (this.crashes === before) throw error;
      }
    }
  }

  async #connect(): Promise<{ browser: Browser; page: Page }> {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${String(this.#port)}`);
    const page = browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((one) => one.url() === this.#url);
    if (!page) throw new Error(`The page ${this.#url} is gone.`);
    page.on('crash', () => {
      this.crashes++;
      this.#connection = null;
      void browser.close();
    });
    return { browser, page };
  }

  async close(): Promise<void> {
    await this.#connection?.browser.close();
    this.#connection = null;
  }
}
