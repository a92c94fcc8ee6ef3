import type { Attempt, PublishedSection, PublishedSlot, SlotState } from '@cairn/contract';
import type { Published, Response } from '@cairn/question-types';

/** Questions about an attempt that several parts of the player ask. */

const UNTOUCHED: SlotState = {
  response: null,
  answered: false,
  seen: false,
  flagged: false,
  checked: false,
  struckOut: [],
  highlights: [],
  note: '',
  seconds: 0,
};

export const stateOf = (attempt: Attempt, slotId: string): SlotState => attempt.slots[slotId] ?? UNTOUCHED;

export const slotsOf = (attempt: Attempt): readonly PublishedSlot[] => attempt.sections.flatMap(({ slots }) => slots);

export type Place = {
  readonly section: PublishedSection;
  readonly slot: PublishedSlot;
  /** Place within its section, from 0. */
  readonly index: number;
};

export function findPlace(attempt: Attempt, slotId: string | null): Place | undefined {
  for (const section of attempt.sections) {
    const index = section.slots.findIndex(({ id }) => id === slotId);
    const slot = section.slots[index];
    if (slot) return { section, slot, index };
  }
  return undefined;
}

// The server validated both against the schemas of the question types; the wire calls them unknown.
export const questionOf = (slot: PublishedSlot): Published => slot.question as Published;
export const responseOf = ({ response }: SlotState): Response | undefined =>
  response === null || response === undefined ? undefined : (response as Response);

/** What the navigator shows of a question; the flag is shown beside it. */
export type Progress = 'not-seen' | 'seen' | 'answered';

export function progressOf({ answered, seen }: SlotState): Progress {
  if (answered) return 'answered';
  return seen ? 'seen' : 'not-seen';
}

export type Counts = {
  readonly questions: number;
  readonly answered: number;
  readonly flagged: number;
  readonly notSeen: number;
};

export function countsOf(attempt: Attempt, slots: readonly PublishedSlot[] = slotsOf(attempt)): Counts {
  const states = slots.map(({ id }) => stateOf(attempt, id));
  return {
    questions: slots.length,
    answered: states.filter(({ answered }) => answered).length,
    flagged: states.filter(({ flagged }) => flagged).length,
    notSeen: states.filter(({ seen }) => !seen).length,
  };
}
