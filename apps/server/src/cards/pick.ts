import type { CardCounts, QueueReason } from '@cairn/contract';
import type { Day, Instant } from '@cairn/kernel';
import { daysBetween } from '@cairn/kernel';
import {
  type CardMemory,
  catchUp,
  firstSeconds,
  type LearnerDay,
  type MemoryParameters,
  planExamDay,
  reviewQueue,
  stepSeconds,
  USUAL_EFFORT,
} from '@cairn/scheduling';
import type { DeckCard } from './deck.ts';
import type { TodayDone } from './review-repository.ts';

export type Picked = { readonly card: DeckCard; readonly reason: QueueReason; readonly seconds: number };

export type PickRequest = {
  readonly day: LearnerDay & { readonly day: Day };
  readonly parameters: MemoryParameters;
  readonly newCardsADay: number;
  readonly minutesADay: number;
  readonly done: TodayDone;
  /** Exams whose day decides what comes. */
  readonly examDays: ReadonlyMap<string, Day>;
  /** Also what exceeds the day's minutes and new cards. */
  readonly isBeyond: boolean;
};

export type ExamOutlook = {
  readonly exam: string;
  readonly day: Day;
  readonly daysLeft: number;
  readonly recallLeft: number;
  readonly recallReviewed: number;
};

export type Pick = {
  readonly entries: readonly Picked[];
  readonly later: number;
  readonly nextDueAt: Instant | undefined;
  readonly outlooks: readonly ExamOutlook[];
};

type Group = { readonly exam: string | undefined; readonly cards: DeckCard[] };

const SECONDS_OF_NEW = firstSeconds(USUAL_EFFORT);
const SECONDS_OF_STEP = stepSeconds('learning', USUAL_EFFORT);
/** At the usual recall of nine in ten, with the steps after a lapse. */
const SECONDS_OF_REVIEW = 15;

const SECONDS = {
  due: SECONDS_OF_REVIEW,
  'new-card': SECONDS_OF_NEW,
  'in-steps': SECONDS_OF_STEP,
  'step-ahead': SECONDS_OF_STEP,
} as const;

/** The day's cards: exams with exam-date mode each by their day, all others by what falls due. */
export function pickCards(cards: readonly DeckCard[], request: PickRequest): Pick {
  const groups = groupsOf(
    cards.filter(({ isSuspended }) => !isSuspended),
    request,
  );
  const busy = groups.filter((group) => isBusy(group, request));
  const left = request.isBeyond ? request.minutesADay : Math.max(0, request.minutesADay - request.done.seconds / 60);
  const minutes = left / Math.max(1, busy.length);
  const usual = request.minutesADay / Math.max(1, busy.length);
  const picks = busy.map((group) => pickGroup(group, { ...request, minutes, usual }));
  const entries = stepsFirst(inTurns(picks.map((pick) => pick.entries)));
  const chosen = new Set(entries.map(({ card }) => card.id));
  return {
    entries,
    later: picks.reduce((sum, { later }) => sum + later, 0),
    nextDueAt: nextDue(cards, chosen, request.day),
    outlooks: picks.flatMap(({ outlooks }) => outlooks),
  };
}

function groupsOf(cards: readonly DeckCard[], { examDays, day }: PickRequest): Group[] {
  const groups = new Map<string | undefined, DeckCard[]>();
  for (const card of cards) {
    const examDay = card.exam === null ? undefined : examDays.get(card.exam);
    const key = card.exam !== null && examDay !== undefined && examDay >= day.day ? card.exam : undefined;
    const group = groups.get(key);
    if (group) group.push(card);
    else groups.set(key, [card]);
  }
  return [...groups].map(([exam, some]) => ({ exam, cards: some }));
}

const isWaiting = ({ memory }: DeckCard, { endsAt }: LearnerDay): boolean =>
  memory === undefined || memory.dueAt < endsAt;

/** Whether a group has a claim on the day's minutes; without an exam day, new cards only as far as they are wanted. */
function isBusy({ exam, cards }: Group, { day, done, newCardsADay, isBeyond }: PickRequest): boolean {
  const takesNew = exam !== undefined || newCardsADay > (isBeyond ? 0 : done.newCards);
  return cards.some((card) => (takesNew || card.memory !== undefined) && isWaiting(card, day));
}

type GroupRequest = PickRequest & { readonly minutes: number; readonly usual: number };

type GroupPick = Omit<Pick, 'nextDueAt'>;

function pickGroup({ exam, cards }: Group, request: GroupRequest): GroupPick {
  const examDay = exam === undefined ? undefined : request.examDays.get(exam);
  return exam === undefined || examDay === undefined
    ? pickDue(cards, request)
    : pickForExam(exam, examDay, cards, request);
}

/** By the exam day: what raises recall on that day most for each second. */
function pickForExam(exam: string, examDay: Day, cards: readonly DeckCard[], request: GroupRequest): GroupPick {
  const { day, parameters, minutes, usual } = request;
  const daysLeft = daysBetween(day.day, examDay);
  const plan = planExamDay(cards, { day, daysLeft, minutes, usualMinutes: usual, parameters });
  const byId = new Map(cards.map((card) => [card.id, card]));
  const entries = plan.choices.flatMap(({ card, reason, seconds }): Picked[] => {
    const own = byId.get(card.id);
    return own ? [{ card: own, reason, seconds }] : [];
  });
  const { recallLeft, recallReviewed } = plan;
  const inSteps = cards.filter(({ memory }) => memory !== undefined && memory.phase !== 'review');
  const chosen = new Set(entries.map(({ card }) => card.id));
  // The seconds of a first look hold its steps: once it was taken, they come whatever minutes are left.
  const steps = ordered(inSteps, request, 0).filter(({ card }) => !chosen.has(card.id));
  return {
    entries: [...entries, ...steps],
    later: 0,
    outlooks: [{ exam, day: examDay, daysLeft, recallLeft, recallReviewed }],
  };
}

/** Of more cards than the minutes hold, so many times as many are looked at: those most faded and valuable. */
const LOOKED_AT = 3;

/** By what falls due; after a break as much as the day's minutes hold, the most valuable first. */
function pickDue(cards: readonly DeckCard[], request: GroupRequest): GroupPick {
  const { minutes, done, newCardsADay, isBeyond } = request;
  const all = ordered(cards, request, isBeyond ? newCardsADay : Math.max(0, newCardsADay - done.newCards));
  const due = all.filter(({ reason }) => reason === 'due');
  const fitting = isBeyond ? new Set(due) : fittingOf(due, request);
  const seconds = [...fitting].reduce((sum, entry) => sum + entry.seconds, 0);
  let room = isBeyond ? Infinity : Math.floor((minutes * 60 - seconds) / SECONDS_OF_NEW);
  const entries = all.filter((entry) => {
    if (entry.reason === 'due') return fitting.has(entry);
    if (entry.reason !== 'new-card') return true;
    room -= 1;
    return room >= 0;
  });
  return { entries, later: due.length - fitting.size, outlooks: [] };
}

/** The reviews that today's minutes hold. */
function fittingOf(due: readonly Picked[], { day, minutes, parameters }: GroupRequest): ReadonlySet<Picked> {
  if (due.length * SECONDS_OF_REVIEW <= minutes * 60) return new Set(due);
  const looked = due.slice(0, Math.ceil((minutes * 60 * LOOKED_AT) / SECONDS_OF_REVIEW));
  const { days } = catchUp(
    looked.map(({ card }) => card),
    { day, minutes: [minutes], parameters },
  );
  const taken = new Set(days[0]?.cards.map(({ id }) => id));
  return new Set(looked.filter(({ card }) => taken.has(card.id)));
}

function ordered(cards: readonly DeckCard[], request: GroupRequest, newCards: number): Picked[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const { day, parameters, done } = request;
  const shown = { reviews: Math.max(0, done.reviews - done.newCards), newCards: done.newCards };
  return reviewQueue(cards, { day, newCards, done: shown, parameters }).flatMap(({ card, reason }): Picked[] => {
    const own = byId.get(card.id);
    return own ? [{ card: own, reason, seconds: SECONDS[reason] }] : [];
  });
}

/** One of each in turn, so that no exam waits for the end of another. */
function inTurns(lists: readonly (readonly Picked[])[]): Picked[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
}

const RANK: Partial<Record<QueueReason, number>> = { 'in-steps': 0, 'step-ahead': 2 };

function stepsFirst(entries: readonly Picked[]): Picked[] {
  const rank = ({ reason }: Picked) => RANK[reason] ?? 1;
  return entries.toSorted((one, other) => rank(one) - rank(other));
}

function nextDue(cards: readonly DeckCard[], chosen: ReadonlySet<string>, { now }: LearnerDay): Instant | undefined {
  let next: CardMemory | undefined;
  for (const { id, memory, isSuspended } of cards) {
    if (memory === undefined || isSuspended || memory.dueAt <= now || chosen.has(id)) continue;
    if (next === undefined || memory.dueAt < next.dueAt) next = memory;
  }
  return next?.dueAt;
}

export function countsOf({ entries, later }: Pick, done: TodayDone): CardCounts {
  const newCards = entries.filter(({ reason }) => reason === 'new-card').length;
  return {
    left: entries.length,
    due: entries.length - newCards,
    newCards,
    later,
    doneToday: done.reviews,
    newToday: done.newCards,
    minutesToday: done.seconds / 60,
    minutesLeft: entries.reduce((sum, { seconds }) => sum + seconds, 0) / 60,
  };
}
