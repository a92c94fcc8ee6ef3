import type { Instant } from '@cairn/kernel';
import type { MemoryParameters } from '../memory/card-memory.ts';
import { DAY_MILLISECONDS } from '../memory/limits.ts';
import { recallAt } from '../memory/recall.ts';
import { isSeen, type LearnerDay, type ReviewCard, type SeenCard } from './card.ts';
import { type Effort, reviewSeconds, USUAL_EFFORT } from './effort.ts';
import { gainPerSecond } from './gain.ts';

export type CatchUpRequest = {
  readonly day: LearnerDay;
  /** Minutes for reviews today, tomorrow and so on; a day off has 0. */
  readonly minutes: readonly number[];
  readonly parameters: MemoryParameters;
  readonly effort?: Effort | undefined;
};

export type CatchUpDay = {
  readonly cards: readonly ReviewCard[];
  /** Expected; never more than the minutes of that day. */
  readonly minutes: number;
};

export type CatchUp = {
  /** One entry for each day that was asked for. */
  readonly days: readonly CatchUpDay[];
  /** What does not fit into these days, most valuable first: it waits, and is no debt. */
  readonly later: readonly ReviewCard[];
};

type Waiting = { readonly card: SeenCard; readonly seconds: number; readonly gain: number; readonly fromDay: number };

/**
 * Overdue cards, and those that fall due on the way, spread over the days: each day takes those whose review gains most
 * a second, as many as its minutes hold, and one card a note.
 */
export function catchUp(cards: readonly ReviewCard[], request: CatchUpRequest): CatchUp {
  let waiting = cards
    .filter(isSeen)
    .map((card) => waitingCard(card, request))
    .sort((one, other) => other.gain - one.gain || (one.card.id < other.card.id ? -1 : 1));
  const days = request.minutes.map((minutes, index): CatchUpDay => {
    const taken = takeDay(waiting, index, minutes * 60);
    waiting = waiting.filter((entry) => !taken.has(entry));
    const entries = [...taken];
    return {
      cards: entries.map(({ card }) => card),
      minutes: entries.reduce((sum, { seconds }) => sum + seconds, 0) / 60,
    };
  });
  return { days, later: waiting.filter(({ fromDay }) => fromDay < days.length).map(({ card }) => card) };
}

function waitingCard(card: SeenCard, { day, parameters, effort = USUAL_EFFORT }: CatchUpRequest): Waiting {
  const daysAway = Math.max(0, Math.ceil((card.memory.dueAt + 1 - day.endsAt) / DAY_MILLISECONDS));
  const isDoneToday = card.memory.phase === 'review' && card.memory.lastReviewAt >= day.startsAt;
  const fromDay = Math.max(daysAway, isDoneToday ? 1 : 0);
  const at = (day.now + fromDay * DAY_MILLISECONDS) as Instant;
  return {
    card,
    fromDay,
    seconds: reviewSeconds(recallAt(card.memory, at, parameters), effort),
    gain: gainPerSecond(card, at, parameters, effort),
  };
}

function takeDay(waiting: readonly Waiting[], index: number, seconds: number): Set<Waiting> {
  const notes = new Set<string>();
  let left = seconds;
  return new Set(
    waiting.filter(({ card: { noteId }, ...entry }) => {
      if (entry.fromDay > index || entry.seconds > left) return false;
      if (noteId !== undefined && notes.has(noteId)) return false;
      if (noteId !== undefined) notes.add(noteId);
      left -= entry.seconds;
      return true;
    }),
  );
}
