import { AttemptEvent } from '@cairn/contract';
import type { Page } from 'playwright-core';

/** What a candidate sees: which question, which options in which order, what is chosen and flagged, how many are answered. */
export type Screen = {
  readonly heading: string;
  readonly options: readonly { readonly text: string; readonly isChosen: boolean }[];
  readonly isFlagged: boolean;
  readonly count: string;
};

export function screenOf(page: Page): Promise<Screen> {
  return page.evaluate(() => {
    const textOf = (selector: string) => document.querySelector(selector)?.textContent.trim() ?? '';
    const inputs = [...document.querySelectorAll<HTMLInputElement>('main input, fieldset input')];
    const flag = [...document.querySelectorAll('button[aria-pressed]')].find((one) => /flag/i.test(one.textContent));
    return {
      heading: textOf('h1'),
      options: inputs.map((input) => ({
        text: (input.closest('label') ?? input.parentElement)?.textContent.trim() ?? '',
        isChosen: input.checked,
      })),
      isFlagged: flag?.getAttribute('aria-pressed') === 'true',
      count: /\d+ of \d+ answered/.exec(textOf('nav[aria-label="Moving through the exam"]'))?.[0] ?? '',
    };
  });
}

/** The browser's own disk: events that the server has not acknowledged, oldest first. */
export async function keptEvents(page: Page): Promise<readonly AttemptEvent[]> {
  const kept = await page.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('cairn-outbox');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('events').objectStore('events').getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result.map(({ event }: { event: unknown }) => event));
          };
        };
      }),
  );
  return AttemptEvent.array().parse(kept);
}
