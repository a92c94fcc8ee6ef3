import type { Browser, BrowserContext, Page } from 'playwright-core';
import { atRest, axeFaults } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { Program } from './faults/program.ts';
import { call } from './faults/wire.ts';
import { Keyboard } from './keyboard.ts';
import { Witness } from './witness.ts';

export type Look = { readonly theme: 'light' | 'dark'; readonly width: number };

/** Colours hang on the theme and overflow on the width, so each of both is seen once. */
const LOOKS: readonly Look[] = [
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 390 },
];

/** One window of one browser profile, with somebody at its keyboard. */
export type Visit = {
  readonly look: Look;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly keys: Keyboard;
  readonly witness: Witness;
};

const PATIENCE_MILLISECONDS = 20_000;

/** Two cores that test, serve and paint at once are slow now and then. */
const PAGE_MILLISECONDS = 15_000;

/** The built program, in which nobody has done anything yet, and a browser that looks at it. */
export class Stage {
  readonly #program: Program;
  readonly #browser: Browser;

  private constructor(program: Program, browser: Browser) {
    this.#program = program;
    this.#browser = browser;
  }

  static async open(): Promise<Stage> {
    const program = await Program.onPreparedData();
    const [browser] = await Promise.all([launchBrowser(), program.start()]);
    return new Stage(program, browser);
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#program.port}`;
  }

  async visit(look: Look): Promise<Visit> {
    const context = await this.#browser.newContext({
      baseURL: this.origin,
      viewport: { width: look.width, height: 900 },
      colorScheme: look.theme,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PAGE_MILLISECONDS);
    const witness = await Witness.watch(context, this.origin);
    const page = await context.newPage();
    return { look, context, page, keys: new Keyboard(page), witness };
  }

  /** What the program itself holds, beside what the page shows of it. */
  get<T>(path: string): Promise<T> {
    return call<T>({ port: this.#program.port, path, patienceMilliseconds: PATIENCE_MILLISECONDS });
  }

  post<T>(path: string, body: unknown): Promise<T> {
    const port = this.#program.port;
    return call<T>({ port, method: 'POST', path, body, patienceMilliseconds: PATIENCE_MILLISECONDS });
  }

  put<T>(path: string, body: unknown): Promise<T> {
    const port = this.#program.port;
    return call<T>({ port, method: 'PUT', path, body, patienceMilliseconds: PATIENCE_MILLISECONDS });
  }

  /** As a power cut leaves them: program, watchdog and database all at once. */
  killProgram = (): Promise<void> => this.#program.killEverything();

  startProgram = (): Promise<void> => this.#program.start();

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#program.dispose();
  }
}

/** What anybody could hold against the page as it stands: one line a fault, none if it is well. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { title, headings, overflowing } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const isBeyond = (node: Element) => node.getBoundingClientRect().right > clientWidth + 1;
    const beyond = scrollWidth > clientWidth ? [...document.querySelectorAll('body *')].filter(isBeyond) : [];
    return {
      title: document.title,
      headings: [...document.querySelectorAll('h1')].filter((node) => node.checkVisibility()).length,
      overflowing: beyond.slice(0, 4).map((node) => `${node.tagName.toLowerCase()} "${node.className}"`),
    };
  });
  return [
    ...(title.trim() === '' ? ['the document has no title'] : []),
    ...(headings === 1 ? [] : [`${headings} headings of the first level`]),
    ...(overflowing.length === 0 ? [] : [`scrolls sideways because of ${overflowing.join(' > ')}`]),
    ...(await axeFaults(page)),
  ];
}

export async function wear(page: Page, { theme, width }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width, height: 900 });
  await page.locator(`html[data-theme=${theme}]`).waitFor();
  await page.evaluate(atRest); // what floats finds its place again
}

/** The same of the page in each look, that in which it is visited last: it goes on in that one. */
export async function faultsInEachLook({ page, look }: Visit): Promise<string[]> {
  const found: string[] = [];
  const others = LOOKS.filter(({ theme, width }) => theme !== look.theme && width !== look.width);
  for (const each of [...others, look]) {
    await wear(page, each);
    found.push(...(await faultsOf(page)).map((fault) => `${each.theme} at ${each.width} px: ${fault}`));
  }
  return found;
}
