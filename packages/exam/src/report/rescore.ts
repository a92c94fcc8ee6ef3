import { type Credit, creditOf, grade, gradeFinal } from '@cairn/question-types';
import type { Form, Slot } from '../form.ts';
import type { Item } from '../item.ts';
import { questionsOf } from '../item-questions.ts';
import { progressOf, type Session } from '../session/session.ts';
import { slotsOf } from '../slots.ts';

/** What a correction does to one question of an attempt. */
export type Change = {
  readonly slot: string;
  readonly number: number;
  readonly itemId: string;
  readonly fromVersion: number;
  readonly toVersion: number;
  readonly before: Credit;
  readonly after: Credit;
  /** `kept`: the correction changed what is asked so much that the answer no longer fits; the old key stands. */
  readonly outcome: 'regraded' | 'kept';
};

export type Rescored = { readonly session: Session; readonly changes: readonly Change[] };

type Correction = { readonly slot: Slot; readonly change: Change };

function creditFor(session: Session, slot: Slot): Credit {
  const response = progressOf(session, slot.id).response ?? undefined;
  return creditOf(gradeFinal(slot.question, response).parts, session.form.credit);
}

/** Whether the stored answer can be read as an answer to the corrected question. */
function stillFits(session: Session, slot: Slot): boolean {
  const { response } = progressOf(session, slot.id);
  return response === null || grade(slot.question, response).outcome !== 'invalid';
}

function correct(session: Session, slot: Slot, item: Item): Correction | undefined {
  if (item.version <= slot.version) return undefined;
  const corrected = questionsOf(item).find(({ part }) => part === slot.part);
  if (corrected === undefined) return undefined;
  const { question, angoff } = corrected;
  const { version, sources, reviewBy } = item;
  const renewed: Slot = { ...slot, version, question, angoff, sources, reviewBy };
  const fits = stillFits(session, renewed);
  const before = creditFor(session, slot);
  const change: Change = {
    slot: slot.id,
    number: slot.number,
    itemId: slot.itemId,
    fromVersion: slot.version,
    toVersion: item.version,
    before,
    after: fits ? creditFor(session, renewed) : before,
    outcome: fits ? 'regraded' : 'kept',
  };
  return { slot: fits ? renewed : slot, change };
}

const withSlots = (form: Form, slots: ReadonlyMap<string, Slot>): Form => ({
  ...form,
  sections: form.sections.map((section) => ({
    ...section,
    slots: section.slots.map((slot) => slots.get(slot.id) ?? slot),
  })),
});

/**
 * Grades a frozen session again with the items of today: every question whose item has a newer version, by its new key.
 * The old session stays as it was; `changes` is what the learner is told.
 *
 * @param items items in their present version; those that the form does not hold are ignored
 */
export function rescore(session: Session, items: readonly Item[]): Rescored {
  const current = new Map(items.map((item) => [item.id, item]));
  const corrections = slotsOf(session.form).flatMap((slot) => {
    const item = current.get(slot.itemId);
    return (item && correct(session, slot, item)) ?? [];
  });
  const slots = new Map(corrections.map(({ slot }) => [slot.id, slot]));
  return {
    session: { ...session, form: withSlots(session.form, slots) },
    changes: corrections.map(({ change }) => change),
  };
}
