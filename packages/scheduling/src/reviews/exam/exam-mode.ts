import type { Instant } from '@cairn/kernel';
import { algorithmOf } from '../../memory/algorithm.ts';
import type { CardMemory, MemoryParameters } from '../../memory/card-memory.ts';
import { DAY_MILLISECONDS } from '../../memory/limits.ts';
import { elapsedDays, recallAt } from '../../memory/recall.ts';
import { inSteps, isSeen, type LearnerDay, type ReviewCard, type SeenCard, worthOf } from '../card.ts';
import {
  type Effort,
  firstSeconds,
  RATINGS,
  ratingChances,
  reviewSeconds,
  stepSeconds,
  USUAL_EFFORT,
} from '../effort.ts';
import { notesOfToday, onePerNote } from '../siblings.ts';
import { type ExamTable, PRICE_PER_SECOND } from './table.ts';
import { tableFor } from './tables.ts';

export type ExamReason =
  /** A step of minutes is due. */
  | 'in-steps'
  /** Not seen yet. */
  | 'new-card'
  /** Without a review it would probably be forgotten on the exam day. */
  | 'would-fall'
  /** The exam is near, and this is what a last look helps most. */
  | 'last-look'
  /** It has faded enough that a review now makes it last. */
  | 'worth-strengthening'
  /** Nothing is lost by leaving it for another day, but minutes are left. */
  | 'time-left';

export type ExamChoice = {
  readonly card: ReviewCard;
  readonly reason: ExamReason;
  /** Expected, steps of the same day included. */
  readonly seconds: number;
  /** Expected recall on the exam day if it is not reviewed again, and if it is reviewed now. */
  readonly recallLeft: number;
  readonly recallReviewed: number;
};

export type ExamDayRequest = {
  readonly day: LearnerDay;
  /** Days from today to the exam day; 0 on the day itself. */
  readonly daysLeft: number;
  readonly minutes: number;
  /** Minutes of the days until the exam, on average; those of today if not said. */
  readonly usualMinutes?: number | undefined;
  readonly parameters: MemoryParameters;
  readonly effort?: Effort | undefined;
  /** New cards are no longer introduced when fewer days are left. */
  readonly newCardsUntilDaysLeft?: number | undefined;
};

export type ExamDay = {
  /** In the order in which to take them; their expected seconds fit the minutes. */
  readonly choices: readonly ExamChoice[];
  readonly minutes: number;
  /** Expected recall on the exam day of all cards, weighted by value: without a review from now on, and after these. */
  readonly recallLeft: number;
  readonly recallReviewed: number;
};

/** Beyond, the exam is taken to be as far away as this: what lasts so long lasts. */
const FARTHEST_DAYS = 90;
const LAST_DAYS = 3;
/** Recall on the exam day below which a card would fall. */
const WOULD_FALL = 0.7;
const NEW_UNTIL_DAYS_LEFT = 1;

type Candidate = { readonly card: ReviewCard; readonly seconds: number; readonly gain: number; readonly rank: number };

/**
 * The cards to take today, so that recall on the exam day, weighted by the cards' value, becomes as high as the minutes
 * allow. Steps that are due come first, then what gains most a second by being done today and not later.
 *
 * @throws RangeError if the exam day has passed or the minutes are no positive number
 */
export function planExamDay(cards: readonly ReviewCard[], request: ExamDayRequest): ExamDay {
  checkRequest(request);
  const { day, minutes, parameters, effort = USUAL_EFFORT } = request;
  const examAt = (day.now + Math.max(0.5, request.daysLeft) * DAY_MILLISECONDS) as Instant;
  const chosen = fill(rankedForExam(cards, request), minutes * 60);
  const choices = chosen.map((candidate) => explain(candidate, examAt, request, effort));
  const value = Math.max(
    cards.reduce((sum, card) => sum + worthOf(card), 0),
    Number.MIN_VALUE,
  );
  const without = cards.reduce((sum, card) => sum + worthOf(card) * recallLeftOf(card.memory, examAt, parameters), 0);
  const gained = choices.reduce((sum, { card, ...to }) => sum + worthOf(card) * (to.recallReviewed - to.recallLeft), 0);
  return {
    choices,
    minutes: choices.reduce((sum, { seconds }) => sum + seconds, 0) / 60,
    recallLeft: without / value,
    recallReviewed: (without + gained) / value,
  };
}

function checkRequest({ daysLeft, minutes }: ExamDayRequest): void {
  if (!(daysLeft >= 0)) throw new RangeError('The exam day has passed; set a new one or review without an exam day.');
  if (!(minutes >= 0 && minutes <= 1440))
    throw new RangeError(`${minutes} minutes do not fit into a day; give 0 to 1440.`);
}

/** All that may be shown today, best first, one card a note. */
function rankedForExam(cards: readonly ReviewCard[], request: ExamDayRequest): Candidate[] {
  const { day, minutes, usualMinutes = minutes, parameters, effort = USUAL_EFFORT } = request;
  const table = tableFor(parameters, effort, usualMinutes, cards.length);
  const rank = ranker(table, request, effort);
  const candidates = cards.flatMap((card) => rank(card) ?? []);
  candidates.sort((one, other) => other.rank - one.rank || (one.card.id < other.card.id ? -1 : 1));
  return onePerNote(candidates, ({ card }) => card, notesOfToday(cards, day));
}

/** How much each second spent on a card gains; undefined for a card that is not to be shown today. */
function ranker(table: ExamTable, request: ExamDayRequest, effort: Effort) {
  const { day, parameters, newCardsUntilDaysLeft = NEW_UNTIL_DAYS_LEFT } = request;
  const daysLeft = Math.min(Math.max(1, Math.round(request.daysLeft)), FARTHEST_DAYS);
  const { recall } = algorithmOf(parameters);
  const ranked = (card: ReviewCard, seconds: number, gain: number): Candidate => ({
    card,
    seconds,
    gain,
    rank: (worthOf(card) * gain) / seconds,
  });
  const secondsOfNew = firstSeconds(effort);
  const gainOfNew = table.gainOfNew(daysLeft);
  const rankedNew = (card: ReviewCard) =>
    request.daysLeft < newCardsUntilDaysLeft ? undefined : ranked(card, secondsOfNew, gainOfNew);
  return (card: ReviewCard): Candidate | undefined => {
    if (!isSeen(card)) return rankedNew(card);
    const { memory } = card;
    if (inSteps(card))
      return isStepDue(memory, day) ? ranked(card, stepSeconds(memory.phase, effort), Infinity) : undefined;
    const days = elapsedDays(memory.lastReviewAt, day.now);
    if (days === 0 || memory.lastReviewAt >= day.startsAt) return undefined;
    return ranked(card, reviewSeconds(recall(memory.stability, days), effort), table.gain(memory, days, daysLeft));
  };
}

/** A step left from an earlier day is due whatever its hour. */
function isStepDue({ dueAt, lastReviewAt }: CardMemory, { now, startsAt }: LearnerDay): boolean {
  return dueAt <= now || lastReviewAt < startsAt;
}

/** Cards from the top that fit; a long one makes room for shorter ones after it. */
function fill(ranked: readonly Candidate[], seconds: number): Candidate[] {
  let left = seconds;
  return ranked.filter((candidate) => {
    if (candidate.seconds > left) return false;
    left -= candidate.seconds;
    return true;
  });
}

function recallLeftOf(memory: CardMemory | undefined, examAt: Instant, parameters: MemoryParameters): number {
  return memory ? recallAt(memory, examAt, parameters) : 0;
}

function explain(
  { card, seconds, gain }: Candidate,
  examAt: Instant,
  { day, daysLeft, parameters }: ExamDayRequest,
  effort: Effort,
): ExamChoice {
  const { after, recall } = algorithmOf(parameters);
  const { memory } = card;
  const elapsed = memory ? elapsedDays(memory.lastReviewAt, day.now) : 0;
  const chances = memory ? ratingChances(recall(memory.stability, elapsed), effort) : effort.first;
  const daysToExam = (examAt - day.now) / DAY_MILLISECONDS;
  const recallReviewed = RATINGS.reduce(
    (sum, rating, i) => sum + (chances[i] ?? 0) * recall(after(memory, elapsed, rating).stability, daysToExam),
    0,
  );
  const recallLeft = recallLeftOf(memory, examAt, parameters);
  const isWorthIt = gain > PRICE_PER_SECOND * seconds;
  const reason = isSeen(card) ? reasonFor(card, daysLeft, isWorthIt, recallLeft < WOULD_FALL) : 'new-card';
  return { card, reason, seconds, recallLeft, recallReviewed };
}

function reasonFor(card: SeenCard, daysLeft: number, isWorthIt: boolean, wouldFall: boolean): ExamReason {
  if (inSteps(card)) return 'in-steps';
  if (daysLeft <= LAST_DAYS) return 'last-look';
  if (!isWorthIt) return 'time-left';
  return wouldFall ? 'would-fall' : 'worth-strengthening';
}
