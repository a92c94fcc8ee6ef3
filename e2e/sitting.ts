import type { Attempt, PublishedSlot } from '@cairn/contract';
import type { Published } from '@cairn/question-types';
import { expect } from 'vitest';
import { questionOf, slotsOf } from '../apps/web/src/exam/attempt-view.ts';
import { answer } from './answering.ts';
import { faultsInEachLook, type Stage, type Visit } from './stage.ts';

/** Somebody who sits one attempt, question by question. */
export class Candidate {
  /** Kinds of question that were answered, and looked at for what axe says. */
  readonly kinds = new Set<string>();
  readonly attemptId: string;
  readonly #stage: Stage;
  readonly #visit: Visit;

  constructor(stage: Stage, visit: Visit, attemptId: string) {
    this.#stage = stage;
    this.#visit = visit;
    this.attemptId = attemptId;
  }

  /** Presses the start button of the page that is open, and waits for the first question. */
  static async start(stage: Stage, visit: Visit, button: string): Promise<Candidate> {
    await visit.keys.activate(visit.page.getByRole('button', { name: button }));
    await visit.page.waitForURL(/\/attempts\/[0-9a-f-]{36}$/);
    await visit.page.getByRole('heading', { level: 1, name: /^Question 1 of/ }).waitFor();
    return new Candidate(stage, visit, visit.page.url().split('/').at(-1) ?? '');
  }

  attempt = (): Promise<Attempt> => this.#stage.get<Attempt>(`/api/attempts/${this.attemptId}`);

  slots = async (): Promise<readonly PublishedSlot[]> => slotsOf(await this.attempt());

  /** Answers the question on screen; the first of each kind must also be without a fault, answered and all. */
  async answer(slot: PublishedSlot): Promise<void> {
    const question: Published = questionOf(slot);
    await this.arriveAt(slot);
    await answer(this.#visit, question);
    if (this.kinds.has(question.kind)) return;
    this.kinds.add(question.kind);
    expect(await faultsInEachLook(this.#visit), `${question.kind} (${slot.itemId})`).toEqual([]);
  }

  arriveAt = ({ number }: PublishedSlot): Promise<void> =>
    this.#visit.page.getByRole('heading', { level: 1, name: new RegExp(`^Question ${number} of`) }).waitFor();

  /** Answers these and goes on after each. */
  async answerAll(slots: readonly PublishedSlot[]): Promise<void> {
    for (const slot of slots) {
      await this.answer(slot);
      await this.goOn(slot);
    }
  }

  /** By the key for it; from a list that needs letters for itself, by the last button at the foot. */
  async goOn(slot: PublishedSlot): Promise<void> {
    const { page, keys } = this.#visit;
    if (questionOf(slot).kind === 'multiple-choice') return keys.press('n');
    await keys.activate(page.getByRole('navigation', { name: 'Moving through the exam' }).getByRole('button').last());
  }

  /** Study mode: the verdict, the reasons and where they come from. */
  async check(slot: PublishedSlot): Promise<void> {
    const { page, keys } = this.#visit;
    if (questionOf(slot).kind === 'multiple-choice') await keys.press('c');
    else await keys.activate(page.getByRole('button', { name: /^Check/ }));
    await page.getByText(/^(Correct|Partly correct|Not correct): \d+ of \d+ points?/).waitFor();
    await page.getByText('Sources', { exact: true }).waitFor();
  }

  /** Until the program has everything: the indicator says so, or this waits in vain. */
  isSaved = (): Promise<void> => this.#visit.page.getByText(/^Saved( \d\d:\d\d:\d\d)?$/).waitFor();

  /** Everything on the question's screen that somebody would recognise it by. */
  async screen(): Promise<unknown> {
    const main = this.#visit.page.getByRole('main');
    return {
      heading: await main.getByRole('heading', { level: 1 }).textContent(),
      texts: await main.locator('fieldset, ol, table, select').allTextContents(),
      controls: await main.locator('input, select').evaluateAll((nodes) =>
        nodes.map((node) => {
          const { value } = node as HTMLInputElement | HTMLSelectElement;
          return node instanceof HTMLInputElement ? `${value}: ${node.checked}` : value;
        }),
      ),
      pressed: await main
        .locator('[aria-pressed]')
        .evaluateAll((nodes) => nodes.map((node) => `${node.ariaLabel ?? node.textContent}: ${node.ariaPressed}`)),
      marks: await main.getByRole('region', { name: 'Your marks' }).allTextContents(),
    };
  }

  /** By the review screen, as a candidate does. */
  async handIn(): Promise<void> {
    const { page, keys } = this.#visit;
    await keys.activate(page.getByRole('button', { name: 'Hand in' }));
    const dialog = page.getByRole('dialog', { name: 'Hand in?' });
    await dialog.waitFor();
    await keys.activate(dialog.getByRole('button', { name: 'Hand in' }));
    await page.waitForURL(/\/report$/);
  }
}
