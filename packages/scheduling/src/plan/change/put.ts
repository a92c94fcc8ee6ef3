import { addDays, type Day } from '@cairn/kernel';
import { totalMinutes } from '../choose/tasks.ts';
import type { Activity } from '../shape/activity.ts';
import { ACTIVITY_KINDS } from '../shape/vocabulary.ts';
import { compareWorth, roomOn, type Seeker, type Slot, tierOf } from './board.ts';

/** A free place within so many days is as good as the day itself. */
const SOON_DAYS = 10;

/** Missed practice takes at most this share of the slack that is left, so that the next slip has a place too. */
const SLACK_FOR_PRACTICE = 0.5;

/** The last day of a mock exam's review before the exam, and the most days between the two. */
const REVIEW_BEFORE_EXAM = 3;
const LATEST_REVIEW_DAYS = 4;

export type Place = {
  readonly board: readonly Slot[];
  readonly today: Day;
  readonly examDay: Day;
  /** What had to leave so that something worth more could stay. Filled while placing. */
  readonly evicted: Seeker[];
};

/** Days before the last two, from `earliest` or today on. */
function openSlots({ board, today, examDay }: Place, earliest: Day): Slot[] {
  const from = earliest > today ? earliest : today;
  return board.filter(({ day }) => day >= from && day <= addDays(examDay, -REVIEW_BEFORE_EXAM));
}

/** Finds a day for a lesson, lab or diagnosis: a free place soon, then that of practice, then any worth less. */
export function putWork(place: Place, activity: Activity, earliest: Day): boolean {
  const slots = openSlots(place, earliest);
  const soon = slots.filter(({ day }) => day <= addDays(place.today, SOON_DAYS));
  const slot =
    soon.find((one) => roomOn(one) >= activity.minutes) ??
    slots.find((one) => roomAgainst(one, activity, 1) >= activity.minutes) ??
    slots.find((one) => roomAgainst(one, activity, Number.POSITIVE_INFINITY) >= activity.minutes);
  if (slot === undefined) return false;
  putInto(place, slot, activity);
  return true;
}

/** Practice goes only where there is room for it. */
export function putPractice(place: Place, activity: Activity, budget: { left: number }): boolean {
  const slot = openSlots(place, place.today).find((one) => roomOn(one) >= activity.minutes);
  if (slot === undefined || activity.minutes > budget.left) return false;
  budget.left -= activity.minutes;
  putInto(place, slot, activity);
  return true;
}

export function practiceBudget(place: Place): { left: number } {
  const room = openSlots(place, place.today).reduce((sum, slot) => sum + roomOn(slot), 0);
  return { left: SLACK_FOR_PRACTICE * room };
}

/** A mock exam and its review go together: the review on the next day that has minutes. */
export function putMock(place: Place, mock: Activity, review: Activity | undefined): boolean {
  const slots = openSlots(place, place.today);
  for (const [index, slot] of slots.entries()) {
    const next = slots.slice(index + 1).find(({ minutes }) => minutes > 0);
    const isSoon = next !== undefined && next.day <= addDays(slot.day, LATEST_REVIEW_DAYS);
    const holdsMock = roomAgainst(slot, mock, 1) >= mock.minutes && !slot.planned.some(({ kind }) => kind === 'mock');
    if (!holdsMock || !isSoon || (review && roomAgainst(next, review, 1) < review.minutes)) continue;
    putInto(place, slot, mock);
    if (review) putInto(place, next, review);
    return true;
  }
  return false;
}

/** A review whose mock is done waits no longer than it must. */
export function putReview(place: Place, review: Activity): boolean {
  const slot = openSlots(place, place.today).find((one) => roomAgainst(one, review, 1) >= review.minutes);
  if (slot === undefined) return false;
  putInto(place, slot, review);
  return true;
}

/** Room on a day if what is worth less than `activity`, up to `tier`, gave way. */
function roomAgainst(slot: Slot, activity: Activity, tier: number): number {
  return roomOn(slot) + totalMinutes(weaker(slot, activity, tier));
}

function weaker({ planned }: Slot, activity: Activity, tier: number): Activity[] {
  return planned
    .filter((one) => tierOf(one) > 0 && tierOf(one) <= tier && one.kind !== 'mock' && one.kind !== 'review-mock')
    .filter((one) => compareWorth(one, activity) < 0)
    .sort(compareWorth);
}

function putInto(place: Place, slot: Slot, activity: Activity): void {
  for (const victim of weaker(slot, activity, Number.POSITIVE_INFINITY)) {
    if (roomOn(slot) >= activity.minutes) break;
    slot.planned = slot.planned.filter(({ id }) => id !== victim.id);
    place.evicted.push({ activity: victim, reason: { code: 'made-room', from: slot.day } });
  }
  const others = slot.planned.filter(({ why }) => why.code !== 'buffer');
  const after = others.findIndex((one) => orderOf(one) > orderOf(activity));
  slot.planned = others.toSpliced(after < 0 ? others.length : after, 0, activity);
  slot.slackMinutes = Math.min(slot.slackMinutes, roomOn(slot));
}

function orderOf({ kind }: Activity): number {
  return ACTIVITY_KINDS.indexOf(kind);
}
