import type { ExamPlan, Today } from '@cairn/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faultsOf, Stage, type Visit } from './stage.ts';

let stage: Stage;
let visit: Visit;

beforeAll(async () => {
  stage = await Stage.open();
  visit = await stage.visit({ theme: 'light', width: 1440 });
});
afterAll(() => stage?.close());

const heading = (name: string | RegExp) => visit.page.getByRole('heading', { level: 1, name }).waitFor();

it('plans an exam and starts the first piece of the day, with the keyboard alone', async () => {
  const { page, keys } = visit;
  await page.goto('/today');
  await page.getByText('No plan yet').waitFor();
  await keys.activate(page.getByRole('link', { name: 'Plan for an exam' }));
  await heading('Plan');
  await keys.activate(page.getByRole('link', { name: /^Plan it ?: AWS Certified AI Practitioner/ }));
  await heading('Plan for AIF-C01');

  await keys.pick(page.getByRole('radio', { name: /^Six weeks/ }));
  await expect.poll(() => page.getByLabel(/^Mon/).inputValue()).toBe('45');
  const planned = page.locator('dd').nth(1);
  const before = await planned.textContent();
  await keys.tabTo(page.getByLabel(/^Mon/));
  await keys.press('Control+A');
  await keys.type('120');
  await expect.poll(() => planned.textContent()).not.toBe(before);
  expect(await faultsOf(page)).toEqual([]);
  await keys.activate(page.getByRole('button', { name: 'Save this plan' }));
  await keys.activate(page.getByRole('link', { name: 'Go to today' }));

  await heading('Today');
  const { saved } = await stage.get<ExamPlan>('/api/plans/aif-c01');
  expect(saved?.choices.minutesByWeekday).toMatchObject({ monday: 120, tuesday: 45 });
  await keys.pick(page.getByRole('radio', { name: '20 min' }));
  await page.getByRole('link', { name: 'Start' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.goto('/today'); // the size of the box is remembered
  await expect.poll(() => page.getByRole('radio', { name: '20 min' }).isChecked()).toBe(true);
  await page.getByRole('link', { name: 'Start' }).waitFor();
  const { items } = await stage.get<Today>('/api/today?minutes=20');
  await keys.press('Enter');
  await expect.poll(() => new URL(page.url()).pathname).toBe(items[0]?.link.split('?')[0]);
});
