import type { CardOverview, CardQueue } from '@cairn/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faultsOf, Stage, type Visit } from './stage.ts';

let stage: Stage;
let visit: Visit;

beforeAll(async () => {
  stage = await Stage.open();
  visit = await stage.visit({ theme: 'light', width: 1440 });
});
afterAll(() => stage?.close());

const overview = () => stage.get<CardOverview>('/api/cards/overview');

/** Knows the card that is shown well, whatever it asks. */
async function knows(rating = '4'): Promise<void> {
  const { page, keys } = visit;
  await page.getByRole('button', { name: 'Show the answer' }).waitFor();
  await keys.press('Space');
  await page.getByRole('group', { name: 'How well did you know it?' }).waitFor();
  await keys.press(rating);
}

it('reviews with the keyboard alone, takes an answer back, and loses none while Cairn is away', async () => {
  const { page, keys } = visit;
  await page.goto('/cards');
  await keys.activate(page.getByRole('link', { name: 'Start' }));
  await page.getByRole('button', { name: 'Show the answer' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const front = (await page.getByRole('article').textContent()) ?? '';

  await knows('1');
  await expect.poll(() => page.getByRole('article').textContent()).not.toBe(front);
  await keys.press('u');
  await expect.poll(() => page.getByRole('article').textContent()).toContain(front);
  expect(await faultsOf(page)).toEqual([]);
  await keys.press('4');
  await knows();
  await expect.poll(async () => (await overview()).counts.doneToday, { timeout: 15_000 }).toBe(2);

  await stage.killProgram();
  await knows();
  await page
    .getByRole('status')
    .filter({ hasText: /1 answer kept here/ })
    .waitFor();
  for (let more = 0; more < 6; more++) await knows();
  await stage.startProgram();
  await expect.poll(async () => (await overview()).counts.doneToday, { timeout: 60_000 }).toBe(9);

  await knows();
  await page.getByRole('heading', { level: 2, name: 'Done' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await expect.poll(async () => (await overview()).counts.doneToday, { timeout: 15_000 }).toBe(10);
  const { counts } = await stage.get<CardQueue>('/api/cards/queue');
  expect(counts).toMatchObject({ left: 0, newToday: 10 });
});
