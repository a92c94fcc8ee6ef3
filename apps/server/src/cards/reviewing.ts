import { Problem, type ReviewsTaken, type SentReview } from '@cairn/contract';
import type { Transaction } from '@cairn/db';
import type { Clock, Day, Instant } from '@cairn/kernel';
import { type CardMemory, timeZoneFault, WEEKDAYS } from '@cairn/scheduling';
import type { LearningLibrary } from '../lessons/library.ts';
import type { DeckCache } from './deck-cache.ts';
import type { DeckRepository } from './deck-repository.ts';
import { type Balancing, deriveMemory, dueAtOf } from './derive.ts';
import type { CardStart, DerivedState, ReviewRepository } from './review-repository.ts';
import type { SettingsRepository } from './settings-repository.ts';
import { type StudyTime, studyTime } from './study-time.ts';

export type ReviewingDeps = {
  readonly learning: LearningLibrary;
  readonly deck: DeckRepository;
  readonly decks: DeckCache;
  readonly reviews: ReviewRepository;
  readonly settings: SettingsRepository;
  readonly learnerId: string;
  readonly clock: Clock;
};

type Sorted = { readonly fit: readonly SentReview[]; readonly rejected: ReviewsTaken['rejected'] };

/**
 * Takes answers in any order, late or again: each is stored once under its id, and the memory of each card is derived
 * anew from its whole log. A client's clock that runs ahead is held back to ours.
 */
export async function takeReviews(deps: ReviewingDeps, sent: readonly SentReview[]): Promise<ReviewsTaken> {
  const now = deps.clock.now();
  const { fit, rejected } = await sortOut(deps, sent, now);
  if (fit.length === 0) return { acknowledged: [], rejected: [...rejected], states: [] };
  const time = await studyTime(deps);
  const taken = await deps.reviews.locked(deps.learnerId, async (on) => {
    const stored = await deps.reviews.append(on, deps.learnerId, fit, now);
    const cardIds = [...new Set(fit.map(({ cardId }) => cardId))].sort();
    const before = await deps.deck.version(deps.learnerId, on);
    const states = await deriveStates(deps, on, cardIds, time);
    return { stored, states, before, version: await deps.deck.version(deps.learnerId, on) };
  });
  deps.decks.patch(deps.learnerId, taken.states, taken.before, taken.version);
  await rememberZone(deps, fit, time);
  const isStored = ({ id, cardId }: SentReview) => taken.stored.get(id) === cardId;
  const foreign = fit.filter((review) => !isStored(review));
  return {
    acknowledged: fit.filter(isStored).map(({ id }) => id),
    rejected: [
      ...rejected,
      ...foreign.map(({ id }) => ({ id, message: 'Another answer has this id; send it under a new one.' })),
    ],
    states: taken.states.map(({ cardId, memory, dueAt }) => ({ cardId, memory: memory ? { ...memory, dueAt } : null })),
  };
}

async function sortOut(deps: ReviewingDeps, sent: readonly SentReview[], now: Instant): Promise<Sorted> {
  const own = sent.map(({ cardId }) => cardId).filter((id) => !deps.learning.cards.has(id));
  const known = await deps.deck.knownIds(deps.learnerId, own.filter(isUuid));
  const faults = new Map<SentReview, string>();
  for (const review of sent) {
    const isKnown = deps.learning.cards.has(review.cardId) || known.has(review.cardId);
    const fault = isKnown ? timeZoneFault(review.timeZone) : `There is no card ${review.cardId.slice(0, 80)} here.`;
    if (fault) faults.set(review, fault);
  }
  const once = new Map(sent.filter((review) => !faults.has(review)).map((review) => [review.id, review]));
  return {
    fit: [...once.values()].map((review) => ({ ...review, at: Math.min(review.at, now) })),
    rejected: [...faults].map(([{ id }, message]) => ({ id, message })),
  };
}

export const isUuid = (id: string): boolean => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id);

/** Replays the logs of the cards and stores what follows from them. */
export async function deriveStates(
  { deck, reviews, learnerId, learning }: ReviewingDeps,
  on: Transaction,
  cardIds: readonly string[],
  time: StudyTime,
): Promise<DerivedState[]> {
  const logs = await reviews.logs(on, learnerId, cardIds);
  const starts = await reviews.starts(on, learnerId, cardIds);
  const memories = cardIds.map((cardId) => ({
    cardId,
    memory: deriveMemory(starts.get(cardId), logs.get(cardId) ?? [], time.parameters),
  }));
  const farthest = Math.max(0, ...memories.map(({ memory }) => (memory?.dueAt ?? 0) - time.day.startsAt));
  const days = Math.ceil((farthest / DAY_MILLISECONDS) * 1.1) + 3; // load balancing moves by a twentieth at most
  const isOn = time.settings.isBalanced && memories.some(({ memory }) => memory?.phase === 'review');
  const load = isOn
    ? await deck.load(on, learnerId, { from: time.day.startsAt, days, without: cardIds })
    : new Map<number, number>();
  const balancing = balancingOf(time, isOn, new Map(load), (id) => learning.cards.get(id)?.exam);
  const states = memories.map(({ cardId, memory }): DerivedState => {
    const dueAt = memory
      ? (dueAgain(starts.get(cardId), memory) ?? dueAtOf(cardId, memory, balancing))
      : (0 as Instant);
    const dueIn = Math.floor((dueAt - time.day.startsAt) / DAY_MILLISECONDS);
    balancing.load.set(dueIn, (balancing.load.get(dueIn) ?? 0) + 1);
    return { cardId, memory, dueAt };
  });
  await reviews.saveStates(on, learnerId, states, time.day.now);
  return states;
}

/** The day that was chosen for it, if nothing was learnt of the card since: an answer sent again moves nothing. */
function dueAgain(start: CardStart | undefined, memory: CardMemory): Instant | undefined {
  const stored = start?.stored;
  const isSame =
    stored?.reps === memory.reps &&
    stored.lastReviewAt === memory.lastReviewAt &&
    stored.phase === memory.phase &&
    stored.stability === memory.stability;
  return isSame ? stored.dueAt : undefined;
}

const DAY_MILLISECONDS = 86_400_000;

function balancingOf(
  { settings, timeZone, day, examDays }: StudyTime,
  isOn: boolean,
  load: Map<number, number>,
  examOf: (cardId: string) => string | undefined,
): Balancing {
  const off = new Set(settings.daysOff);
  return {
    isOn,
    timeZone,
    dayStartsAtHour: settings.dayStartsAtHour,
    isOff: (one) => off.has(weekdayOf(one)),
    today: day.day,
    load,
    latestOf: (cardId) => examDays.get(examOf(cardId) ?? ''),
  };
}

function weekdayOf(day: Day) {
  return WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'monday';
}

/** The zone of the newest answer is that of last use. */
async function rememberZone(deps: ReviewingDeps, fit: readonly SentReview[], { settings }: StudyTime): Promise<void> {
  const newest = fit.reduce((latest, review) => (review.at >= latest.at ? review : latest));
  if (newest.timeZone === settings.timeZone) return;
  await deps.settings.saveTimeZone(deps.learnerId, newest.timeZone, deps.clock.now());
}

export function unknownCard(cardId: string): Problem {
  return new Problem('card-unknown', `There is no card ${cardId.slice(0, 80)} here; reload the list.`);
}
