import type { BrowserContext, Response } from 'playwright-core';

/** An answer that a test provokes, and so expects. */
export type Expected = { readonly status: number; readonly path: RegExp };

/** Notes what no page of the program may do: reach another host, break its own policy, fail in silence. */
export class Witness {
  readonly faults: string[] = [];
  readonly #origin: string;
  #expected: readonly Expected[] = [];

  private constructor(origin: string) {
    this.#origin = origin;
  }

  static async watch(context: BrowserContext, origin: string): Promise<Witness> {
    const witness = new Witness(origin);
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        reportError(new Error(`content policy: ${violatedDirective} ${blockedURI}`)); // surfaces as an uncaught error, below
      });
    });
    context.on('request', (request) => witness.#see(request.url()));
    context.on('response', (response) => witness.#hear(response));
    context.on('weberror', (error) => witness.faults.push(`uncaught: ${error.error().stack ?? error.error()}`));
    context.on('console', (message) => {
      const isAnswer = message.text().startsWith('Failed to load resource'); // `response` tells more of it
      if (message.type() === 'error' && !isAnswer) witness.faults.push(`console: ${message.text()}`);
    });
    return witness;
  }

  expect(...expected: readonly Expected[]): void {
    this.#expected = [...this.#expected, ...expected];
  }

  #see(url: string): void {
    const isHere =
      url.startsWith(`${this.#origin}/`) || url.startsWith(`blob:${this.#origin}/`) || url.startsWith('data:');
    if (!isHere) this.faults.push(`left the machine: ${url}`);
  }

  #hear(response: Response): void {
    const path = new URL(response.url()).pathname;
    const status = response.status();
    if (status < 400 || this.#expected.some((one) => one.status === status && one.path.test(path))) return;
    this.faults.push(`${response.request().method()} ${path} answered ${status}`);
  }
}
