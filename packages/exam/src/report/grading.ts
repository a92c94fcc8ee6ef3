import { difficultyOfAngoff, type ItemParameters } from '@cairn/psychometrics';
import { type Credit, type CreditRule, creditOf, gradeFinal, type Question } from '@cairn/question-types';
import { chanceOf } from '../chance.ts';
import type { Slot } from '../form.ts';
import { answeredSlots } from '../session/publish.ts';
import { progressOf, type Session, type SlotProgress } from '../session/session.ts';
import { slotsOf } from '../slots.ts';

/** What a question earned, and how hard it was. */
export type Credited = Credit & { readonly parameters: ItemParameters };

/** A question of a session with what it earned. Unanswered is wrong, at both vendors. */
export type GradedSlot = Credited & {
  readonly slot: Slot;
  readonly progress: SlotProgress;
  readonly answered: boolean;
};

/** Ratings this near to 0 or 1 would put an item further out than any ability. */
const EXTREME = 0.02;

/**
 * What an Angoff rating says about a question before answers calibrate it: a = 1, c the chance of a guess, b such that
 * a just-passing candidate, θ = 0, succeeds as rated. A rating at or below chance lowers c: that candidate is misled
 * more often than not, and a guess would do better.
 */
export function parametersOf(question: Question, angoff: number, credit: CreditRule): ItemParameters {
  const rating = Math.min(1 - EXTREME, Math.max(EXTREME, angoff));
  const c = Math.min(chanceOf(question, credit), 0.9 * rating);
  return { a: 1, b: difficultyOfAngoff(rating, c), c };
}

export function gradeSlots(session: Session): GradedSlot[] {
  const { credit } = session.form;
  const answered = answeredSlots(session);
  return slotsOf(session.form).map((slot) => {
    const progress = progressOf(session, slot.id);
    const { parts } = gradeFinal(slot.question, progress.response ?? undefined);
    return {
      slot,
      progress,
      answered: answered.has(slot.id),
      parameters: parametersOf(slot.question, slot.angoff, credit),
      ...creditOf(parts, credit),
    };
  });
}

export type Total = Credit & { readonly questions: number };

export function totalOf(graded: readonly Credit[]): Total {
  return {
    questions: graded.length,
    points: graded.reduce((sum, { points }) => sum + points, 0),
    possible: graded.reduce((sum, { possible }) => sum + possible, 0),
  };
}

/** Of no points at all, 0 percent. */
export const percentOf = ({ points, possible }: Credit): number => (possible === 0 ? 0 : (100 * points) / possible);
