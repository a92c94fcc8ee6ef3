import type { LessonSummary } from '@cairn/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Newcomer } from './choosing.ts';
import { faultsInEachLook, Stage, type Visit } from './stage.ts';

const LESSON = 'aif-c01/1.1';

describe('somebody who reads with nothing but a keyboard', () => {
  let stage: Stage;
  let visit: Visit;
  let reader: Newcomer;

  beforeAll(async () => {
    stage = await Stage.open();
    visit = await stage.visit({ theme: 'light', width: 1440 });
    reader = new Newcomer(visit);
  });
  afterAll(() => stage?.close());

  // Each test goes on where the one before it ended; after a failure the others could only repeat it.
  let isBroken = false;
  beforeEach(({ skip }) => skip(isBroken));
  afterEach(({ task }) => {
    isBroken ||= task.result?.state === 'fail';
  });

  const read = async (): Promise<LessonSummary | undefined> => {
    const { lessons } = await stage.get<{ lessons: LessonSummary[] }>('/api/lessons?exam=aif-c01');
    return lessons.find(({ id }) => id === LESSON);
  };

  it('finds the first lesson of an exam', async () => {
    const { page, keys } = visit;
    await page.goto('/');
    await reader.goTo('Learn', /^Learn$/);
    await keys.activate(page.getByRole('link', { name: 'AWS Certified AI Practitioner' }));
    await reader.arriveAt(/AI Practitioner/);
    await keys.activate(page.getByRole('link', { name: /^Next lesson/ }));

    await reader.arriveAt(/learning from examples/);
  });

  it('looks a word up where it stands, and goes on reading', async () => {
    const { page, keys } = visit;
    const word = page.getByRole('article').getByRole('button', { name: 'Overfitting', exact: true }).first();
    await keys.activate(word);
    await page
      .getByRole('dialog', { name: 'Overfitting' })
      .getByText(/by heart/)
      .waitFor();
    expect(await faultsInEachLook(visit)).toEqual([]);
    await keys.press('Escape');

    await expect.poll(() => word.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it('moves the figure, which answers in a sentence', async () => {
    const { page, keys } = visit;
    const figure = page.getByRole('figure', { name: /Which endpoint/ });
    const sentence = figure.locator('p[aria-hidden]').first();
    const before = await sentence.textContent();
    await keys.tabTo(figure.getByRole('slider').first());
    for (let more = 0; more < 8; more++) await keys.press('ArrowRight');

    await expect.poll(() => sentence.textContent()).not.toBe(before);
  });

  it('answers a question, whose key comes with the verdict', async () => {
    const { page, keys } = visit;
    const question = page.getByRole('region', { name: 'Question 1' });
    expect(await question.getByText('Sources').count()).toBe(0);
    await keys.pick(question.getByRole('radio').first());
    await keys.activate(question.getByRole('button', { name: 'Check answer' }));
    await question.getByText(/^(Correct|Not correct): /).waitFor();
    await question.getByText('Sources', { exact: true }).waitFor();

    expect(await read()).toMatchObject({ checksAnswered: 1, readAt: null });
    expect(await faultsInEachLook(visit)).toEqual([]);
  });

  it('says that it is read, and sees how far it has come', async () => {
    const { page, keys } = visit;
    await keys.activate(page.getByRole('button', { name: 'Mark as read' }));
    await page.getByText('Logged. It counts for today.').waitFor();
    expect((await read())?.readAt).toBeGreaterThan(0);

    await keys.activate(page.getByRole('link', { name: /^Next lesson/ }));
    await reader.arriveAt(/Rule, ready-made service/);
    await keys.activate(page.getByRole('link', { name: 'AIF-C01' }));
    await page.getByText('1 of 14 lessons read').waitFor();
  });

  it('opens the sheet to print, without a fault', async () => {
    const { page, keys, witness } = visit;
    await keys.activate(page.getByRole('link', { name: 'Cheat sheet' }));
    await reader.arriveAt(/cheat sheet/);
    expect(await faultsInEachLook(visit)).toEqual([]);
    await page.emulateMedia({ media: 'print' });

    expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: /Guidelines for Responsible AI/ }).isVisible()).toBe(true);
    expect(witness.faults).toEqual([]);
  });
});
