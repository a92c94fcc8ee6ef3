import type { Attempt, PublishedSection, PublishedSlot } from '@cairn/contract';
import { findPlace, slotsOf, stateOf } from './attempt-view.ts';

/** Where the candidate may go. Sections that lock are sat in their order, as the vendors do. */

/** Study is for going back and forth: sections close in exam mode only. */
export const lockOf = ({ mode }: Attempt, section: PublishedSection): PublishedSection['lock'] =>
  mode === 'study' ? 'free' : section.lock;

/** Locked for good: its section was left, or it was passed in a section that only goes forward. */
export function isClosed(attempt: Attempt, slotId: string): boolean {
  const place = findPlace(attempt, slotId);
  if (!place) return true;
  const { section, index } = place;
  if (attempt.lockedSections.includes(section.id)) return true;
  if (lockOf(attempt, section) !== 'forward-only') return false;
  return section.slots.slice(index + 1).some(({ id }) => stateOf(attempt, id).seen);
}

/** May not be changed any more. */
export const isFinal = (attempt: Attempt, slotId: string): boolean =>
  attempt.state === 'over' || stateOf(attempt, slotId).checked || isClosed(attempt, slotId);

export type Move =
  | { readonly outcome: 'go'; readonly slot: string }
  /** The section of the current question locks on the way: ask first. */
  | { readonly outcome: 'leaves-section'; readonly section: PublishedSection; readonly slot: string }
  /** The current question closes on the way, unanswered: ask first. */
  | { readonly outcome: 'leaves-unanswered'; readonly slot: string }
  | { readonly outcome: 'closed'; readonly reason: string };

const closed = (reason: string): Move => ({ outcome: 'closed', reason });

export function moveTo(attempt: Attempt, to: string): Move {
  const target = findPlace(attempt, to);
  if (!target) return closed('This question is not part of the exam.');
  if (to === attempt.currentSlot) return { outcome: 'go', slot: to };
  if (isClosed(attempt, to)) return closed('This question is closed: its part of the exam was left.');
  const from = findPlace(attempt, attempt.currentSlot);
  if (!from || isLeft(attempt, from.section)) return opensInOrder(attempt, target.section, to);
  if (from.section.id === target.section.id) return moveWithin(attempt, from, target.index, to);
  if (lockOf(attempt, from.section) === 'free') return opensInOrder(attempt, target.section, to);
  if (nextOpenSection(attempt, from.section)?.id !== target.section.id) {
    return closed('This part opens once the parts before it are finished.');
  }
  return { outcome: 'leaves-section', section: from.section, slot: to };
}

const isLeft = (attempt: Attempt, section: PublishedSection) => attempt.lockedSections.includes(section.id);

function opensInOrder(attempt: Attempt, section: PublishedSection, slot: string): Move {
  const before = attempt.sections.slice(0, attempt.sections.indexOf(section));
  const waits = before.some((earlier) => lockOf(attempt, earlier) !== 'free' && !isLeft(attempt, earlier));
  return waits ? closed('This part opens once the parts before it are finished.') : { outcome: 'go', slot };
}

function moveWithin(
  attempt: Attempt,
  from: { readonly section: PublishedSection; readonly slot: PublishedSlot; readonly index: number },
  index: number,
  slot: string,
): Move {
  if (lockOf(attempt, from.section) !== 'forward-only') return { outcome: 'go', slot };
  if (index > from.index + 1) return closed('Here the questions come one after another.');
  return stateOf(attempt, from.slot.id).answered ? { outcome: 'go', slot } : { outcome: 'leaves-unanswered', slot };
}

export const nextOpenSection = (attempt: Attempt, section: PublishedSection): PublishedSection | undefined =>
  attempt.sections.slice(attempt.sections.indexOf(section) + 1).find((later) => !isLeft(attempt, later));

/** The question before (-1) or after (+1) in the order of the form, if there is one. */
export function neighbour(attempt: Attempt, step: -1 | 1): PublishedSlot | undefined {
  const slots = slotsOf(attempt);
  const here = slots.findIndex(({ id }) => id === attempt.currentSlot);
  return here === -1 ? slots[0] : slots[here + step];
}

/** Where a sitting opens: where it was left, else at the first question that is still open. */
export function openingSlot(attempt: Attempt): string | undefined {
  const open = slotsOf(attempt).filter(({ id }) => !isClosed(attempt, id));
  const current = open.find(({ id }) => id === attempt.currentSlot);
  return (current ?? open[0])?.id;
}
