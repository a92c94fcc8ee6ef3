import type { Attempt, AttemptEvent, SlotState } from '@cairn/contract';
import { isAnswered, type Response } from '@cairn/question-types';
import { findPlace, questionOf, stateOf } from './attempt-view.ts';

/**
 * What the candidate sees = what the server last said + what it has not yet acknowledged. The same function folds
 * acknowledged events into the server's part, so an acknowledgement never makes the screen jump.
 *
 * It judges nothing: the server does. An event that it will reject shows until the rejection comes, then is gone.
 */
export const applyLocally = (attempt: Attempt, events: readonly AttemptEvent[]): Attempt =>
  events.reduce(applyOne, attempt);

function applyOne(attempt: Attempt, event: AttemptEvent): Attempt {
  switch (event.kind) {
    case 'visit':
      return { ...withSlot(attempt, event.slot, () => ({ seen: true })), currentSlot: event.slot };
    case 'answer':
      return withSlot(attempt, event.slot, () => answering(attempt, event.slot, event.response));
    case 'flag':
      return withSlot(attempt, event.slot, () => ({ flagged: event.flagged }));
    case 'strike':
      return withSlot(attempt, event.slot, () => ({ struckOut: event.options }));
    case 'highlight':
      return withSlot(attempt, event.slot, () => ({ highlights: event.passages }));
    case 'note':
      return withSlot(attempt, event.slot, () => ({ note: event.text }));
    case 'check':
      return withSlot(attempt, event.slot, () => ({ checked: true }));
    case 'leave-section':
      return leaving(attempt, event.section);
    case 'pause':
      return attempt.state === 'running' ? { ...attempt, state: 'paused' } : attempt;
    case 'resume':
      return attempt.state === 'paused' ? { ...attempt, state: 'running' } : attempt;
    case 'submit':
      return attempt; // only the server ends an attempt: until it has, the answers are not in
  }
}

function leaving(attempt: Attempt, section: string): Attempt {
  const isInside = findPlace(attempt, attempt.currentSlot)?.section.id === section;
  const lockedSections = [...new Set([...attempt.lockedSections, section])];
  return { ...attempt, lockedSections, currentSlot: isInside ? null : attempt.currentSlot };
}

function withSlot(attempt: Attempt, slotId: string, change: (state: SlotState) => Partial<SlotState>): Attempt {
  if (!findPlace(attempt, slotId)) return attempt;
  const state = stateOf(attempt, slotId);
  return { ...attempt, slots: { ...attempt.slots, [slotId]: { ...state, ...change(state) } } };
}

function answering(attempt: Attempt, slotId: string, response: unknown): Partial<SlotState> {
  const place = findPlace(attempt, slotId);
  const given = (response ?? undefined) as Response | undefined; // made by the view of this very question
  return { response: response ?? null, answered: place ? isAnswered(questionOf(place.slot), given) : false };
}
