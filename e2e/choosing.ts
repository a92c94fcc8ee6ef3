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
  async winner(): Promise<string> {
    return this.answerPanel().getByRole('heading', { level: 2 }).first().innerText();
  }

  /** The certifications in their order. */
  ranking = (): Promise<string[]> => this.answerPanel().getByRole('list').getByRole('link').allInnerTexts();

  /** What the arithmetic says, line by line: its weight, its value and its points. */
  async arithmetic(): Promise<{ readonly weight: number; readonly value: number; readonly points: number }[]> {
    const rows = this.#visit.page.getByRole('region', { name: 'The arithmetic as a table' }).locator('tbody tr');
    const cells = await rows.evaluateAll((lines) => lines.map((line) => [...line.children].map((one) => one.textContent)));
    return cells.map((texts) => {
      const [weight = Number.NaN, value = Number.NaN, points = Number.NaN] = texts
        .slice(-3)
        .map((text) => Number.parseFloat(text?.replace(/[^\d.]/g, '') ?? ''));
      return { weight, value, points };
    });
  }
}
