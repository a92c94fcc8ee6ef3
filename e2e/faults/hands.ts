import type { Attempt, PublishedSlot } from '@cairn/contract';
import type { Rng } from '@cairn/kernel';
import { arbitraryResponse } from '@cairn/question-types/testing';
import fc from 'fast-check';
import type { AttemptAction } from '../../apps/web/src/exam/attempt-action.ts';
import { findPlace, questionOf, slotsOf, stateOf } from '../../apps/web/src/exam/attempt-view.ts';
import { isFinal, moveTo } from '../../apps/web/src/exam/moving.ts';

/** What a candidate may do next on this screen, drawn from a seeded stream; undefined if the draw is not possible now. */
export function nextAction(attempt: Attempt, rng: Rng): AttemptAction | undefined {
  const place = findPlace(attempt, attempt.currentSlot);
  if (!place || isFinal(attempt, place.slot.id) || rng.next() < 0.25) return move(attempt, rng);
  return touch(attempt, place.slot, rng);
}

function move(attempt: Attempt, rng: Rng): AttemptAction | undefined {
  const slots = slotsOf(attempt);
  const target = slots[rng.below(slots.length)];
  if (!target) return undefined;
  const to = moveTo(attempt, target.id);
  switch (to.outcome) {
    case 'go':
      return { kind: 'visit', slot: to.slot };
    case 'leaves-section':
      return rng.next() < 0.1 ? { kind: 'leave-section', section: to.section.id } : undefined;
    case 'leaves-unanswered':
      return { kind: 'visit', slot: to.slot };
    case 'closed':
      return undefined;
  }
}

function touch(attempt: Attempt, asked: PublishedSlot, rng: Rng): AttemptAction | undefined {
  const slot = asked.id;
  switch (rng.below(10)) {
    case 0:
      return { kind: 'flag', slot, flagged: !stateOf(attempt, slot).flagged };
    case 1:
      return { kind: 'strike', slot, options: [`option-${rng.below(4)}`] };
    case 2:
      return { kind: 'highlight', slot, passages: [`passage ${rng.below(1000)}`] };
    case 3:
      return {
        kind: 'note',
        slot,
        text: `Ich denke – “${rng.below(1_000_000)}” \u{1F9ED}\n`.repeat(1 + rng.below(20)),
      };
    case 4:
      return rng.next() < 0.2 ? { kind: 'answer', slot, response: null } : undefined;
    case 5:
      return attempt.mode === 'study' && stateOf(attempt, slot).answered ? { kind: 'check', slot } : undefined;
    default:
      return { kind: 'answer', slot, response: drawnResponse(asked, rng) };
  }
}

function drawnResponse(slot: PublishedSlot, rng: Rng): unknown {
  const [response] = fc.sample(arbitraryResponse(questionOf(slot)), { seed: rng.below(2 ** 31), numRuns: 1 });
  return response ?? null;
}
