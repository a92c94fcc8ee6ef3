import type { Day } from '@cairn/kernel';
import { minutesOn } from '../capacity.ts';
import { density } from '../choose/select.ts';
import { totalMinutes } from '../choose/tasks.ts';
import type { Premises } from '../premises.ts';
import type { Activity } from '../shape/activity.ts';
import type { Plan, PlanDay } from '../shape/plan.ts';

/** A day of a plan under repair. */
export type Slot = {
  readonly day: Day;
  kind: PlanDay['kind'];
  readonly minutes: number;
  slackMinutes: number;
  missedMinutes: number;
  readonly done: Activity[];
  planned: Activity[];
};

/** Why something left the day on which it was planned. */
export type Reason = {
  readonly code:
    | 'missed'
    | 'day-off'
    | 'less-time'
    | 'made-room'
    | 'more-time'
    | 'new-material'
    | 'after-its-lesson'
    | 'with-its-first';
  readonly from?: Day;
};

/** Something that looks for a day. */
export type Seeker = { readonly activity: Activity; readonly reason: Reason };

/** The previous plan with what was done taken out of what is planned, and the minutes of today's premises. */
export function openBoard(previous: Plan, premises: Premises): Slot[] {
  const { done, today } = premises;
  const before = new Map(previous.days.map((day) => [day.day, day]));
  const all = [...new Set([...before.keys(), ...done.map(({ day }) => day)])].sort();
  return all
    .filter((day) => day <= previous.examDay)
    .map((day) => {
      const old = before.get(day);
      const minutes = day < today && old ? old.minutes : minutesOn(premises, day);
      return {
        day,
        kind: old?.kind ?? 'study',
        minutes,
        slackMinutes: old?.slackMinutes ?? 0,
        missedMinutes: old?.missedMinutes ?? 0,
        done: done.filter((one) => one.day === day).map(({ activity }) => ({ ...activity, state: 'done' as const })),
        planned: (old?.activities ?? []).filter((activity) => !isDone(activity, done)),
      };
    });
}

/** A lesson or lab done as a whole is done in all its parts. */
function isDone(activity: Activity, done: Premises['done']): boolean {
  return done.some(
    ({ activity: one }) =>
      one.id === activity.id ||
      (one.ref !== undefined && one.ref === activity.ref && one.kind === activity.kind && one.part === undefined),
  );
}

/** Minutes of a day that nothing takes yet, its slack included. */
export function roomOn({ minutes, done, planned }: Slot): number {
  return Math.max(0, minutes - totalMinutes(done) - totalMinutes(planned));
}

const TIERS: Partial<Record<Activity['kind'], number>> = {
  practice: 1,
  lab: 2,
  'review-mock': 3,
  mock: 3,
  lesson: 4,
  diagnosis: 5,
};

/** What comes first when not everything can: by kind, then by what a minute of it serves. */
export function compareWorth(a: Activity, b: Activity): number {
  return tierOf(a) - tierOf(b) || density(a) - density(b);
}

/** 0 for what belongs to its day and is never moved. */
export function tierOf({ kind }: Activity): number {
  return TIERS[kind] ?? 0;
}

/** What was planned before today and not done. Cards are not among it: those due wait in the coming days' cards. */
export function takeMissed(board: readonly Slot[], today: Day): Seeker[] {
  return board
    .filter(({ day }) => day < today)
    .flatMap((slot) => {
      const missed = slot.planned.filter((activity) => tierOf(activity) > 0);
      slot.missedMinutes += totalMinutes(slot.planned);
      slot.planned = [];
      return missed.map((activity) => ({ activity, reason: { code: 'missed' as const, from: slot.day } }));
    });
}

/** What no longer fits a day whose minutes shrank: worth least first, and cards get shorter. */
export function takeDisplaced(board: readonly Slot[], today: Day): Seeker[] {
  return board.filter(({ day, kind }) => day >= today && kind !== 'exam').flatMap(shrinkDay);
}

function shrinkDay(slot: Slot): Seeker[] {
  const code = slot.minutes === 0 ? 'day-off' : 'less-time';
  const displaced: Seeker[] = [];
  const movable = slot.planned.filter((activity) => tierOf(activity) > 0).sort(compareWorth);
  for (const activity of movable) {
    if (overload(slot) <= 0) break;
    slot.planned = slot.planned.filter(({ id }) => id !== activity.id);
    displaced.push({ activity, reason: { code, from: slot.day } });
  }
  const over = overload(slot);
  if (over > 0) {
    slot.planned = slot.planned
      .map((activity) => (activity.kind === 'cards' ? { ...activity, minutes: activity.minutes - over } : activity))
      .filter(({ kind, minutes }) => kind !== 'cards' || minutes > 0);
  }
  slot.slackMinutes = Math.min(slot.slackMinutes, roomOn(slot));
  if (slot.minutes === 0) {
    slot.planned = slot.planned.filter(({ kind }) => kind !== 'rest');
    slot.kind = 'off';
  } else if (slot.kind === 'off') {
    slot.kind = 'study';
  }
  return displaced;
}

function overload({ minutes, done, planned }: Slot): number {
  return totalMinutes(planned) - Math.max(0, minutes - totalMinutes(done));
}
