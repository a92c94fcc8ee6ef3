import type { Visit } from './stage.ts';

/** Flag, strike-out, note and highlight, each by its own key. */
export async function mark({ page, keys }: Visit): Promise<void> {
  await keys.press('f');
  await page.getByRole('button', { name: 'Flagged', exact: true }).waitFor();
  await keys.press('s');
  await keys.press('2');
  await keys.press('s');
  await keys.press('m');
  await keys.tabTo(page.getByRole('dialog', { name: 'Note' }).getByRole('textbox'));
  await keys.type('Read the data-residency part again.');
  await keys.activate(page.getByRole('button', { name: 'Done' }));
  await keys.press('l');
  const dialog = page.getByRole('dialog', { name: 'Highlight' });
  await keys.activate(dialog.getByRole('checkbox').first(), 'Space');
  await keys.activate(dialog.getByRole('button', { name: 'Done' }));
  await dialog.waitFor({ state: 'hidden' });
}

/** Reports the question on screen as wrong. */
export async function report({ page, keys }: Visit): Promise<void> {
  await keys.press('w');
  const dialog = page.getByRole('dialog', { name: 'Report this question' });
  await keys.pick(dialog.getByRole('radio', { name: /Two answers are right/ }));
  await keys.tabTo(dialog.getByRole('textbox'));
  await keys.type('The third fits too.');
  await keys.activate(dialog.getByRole('button', { name: 'Report' }));
  await keys.activate(page.getByRole('button', { name: 'Go on' }));
}

/** By the list of all questions. */
export async function goByList({ page, keys }: Visit, number: number): Promise<void> {
  await keys.press('g');
  const list = page.getByRole('dialog', { name: 'All questions' });
  await keys.activate(list.getByRole('button', { name: new RegExp(`^Question ${number},`) }));
  await page.getByRole('heading', { level: 1, name: new RegExp(`^Question ${number} of`) }).waitFor();
}
