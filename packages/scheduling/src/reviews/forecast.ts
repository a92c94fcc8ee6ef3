import type { Instant } from '@cairn/kernel';
import type { CardMemory, MemoryParameters } from '../memory/card-memory.ts';
import { DAY_MILLISECONDS } from '../memory/limits.ts';
import { recallAt } from '../memory/recall.ts';
import { review } from '../memory/review.ts';
import { isSeen, type LearnerDay, type ReviewCard } from './card.ts';
import { type Effort, firstSeconds, reviewSeconds, USUAL_EFFORT } from './effort.ts';

export type ForecastRequest = {
  readonly day: LearnerDay;
  readonly days: number;
  /** New cards that a day introduces, as long as there are any. */
  readonly newCardsADay: number;
  /** What is overdue counts on the first day, or is spread evenly over so many. */
  readonly overdueOverDays?: number | undefined;
  readonly parameters: MemoryParameters;
  readonly effort?: Effort | undefined;
};

export type ForecastDay = {
  /** Reviews, overdue ones among them. */
  readonly reviews: number;
  readonly overdue: number;
  readonly newCards: number;
  /** Expected; answers in steps and lapses are in it. */
  readonly minutes: number;
};

type Tally = { reviews: number; overdue: number; newCards: number; seconds: number };

/**
 * The load of the coming days if each card is reviewed on the day it falls due. Cards come back at the interval that
 * `good` leads to; the time that lapses take is in the minutes.
 *
 * @throws RangeError if the days are not 1 to 3650
 */
export function forecast(cards: readonly ReviewCard[], request: ForecastRequest): ForecastDay[] {
  if (!(request.days >= 1 && request.days <= 3650)) throw new RangeError('A forecast takes from 1 to 3650 days.');
  const tallies = Array.from(
    { length: Math.floor(request.days) },
    (): Tally => ({ reviews: 0, overdue: 0, newCards: 0, seconds: 0 }),
  );
  const seen = cards.filter(isSeen).sort((one, other) => one.memory.dueAt - other.memory.dueAt);
  const isOverdue = ({ dueAt }: CardMemory) => dueAt < request.day.startsAt;
  const overdue = seen.filter(({ memory }) => isOverdue(memory));
  const spread = Math.max(1, Math.floor(request.overdueOverDays ?? 1));
  overdue.forEach(({ memory }, i) => {
    const index = Math.floor((i * spread) / overdue.length);
    const tally = tallies[index];
    if (tally) tally.overdue += 1;
    follow(memory, index, tallies, request);
  });
  for (const { memory } of seen)
    if (!isOverdue(memory)) follow(memory, dueIndex(memory, request.day), tallies, request);
  introduce(cards.length - seen.length, tallies, request);
  return tallies.map(({ seconds, ...tally }) => ({ ...tally, minutes: seconds / 60 }));
}

/** Number of the day, today being 0, on which a card falls due. */
function dueIndex({ dueAt }: CardMemory, { endsAt }: LearnerDay): number {
  return Math.max(0, Math.ceil((dueAt + 1 - endsAt) / DAY_MILLISECONDS));
}

/** Counts the reviews of one card from the day of the next one on. */
function follow(start: CardMemory, from: number, tallies: readonly Tally[], request: ForecastRequest): void {
  const { day, parameters, effort = USUAL_EFFORT } = request;
  let memory = start;
  let index = from;
  for (let tally = tallies[index]; tally; tally = tallies[index]) {
    const at = (day.now + index * DAY_MILLISECONDS) as Instant;
    tally.reviews += 1;
    tally.seconds += reviewSeconds(recallAt(memory, at, parameters), effort);
    memory = graduated(review(memory, 'good', at, parameters), parameters);
    index = Math.max(index + 1, dueIndex(memory, day));
  }
}

/** Steps of minutes are taken on the day itself. */
function graduated(memory: CardMemory, parameters: MemoryParameters): CardMemory {
  let next = memory;
  while (next.phase !== 'review') next = review(next, 'good', next.dueAt, parameters);
  return next;
}

function introduce(count: number, tallies: readonly Tally[], request: ForecastRequest): void {
  const { day, newCardsADay, parameters, effort = USUAL_EFFORT } = request;
  let left = count;
  tallies.forEach((tally, index) => {
    const today = Math.min(left, Math.max(0, Math.floor(newCardsADay)));
    if (today === 0) return;
    left -= today;
    tally.newCards += today;
    tally.seconds += today * firstSeconds(effort);
    const at = (day.now + index * DAY_MILLISECONDS) as Instant;
    const learnt = graduated(review(undefined, 'good', at, parameters), parameters);
    for (let i = 0; i < today; i += 1) follow(learnt, Math.max(index + 1, dueIndex(learnt, day)), tallies, request);
  });
}
