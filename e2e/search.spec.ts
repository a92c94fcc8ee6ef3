import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from './axe.ts';
import { Stage, type Visit } from './stage.ts';

let stage: Stage;
let visit: Visit;

beforeAll(async () => {
  stage = await Stage.open();
  visit = await stage.visit({ theme: 'light', width: 1440 });
  await indexed();
});
afterAll(() => stage?.close());

/** The index is made after the start, while somebody may read already. */
async function indexed(): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const { isReady } = await stage.get<{ isReady: boolean }>('/api/search?q=model');
    if (isReady) return;
    await new Promise((wait) => setTimeout(wait, 200));
  }
  throw new Error('the search index was not made');
}

describe('somebody with a keyboard alone', () => {
  it('finds a lesson by a mistyped word, opens it, and finds the search again', async () => {
    const { page, keys, witness } = visit;
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await page.goto('/read');
    await page.getByRole('heading', { level: 1, name: 'Read' }).waitFor();

    await keys.press('/');
    await dialog.waitFor();
    await keys.type('ovrefitting');
    await dialog.getByRole('status').filter({ hasText: 'for “overfitting”' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const lesson = dialog
      .getByRole('region', { name: /^Lessons/ })
      .getByRole('link')
      .first();
    for (let moves = 0; !(await lesson.evaluate((node) => node === document.activeElement)); moves++) {
      if (moves > 40) throw new Error('no arrow leads to the lesson');
      await keys.press('ArrowDown');
    }
    await keys.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.waitForURL(/\/learn\//);
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');

    await keys.press('Control+k');
    await dialog.getByRole('button', { name: 'ovrefitting' }).waitFor();
    await keys.type('confusion matrix');
    await keys.press('Enter');
    await page.waitForURL(/\/search\?q=confusion/);
    await page.getByRole('link', { name: /^Confusion matrix/ }).waitFor();
    expect(witness.faults).toEqual([]);
  });

  it('leaves / to a field that is written in', async () => {
    const { page, keys } = visit;
    await page.goto('/read/glossary');
    const field = page.getByRole('searchbox', { name: 'Search the glossary' });

    await keys.tabTo(field);
    await keys.press('/');

    expect(await field.inputValue()).toBe('/');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});
