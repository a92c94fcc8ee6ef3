import { expect } from 'vitest';
import type { Visit } from './stage.ts';

/** A newcomer among the pages that lead to a decision. */
export class Newcomer {
  readonly #visit: Visit;

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  /** By the bar at the top; on a narrow screen it hides behind a menu. */
  async goTo(place: string, heading: RegExp): Promise<void> {
    const { page, keys } = this.#visit;
    await page.getByRole('banner').waitFor(); // before it there is no menu to be seen or not
    const menu = page.getByRole('button', { name: 'Menu' });
    if (await menu.isVisible()) await keys.activate(menu);
    const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place });
    await keys.activate(link);
    await this.arriveAt(heading);
  }

  /** The heading has the focus, so that a screen reader starts there. */
  async arriveAt(name: RegExp): Promise<void> {
    const heading = this.#visit.page.getByRole('heading', { level: 1, name });
    await heading.waitFor();
    await expect.poll(() => heading.evaluate((node) => node === document.activeElement)).toBe(true);
  }

  async picks(question: RegExp, option: string): Promise<void> {
    const { page, keys } = this.#visit;
    await keys.pick(page.getByRole('group', { name: question }).getByRole('radio', { name: option }));
  }

  async ticks(question: RegExp, option: string): Promise<void> {
    const { page, keys } = this.#visit;
    await keys.activate(page.getByRole('group', { name: question }).getByRole('checkbox', { name: option }), 'Space');
  }

  async unfolds(summary: string): Promise<void> {
    await this.#visit.keys.activate(this.#visit.page.locator('summary').filter({ hasText: summary }).first());
  }

  answerPanel = () => this.#visit.page.getByRole('region', { name: 'Your answer' });

  /** The certification that is first now. */
  winner = async (): Promise<string> =>
    (await this.answerPanel().getByRole('heading', { level: 2 }).first().textContent()) ?? '';

  /** The certifications in their order. */
  ranking = (): Promise<string[]> => this.answerPanel().getByRole('list').getByRole('link').allTextContents();

  /** What the arithmetic says: weight, value and points of each line, and the sum below. */
  async arithmetic(): Promise<{ readonly lines: readonly number[][]; readonly sum: number }> {
    const table = this.#visit.page.getByRole('region', { name: 'The arithmetic as a table' });
    const lines = await table
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].slice(-3).map((cell) => Number(cell.textContent))));
    return { lines, sum: Number(await table.locator('tfoot td').last().textContent()) };
  }
}
