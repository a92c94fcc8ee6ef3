import type { LabSummary } from '@cairn/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWERS, KNOWING_THE_ACCOUNT } from './labs-answers.ts';
import { faultsOf, Stage, type Visit } from './stage.ts';

const LAB = 'Least privilege for a training job';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage?.close());

/** The tools of a lab come with its first use, and a sandbox starts for it. */
const SLOW = { timeout: 60_000 };

const command = (page: Page) => page.getByRole('textbox', { name: 'Command' });
const output = (page: Page) => page.getByRole('log', { name: 'Output' });
const shown = (page: Page) => output(page).locator('> div');

/** Types a command and waits until it has ended. */
async function run({ page, keys }: Visit, line: string): Promise<void> {
  const before = await shown(page).count();
  await keys.tabTo(command(page));
  for (const [index, part] of line.split('\n').entries()) {
    if (index > 0) await keys.press('Enter');
    await keys.type(part);
  }
  await keys.press('Enter');
  await shown(page).nth(before).waitFor();
  await page.locator('[role=log][aria-busy=false]').waitFor(SLOW);
}

/** Checks the step that is open. */
async function check({ page, keys }: Visit): Promise<void> {
  await keys.activate(page.getByRole('button', { name: 'Check', exact: true }));
}

async function begin({ page, keys }: Visit): Promise<void> {
  await page.goto('/labs');
  await keys.activate(page.getByRole('link', { name: LAB }));
  await keys.activate(page.getByRole('button', { name: 'Start the lab' }));
  await command(page).waitFor(SLOW);
}

async function wearEverything({ page, keys }: Visit): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const tab of ['Command line', 'Account', 'Own terminal']) {
    await keys.tabTo(page.getByRole('tab', { selected: true }));
    while (!(await page.getByRole('tab', { name: tab, selected: true }).isVisible())) {
      await keys.press('ArrowRight');
      await keys.press('Enter');
    }
    await page
      .getByRole('status')
      .filter({ hasText: /^Reading/ })
      .first()
      .waitFor({ state: 'hidden' });
    found[tab] = await faultsOf(page);
  }
  await keys.press('Home');
  await keys.press('Enter');
  return found;
}

describe('a lab, by keyboard alone', () => {
  it('is begun, refused, helped, reloaded in the middle, and finished in the command line of the page', async () => {
    const visit = await stage.visit({ theme: 'light', width: 1440 });
    const { page, keys, witness } = visit;
    const [first = [], second = [], ...others] = ANSWERS;

    await begin(visit);
    await check(visit);
    await page.getByText('may still become public').waitFor(SLOW);
    await run(visit, KNOWING_THE_ACCOUNT);
    await run(visit, 'aws iam get-user --user-name nobody');
    await output(page).getByText('An error occurred (NoSuchEntity) when calling the GetUser operation').waitFor();
    for (const line of first) await run(visit, line);
    await keys.activate(page.getByRole('button', { name: 'Check again' }));
    await page.getByText('Passed on your own').waitFor(SLOW);
    await keys.activate(page.getByRole('button', { name: 'On to: Who may take on the role' }));
    await keys.activate(page.getByRole('button', { name: 'Show hint 1 of 2' }));
    await page.getByText('Rights and trust are two policies').waitFor();
    for (const line of second) await run(visit, line);
    await check(visit);
    await page.getByText('Passed with help: 80 % of the credit').waitFor(SLOW);

    await page.reload();
    await output(page).getByText('NoSuchEntity').first().waitFor(SLOW);
    await page.getByRole('img', { name: '2 of 5 steps passed' }).waitFor();
    for (const lines of others) {
      await keys.activate(page.getByRole('button', { name: /^On to: / }));
      for (const line of lines) await run(visit, line);
      await check(visit);
      await page.getByText('Passed on your own').waitFor(SLOW);
    }
    await page.getByRole('heading', { name: 'The cairn stands' }).waitFor();

    const { labs } = await stage.get<{ labs: LabSummary[] }>('/api/labs');
    expect(labs.find(({ title }) => title === LAB)?.run).toMatchObject({ state: 'finished', stepsPassed: 5 });
    expect(await wearEverything(visit)).toEqual({ 'Command line': [], Account: [], 'Own terminal': [] });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 320, height: 900 });
    await page.locator('html[data-theme=dark]').waitFor();
    expect(await wearEverything(visit)).toEqual({ 'Command line': [], Account: [], 'Own terminal': [] });
    expect(witness.faults).toEqual([]);
    await visit.context.close();
  });
});
