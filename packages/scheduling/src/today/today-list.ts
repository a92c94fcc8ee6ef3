import type { Day } from '@cairn/kernel';
import { totalMinutes } from '../plan/choose/tasks.ts';
import type { Activity } from '../plan/shape/activity.ts';
import type { Plan } from '../plan/shape/plan.ts';
import type { ActivityKind } from '../plan/shape/vocabulary.ts';
import { duration } from '../plan/words.ts';
import { cardsWork } from '../plan/work.ts';
import { type Box, leadingSections, lessonsAhead, type TodayItem, withoutUntaught } from './box.ts';

/** While there is other work, cards take at most this share of a box. */
const CARDS_SHARE = 0.5;

/** A box this small is for cards alone, if any are due. */
const CARDS_ONLY_MINUTES = 8;

const SHORTEST_PRACTICE = 5;

/** What may be left in the middle, and from how many minutes on a part of it is worth starting. */
const LEAST_PARTS: Partial<Record<ActivityKind, number>> = {
  practice: SHORTEST_PRACTICE,
  'review-mock': SHORTEST_PRACTICE,
  lab: 20,
};

export type DueCards = { readonly count: number; readonly minutes: number };

export type TodayRequest = {
  readonly plan: Plan;
  readonly day: Day;
  readonly dueCards: DueCards;
  /** "I have 20 minutes"; absent: what the plan holds for the day. */
  readonly availableMinutes?: number;
};

/** What waits, and why it is not on the list. */
export type Waiting = { readonly activity: Activity; readonly why: string };

export type TodayList = {
  /** The size of the box. */
  readonly minutes: number;
  /** In order; the first is what a single key starts. */
  readonly items: readonly TodayItem[];
  readonly waiting: readonly Waiting[];
  /** Nothing is planned and nothing is due. */
  readonly isFree: boolean;
};

/**
 * The day's work fitted into the minutes there are. A lesson is left only between its sections, cards and practice take
 * any size, and a mock exam is all or nothing: where it does not fit, practice stands in. Minutes that the day's own
 * work leaves over go to the work of other days, but only if somebody said how long they have.
 *
 * @throws RangeError if `availableMinutes` is not a whole number from 1 to 1440
 */
export function todayList({ plan, day, dueCards, availableMinutes }: TodayRequest): TodayList {
  if (availableMinutes !== undefined) checkMinutes(availableMinutes);
  const own = plannedOn(plan, day);
  const work = own.filter(({ kind }) => kind !== 'cards');
  const minutes = availableMinutes ?? totalMinutes(work) + dueCards.minutes;
  const others = availableMinutes === undefined ? [] : otherWork(plan, day);
  const cards = cardsFor(dueCards, minutes, work, others.length > 0);
  const box: Box = { left: minutes - cards, items: [], toTeach: lessonsAhead(plan) };
  const waiting: Waiting[] = [];
  for (const activity of inOrder(work)) {
    const why = fit(box, activity, false);
    if (why !== undefined) waiting.push({ activity, why });
  }
  if (waiting.some(({ activity }) => activity.kind === 'mock')) standIn(box, work, plan, day);
  for (const activity of others) {
    if (!box.items.some((item) => item.activity.id === activity.id)) fit(box, activity, true);
  }
  const items = withCards(box, day, dueCards, cards);
  return { minutes, items, waiting, isFree: own.length === 0 && dueCards.count === 0 };
}

function checkMinutes(minutes: number): void {
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440) return;
  throw new RangeError(`${minutes} is no time to plan for; give whole minutes from 1 to 1440.`);
}

function plannedOn({ days }: Plan, day: Day): Activity[] {
  const planned = days.find((one) => one.day === day)?.activities ?? [];
  return planned.filter(({ kind, state }) => state === 'planned' && kind !== 'rest');
}

/** What other days hold that needs no sitting of its own: first what was missed, then what is to come. */
function otherWork(plan: Plan, day: Day): Activity[] {
  return plan.days
    .filter((one) => one.day !== day)
    .flatMap((one) => plannedOn(plan, one.day))
    .filter(({ kind }) => kind === 'lesson' || kind === 'practice' || kind === 'lab');
}

/** Sittings first, then lessons as planned, then what is worth most a minute. */
function inOrder(work: readonly Activity[]): Activity[] {
  const rank = ({ kind }: Activity) => ['exam', 'mock', 'diagnosis', 'review-mock', 'lesson'].indexOf(kind);
  const first = work.filter((activity) => rank(activity) >= 0).sort((a, b) => rank(a) - rank(b));
  const rest = work.filter((activity) => rank(activity) < 0);
  return [...first, ...rest.sort((a, b) => b.value / Math.max(1, b.minutes) - a.value / Math.max(1, a.minutes))];
}

/** Puts what fits of an activity into the box; or says why it waits. */
function fit(box: Box, planned: Activity, isFromOtherDay: boolean): string | undefined {
  const activity = withoutUntaught(planned, box);
  if (activity === undefined) return 'A lesson comes first.';
  const sections = leadingSections(activity, box.left);
  const least = LEAST_PARTS[activity.kind];
  if (activity.kind === 'exam' || activity.minutes <= box.left) put(box, activity, activity.minutes, isFromOtherDay);
  else if (sections.count > 0) put(box, activity, sections.minutes, isFromOtherDay, sections.count);
  else if (least !== undefined && box.left >= least) put(box, activity, box.left, isFromOtherDay);
  else return whyWaiting(activity, box.left);
  return undefined;
}

function put(box: Box, activity: Activity, minutes: number, isFromOtherDay: boolean, sections?: number): void {
  const isWhole = minutes >= activity.minutes;
  box.left = Math.max(0, box.left - minutes);
  box.items.push({ activity, minutes, isWhole, isFromOtherDay, ...(sections === undefined ? {} : { sections }) });
  if (activity.kind === 'lesson' && isWhole) box.toTeach.delete(activity.id);
}

/** The first alternative to a mock exam that does not fit: practice, as long as the box. */
function standIn(box: Box, work: readonly Activity[], plan: Plan, day: Day): void {
  const practice = otherWork(plan, day).filter(({ kind }) => kind === 'practice');
  if (work.some(({ kind }) => kind === 'practice')) return;
  practice.find((activity) => fit(box, activity, true) === undefined);
}

function cardsFor(due: DueCards, minutes: number, work: readonly Activity[], hasOthers: boolean): number {
  if (due.count === 0) return 0;
  const sitting = totalMinutes(work.filter(({ kind }) => kind === 'mock' || kind === 'diagnosis'));
  const hasOther = (work.length > 0 || hasOthers) && minutes > CARDS_ONLY_MINUTES;
  const share = hasOther ? Math.floor(CARDS_SHARE * minutes) : minutes;
  return Math.min(due.minutes, sitting <= minutes ? Math.min(share, minutes - sitting) : share);
}

/** What the work leaves over goes to the cards that are still due; cards come after a sitting, before all else. */
function withCards(box: Box, day: Day, due: DueCards, reserved: number): TodayItem[] {
  const minutes = Math.min(due.minutes, reserved + box.left);
  if (due.count === 0 || minutes <= 0) return box.items;
  const cards = cardsWork(day, minutes);
  const item: TodayItem = { activity: cards, minutes, isWhole: minutes >= due.minutes, isFromOtherDay: false };
  const isSitting = ({ activity }: TodayItem) =>
    activity.kind === 'mock' || activity.kind === 'exam' || activity.kind === 'diagnosis';
  return [...box.items.filter(isSitting), item, ...box.items.filter((one) => !isSitting(one))];
}

function whyWaiting({ kind, minutes }: Activity, left: number): string {
  const whole = kind === 'mock' || kind === 'diagnosis' ? ' in one sitting' : '';
  const room = left === 0 ? 'the time is full' : `there is room for ${duration(left)}`;
  return `It takes ${duration(minutes)}${whole}, and ${room}.`;
}
