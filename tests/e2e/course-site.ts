import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { launchChromium } from '../lib/launch-chromium';
import { lessonFrontMatter } from '../lib/lesson-front-matter';
import { type Served, serveFolder } from '../lib/serve-folder';

const BUILD = path.resolve('build');

/** A touch screen gets a plain text area in the place of Monaco; see {@link CellDriver.fill}. */
export const PHONE: BrowserContextOptions = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };

/** Long enough for PostgreSQL to load on a slow machine, and for a check of which each run uses up its time, in milliseconds. */
const PATIENCE_MS = 120_000;

/** A page of the site, with what must not happen on it on record. */
export interface Visit {
  readonly page: Page;
  /** Addresses on other hosts that the page asked for. */
  readonly foreignRequests: readonly string[];
  /** Uncaught errors, and what the page logged as an error. */
  readonly errors: readonly string[];
}

/** Waits until a page hears the reader: scripts that have come are not scripts that have run. */
async function hears(page: Page): Promise<void> {
  await page.locator('html[data-has-hydrated="true"]').waitFor();
}

/** The production build, served, and a Chromium to visit it with. */
export class CourseSite {
  readonly #served: Served;
  readonly #browser: Browser;

  private constructor(served: Served, browser: Browser) {
    this.#served = served;
    this.#browser = browser;
  }

  /** @param args further arguments to Chromium */
  static async open(args: readonly string[] = []): Promise<CourseSite> {
    if (!existsSync(path.join(BUILD, 'index.html'))) throw new Error('There is no build. Run `npm run build` first.');
    return new CourseSite(await serveFolder(BUILD), await launchChromium(args));
  }

  get url(): string {
    return this.#served.url;
  }

  /** Opens an address of the site in a browser profile of its own. */
  async visit(address: string, options: BrowserContextOptions = {}): Promise<Visit> {
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const foreignRequests: string[] = [];
    const errors: string[] = [];
    context.on('request', (request) => {
      const url = new URL(request.url());
      const local = url.origin === this.url || url.protocol === 'data:' || url.protocol === 'blob:';
      if (!local) foreignRequests.push(request.url());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await this.goTo(page, address, options.javaScriptEnabled);
    return { page, foreignRequests, errors };
  }

  /**
   * Goes to an address of the site, and waits until the page hears the reader.
   * @param hasScripts `false` where the browser runs none: such a page hears nobody
   */
  async goTo(page: Page, address: string, hasScripts = true): Promise<void> {
    const response = await page.goto(this.url + address, { waitUntil: 'networkidle' });
    if (response?.status() !== 200) throw new Error(`${address} answers ${String(response?.status())}`);
    if (hasScripts) await hears(page);
  }

  /** Loads a page again, and waits until it hears the reader. */
  async reload(page: Page): Promise<void> {
    await page.reload({ waitUntil: 'networkidle' });
    await hears(page);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#served.close();
  }
}

/** A code cell of a page, used as a reader would. */
export class CellDriver {
  constructor(
    readonly page: Page,
    readonly root: Locator,
  ) {}

  static exercise(page: Page, id: string): CellDriver {
    return new CellDriver(page, page.locator(`[data-exercise="${id}"]`));
  }

  /** The first snippet of a page in a language, as its bar names it. */
  static snippet(page: Page, language: string): CellDriver {
    const named = page.getByText(language, { exact: true });
    return new CellDriver(page, page.locator('[data-state]').filter({ has: named }).first());
  }

  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name, exact: typeof name === 'string' });
  }

  get state(): Locator {
    return this.root.locator('xpath=descendant-or-self::*[@data-state]');
  }

  /** Chooses the tabs in which this stands, if it stands in any. */
  async reveal(): Promise<void> {
    await this.root.evaluate((element) => {
      let panel: Element | null = element.closest('[role="tabpanel"]');
      while (panel) {
        const list: Element | null = panel.parentElement;
        const tabs = list?.parentElement?.querySelectorAll(':scope > [role="tablist"] > [role="tab"]');
        const tab = tabs?.item([...(list?.children ?? [])].indexOf(panel));
        if (!(tab instanceof HTMLElement)) throw new Error('A panel has no tab.');
        tab.click();
        panel = list?.closest('[role="tabpanel"]') ?? null;
      }
    });
  }

  /** Replaces the code as a reader would with code from elsewhere: select all, and paste. */
  async type(code: string): Promise<void> {
    const edit = this.button('Edit');
    if (await edit.isVisible()) await edit.click();
    const monaco = this.root.locator('.monaco-editor[role="code"], .monaco-editor').first();
    await monaco.waitFor();
    await monaco.locator('.view-lines').click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), code);
    if (code === '') await this.page.keyboard.press('Delete');
    else await this.page.keyboard.press('ControlOrMeta+V');
  }

  /** Replaces the code in a plain text area, which takes any text at once. */
  async fill(code: string): Promise<void> {
    const edit = this.button('Edit');
    if (await edit.isVisible()) await edit.click();
    await this.root.locator('textarea').fill(code);
  }

  /** Waits until a run or a check has ended. @returns `ran`, a verdict, or `unavailable` */
  async settled(): Promise<string> {
    await this.root
      .locator('xpath=descendant-or-self::*[@data-state and not(@data-state="busy" or @data-state="idle")]')
      .waitFor();
    return (await this.state.getAttribute('data-state')) ?? '';
  }

  async run(): Promise<string> {
    await this.button('Run').click();
    return this.settled();
  }

  async check(): Promise<string> {
    // The state of an earlier check stands until this one begins, and this one may be over before anybody looks.
    const end = await this.state.evaluateHandle((element) => {
      const ended = new Promise<void>((resolve) => {
        new MutationObserver((changes, observer) => {
          const wasBusy = changes.some(({ oldValue }) => oldValue === 'busy');
          if (!wasBusy || element.getAttribute('data-state') === 'busy') return;
          observer.disconnect();
          resolve();
        }).observe(element, { attributeFilter: ['data-state'], attributeOldValue: true });
      });
      return { ended };
    });
    await this.button('Check').click();
    await end.evaluate(({ ended }) => ended);
    return this.settled();
  }

  /** The tests of the last check by name, with their states. */
  async tests(): Promise<Record<string, string>> {
    const named = await this.root
      .locator('[data-test]')
      .evaluateAll((items) => items.map(({ dataset }) => [dataset['test'], dataset['testState']]));
    return Object.fromEntries(named) as Record<string, string>;
  }

  /** What the page says of the first test that failed. */
  explanation(): Promise<string> {
    return this.root.locator('[data-test-state="failed"]').first().innerText();
  }

  /** What a reader sees once what was done last has been painted: Monaco puts its lines there a frame later. */
  async text(): Promise<string> {
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    return (await this.root.innerText()).replaceAll('\u00a0', ' ');
  }
}

/** The addresses of the lessons that hold each exercise. */
export function lessonAddress(lessonSource: string): string {
  return `/learn${lessonFrontMatter(lessonSource).slug}/`;
}
