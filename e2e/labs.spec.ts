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

/** In a fresh account, after an earlier run. */
async function beginAgain({ page, keys }: Visit): Promise<void> {
  await page.goto('/labs/least-privilege');
  await keys.activate(page.getByRole('button', { name: 'Start over' }));
  await keys.activate(
    page.getByRole('dialog').or(page.getByRole('alertdialog')).getByRole('button', { name: 'Start over' }),
  );
  await command(page).waitFor(SLOW);
}

const TABS = ['Command line', 'Editor', 'Data', 'Account', 'Own terminal'];

/** Opens a tab of the tools by the arrow keys. */
async function openTab({ page, keys }: Visit, name: string): Promise<void> {
  await keys.tabTo(page.getByRole('tab', { selected: true }));
  while (!(await page.getByRole('tab', { name, selected: true }).isVisible())) {
    await keys.press('ArrowRight');
    await keys.press('Enter');
  }
}

async function wearEverything(visit: Visit): Promise<Record<string, string[]>> {
  const { page, keys } = visit;
  const found: Record<string, string[]> = {};
  for (const tab of TABS) {
    await openTab(visit, tab);
    await page
      .getByRole('status')
      .filter({ hasText: /^(Reading|Opening)/ })
      .first()
      .waitFor({ state: 'hidden' });
    found[tab] = await faultsOf(page);
  }
  await keys.press('Home');
  await keys.press('Enter');
  return found;
}

const NO_FAULTS = Object.fromEntries(TABS.map((tab) => [tab, []]));

const editor = (page: Page) => page.locator('[data-code-field]');
const printed = (page: Page) => page.getByRole('log', { name: 'Output of the program' });

/** Writes a program in the place of the one that is there, runs it, and leaves the editor, where Tab indents. */
async function program({ page, keys }: Visit, lines: readonly string[]): Promise<void> {
  await keys.tabTo(editor(page));
  await keys.press('ControlOrMeta+a');
  for (const [index, line] of lines.entries()) {
    if (index > 0) await keys.press('Enter');
    await keys.type(line);
  }
  await keys.press('ControlOrMeta+Enter');
  await keys.press('Escape');
  await keys.press('Tab');
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
    expect(await wearEverything(visit)).toEqual(NO_FAULTS);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 320, height: 900 });
    await page.locator('html[data-theme=dark]').waitFor();
    expect(await wearEverything(visit)).toEqual(NO_FAULTS);
    expect(witness.faults).toEqual([]);
    await visit.context.close();
  });

  it('is solved by a program, whose errors name their line and whose loops can be stopped', async () => {
    const visit = await stage.visit({ theme: 'dark', width: 1440 });
    const { page, keys, witness } = visit;

    await beginAgain(visit);
    await openTab(visit, 'Editor');
    await program(visit, NO_SUCH_BUCKET);
    await printed(page).getByText('Line 3: NoSuchBucket: ').waitFor(SLOW);
    await keys.activate(page.getByRole('button', { name: 'Go to line 3' }));
    await keys.press('Tab');
    expect(await recall(page)).toContain('\n  await s3.send');
    await keys.press('Escape');
    await keys.press('Tab');
    expect(await editor(page).evaluate((node) => node === document.activeElement)).toBe(false);

    await program(visit, ['console.log("once");', 'for (;;) {}']);
    await printed(page).getByText('once').waitFor(SLOW);
    await keys.activate(page.getByRole('button', { name: 'Stop' }));
    await printed(page).getByText('Stopped.').waitFor();

    await program(visit, CLOSE_BUCKET);
    await printed(page).getByText('Done in').waitFor(SLOW);
    await page.reload();
    await check(visit);
    await page.getByText('Passed on your own').waitFor(SLOW);
    await openTab(visit, 'Editor');
    expect(await recall(page)).toBe(CLOSE_BUCKET.join('\n'));
    expect(witness.faults).toEqual([]);
    await visit.context.close();
  });
});

/** What the editor keeps of the first step. */
const recall = (page: Page): Promise<string | null> =>
  page.evaluate(() => localStorage.getItem('cairn.program.least-privilege.close-bucket'));

const NO_SUCH_BUCKET = [
  "import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';",
  'const s3 = new S3Client({});',
  "await s3.send(new GetObjectCommand({ Bucket: 'nobody-has-this', Key: 'x' }));",
];

const CLOSE_BUCKET = [
  "import { ListBucketsCommand, PutPublicAccessBlockCommand, S3Client } from '@aws-sdk/client-s3';",
  'const s3 = new S3Client({});',
  'const { Buckets } = await s3.send(new ListBucketsCommand({}));',
  'const all = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true };',
  'const input = { Bucket: Buckets[0].Name, PublicAccessBlockConfiguration: all };',
  'await s3.send(new PutPublicAccessBlockCommand(input));',
];
