import type { Diagnosis, Outcome } from '@cairn/contract';
import type { Published } from '@cairn/question-types';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answer } from './answering.ts';
import { Newcomer } from './choosing.ts';
import { faultsInEachLook, Stage, type Visit } from './stage.ts';

const EXAM = 'AWS Certified AI Practitioner';

/** Somebody who is diagnosed, question by question, with nothing but a keyboard. */
class Patient {
  /** What was given, in order; null for "I don't know". */
  readonly given: unknown[] = [];
  readonly kinds = new Set<string>();
  readonly #stage: Stage;
  readonly #visit: Visit;
  readonly #diagnosisId: string;

  constructor(stage: Stage, visit: Visit) {
    this.#stage = stage;
    this.#visit = visit;
    this.#diagnosisId = visit.page.url().split('/').at(-1) ?? '';
  }

  diagnosis = (): Promise<Diagnosis> => this.#stage.get<Diagnosis>(`/api/diagnoses/${this.#diagnosisId}`);

  heading = (number: number) =>
    this.#visit.page.getByRole('heading', { level: 1, name: new RegExp(`^Question ${number}$`) });

  /** The heading of a new question has the focus, so that a screen reader starts there. */
  async arriveAt(number: number): Promise<void> {
    await this.heading(number).waitFor();
    await expect.poll(() => this.heading(number).evaluate((node) => node === document.activeElement)).toBe(true);
  }

  /** Answers what is asked now, in full, without sending it. */
  async fillIn(): Promise<void> {
    const { current } = await this.diagnosis();
    const question = current?.question as Published; // the server's own types
    await answer(this.#visit, question);
    if (this.kinds.has(question.kind)) return;
    this.kinds.add(question.kind);
    expect(await faultsInEachLook(this.#visit), question.kind).toEqual([]);
  }

  goOn = (): Promise<void> =>
    this.#visit.keys.activate(this.#visit.page.getByRole('button', { name: 'Next', exact: true }));

  async passBy(): Promise<void> {
    await this.#visit.keys.activate(this.#visit.page.getByRole('button', { name: 'I don’t know' }));
  }

  /** Everything on the screen that somebody would recognise the question by, with what was filled in. */
  async screen(): Promise<unknown> {
    const main = this.#visit.page.getByRole('main');
    return {
      texts: await main.locator('h1, fieldset, ol, table, select').allTextContents(),
      controls: await main.locator('input, select').evaluateAll((nodes) =>
        nodes.map((node) => {
          const { value } = node as HTMLInputElement | HTMLSelectElement;
          return node instanceof HTMLInputElement ? `${value}: ${node.checked}` : value;
        }),
      ),
    };
  }

  isOver = (): Promise<boolean> => this.diagnosis().then(({ state }) => state === 'over');
}

describe('a diagnosis by keyboard', () => {
  let stage: Stage;
  let visit: Visit;
  let newcomer: Newcomer;
  let patient: Patient;

  beforeAll(async () => {
    stage = await Stage.open();
    visit = await stage.visit({ theme: 'light', width: 1440 });
    newcomer = new Newcomer(visit);
  });
  afterAll(() => stage?.close());

  // Each test goes on where the one before it ended; after a failure the others could only repeat it.
  let isBroken = false;
  beforeEach(({ skip }) => skip(isBroken));
  afterEach(({ task }) => {
    isBroken ||= task.result?.state === 'fail';
  });

  const isWell = async () => expect(await faultsInEachLook(visit)).toEqual([]);

  it('leads from home to the first question', async () => {
    const { page, keys } = visit;
    await page.goto('/');
    await keys.activate(page.getByRole('link', { name: /See where you stand/ }));
    await newcomer.arriveAt(/Are you ready/);
    await keys.activate(page.getByRole('link', { name: new RegExp(`^Take the diagnosis.*${EXAM}$`) }));
    await newcomer.arriveAt(/Where do you stand/);
    await page.getByRole('heading', { name: 'One question at a time, no going back' }).waitFor();
    await keys.activate(page.getByRole('button', { name: 'Start the diagnosis' }));
    await page.waitForURL(/\/diagnoses\/[0-9a-f-]{36}$/);
    patient = new Patient(stage, visit);

    await patient.heading(1).waitFor();
    await isWell();
  });

  it('goes on with a whole answer only, and shows no verdict', async () => {
    const { page } = visit;
    await patient.goOn();
    await page.getByText(/Answer the question in full first/).waitFor();
    expect((await patient.diagnosis()).answered).toBe(0);

    await patient.fillIn();
    await patient.goOn();
    await patient.arriveAt(2);

    expect((await patient.diagnosis()).answered).toBe(1);
    expect(await page.getByText(/\b(?:correct|wrong|not solved)\b/i).count()).toBe(0);
  });

  it('resumes at the same question after a reload, and after leaving and coming back', async () => {
    const { page, keys } = visit;
    await patient.fillIn();
    const before = await patient.screen();
    await page.reload();
    await patient.heading(2).waitFor();
    expect(await patient.screen()).toEqual(before);

    await keys.activate(page.getByRole('link', { name: /Leave the diagnosis/ }));
    await newcomer.arriveAt(/Where do you stand/);
    await keys.activate(page.getByRole('link', { name: 'Go on with it' }));
    await patient.heading(2).waitFor();

    expect(await patient.screen()).toEqual(before);
  });

  it('takes "I don’t know" by its key, in two presses', async () => {
    const { page, keys } = visit;
    await page.getByRole('heading', { level: 1 }).waitFor();
    await keys.press('d');
    const button = page.getByRole('button', { name: 'I don’t know' });
    await expect.poll(() => button.evaluate((node) => node === document.activeElement)).toBe(true);
    await keys.press('Enter');

    await patient.arriveAt(3);
  });

  it('loses nothing when the program is killed: the same question before, the kept answer after', async () => {
    const { page } = visit;
    const before = await patient.screen();
    await stage.killProgram();
    await stage.startProgram();
    await page.reload();
    await patient.heading(3).waitFor();
    expect(await patient.screen()).toEqual(before);
    expect((await patient.diagnosis()).answered).toBe(2);

    await patient.fillIn();
    await stage.killProgram();
    await patient.goOn();
    await page.getByText(/Your answer is kept on this device/).waitFor();
    expect(await faultsInEachLook(visit)).toEqual([]);
    await stage.startProgram();
    await patient.arriveAt(4);

    expect((await patient.diagnosis()).answered).toBe(3);
  });

  it('ends by itself, and tells where one stands, why it stopped and every key', async () => {
    const { page, keys } = visit;
    for (let number = 4; !(await patient.isOver()); number += 1) {
      expect(number).toBeLessThanOrEqual(30);
      await patient.heading(number).waitFor();
      if (number % 3 === 0) await patient.passBy();
      else {
        await patient.fillIn();
        await patient.goOn();
      }
      await Promise.race([patient.heading(number + 1).waitFor(), page.waitForURL(/\/result$/)]);
    }
    await page.waitForURL(/\/result$/);
    const { answered, minQuestions, review } = await patient.diagnosis();
    await page.getByRole('heading', { name: `Why it stopped after ${answered} questions` }).waitFor();
    await keys.activate(page.locator('summary').filter({ hasText: 'Question 2' }).first());
    await page.getByText('Sources', { exact: true }).first().waitFor();

    expect(answered).toBeGreaterThanOrEqual(minQuestions);
    expect(review).toHaveLength(answered);
    expect(review[1]?.response).toBeNull();
    await isWell();
  });

  it('leads to the readiness that it feeds, and forecasts under a plan', async () => {
    const { page, keys } = visit;
    await keys.activate(page.getByRole('link', { name: 'See your readiness' }));
    await newcomer.arriveAt(/ready|evidence|either way|likely/i);
    const hours = page.getByLabel('Hours of practice a week');
    await keys.tabTo(hours);
    await keys.type('lots');
    await keys.press('Tab');
    await page.getByText('Write hours a week as a number from 0 to 100.').waitFor();
    await page.getByLabel('Day of the exam', { exact: true }).fill(inSomeWeeks()); // a date field is the browser's own
    await hours.fill('6');
    const forecast = page.getByRole('figure').filter({ hasText: /^On \d+ \w+ \d{4}/ });
    await forecast.waitFor();
    await page.reload();
    await forecast.waitFor();

    expect(await hours.inputValue()).toBe('6');
    await isWell();
  });

  it('records how the real exam went, once one agrees, and forgets it again', async () => {
    const { page, keys } = visit;
    await keys.activate(page.getByRole('button', { name: 'I took the exam' }));
    const dialog = page.getByRole('dialog', { name: /How did AIF-C01 go/ });
    await dialog.waitFor();
    await keys.activate(dialog.getByRole('button', { name: 'Record it' }));
    await dialog.getByText('Say whether you passed.').waitFor();
    await isWell();
    await keys.pick(dialog.getByRole('radio', { name: 'Passed', exact: true }));
    await keys.tabTo(dialog.getByLabel(/Scaled score/));
    await keys.type('742');
    await keys.activate(dialog.getByRole('checkbox', { name: /Count it/ }), 'Space');
    await keys.activate(dialog.getByRole('button', { name: 'Record it' }));
    await page.getByText('Passed, 742').waitFor();
    const outcomes = () => stage.get<{ outcomes: Outcome[] }>('/api/outcomes').then(({ outcomes: all }) => all);
    expect(await outcomes()).toMatchObject([{ passed: true, scaledScore: 742, isCounted: true }]);

    await keys.activate(page.getByRole('button', { name: /^Delete the exam of/ }));
    await page.getByText('Passed, 742').waitFor({ state: 'hidden' });

    expect(await outcomes()).toEqual([]);
    expect(visit.witness.faults).toEqual([]);
  });
});

const inSomeWeeks = (): string => new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
