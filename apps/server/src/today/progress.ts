import type { Mastery, Today, TodayPlan } from '@cairn/contract';
import { addDays, type Day, daysBetween } from '@cairn/kernel';
import { heatMap, isFreeDay, type LoggedActivity, stonesOf, streakOf, WEEKDAYS } from '@cairn/scheduling';
import type { StudyTime } from '../cards/study-time.ts';
import type { LoggedAnswer } from '../evidence/repository.ts';
import { knownTasks } from '../plans/known.ts';
import type { StandingPlan } from '../plans/service.ts';
import type { TimeSpent } from '../plans/work-repository.ts';

export const LOAD_DAYS = 14;

/** One plan as the page of today shows it. */
export function todayPlanOf({ premises, saved }: StandingPlan): TodayPlan {
  const { today, entry, exam } = premises;
  const { plan, missed } = saved;
  const { done, total, share, byKind } = stonesOf(plan);
  const day = plan.days.find((one) => one.day === today);
  const activities = day?.activities ?? [];
  return {
    exam,
    code: entry.profile.code,
    title: entry.profile.title,
    examDay: plan.examDay,
    daysLeft: daysBetween(today, plan.examDay),
    phase: plan.phases.find(({ from, to }) => from <= today && today <= to)?.name ?? null,
    plannedMinutes: activities.reduce((sum, { minutes }) => sum + minutes, 0),
    isDayOff: day?.kind === 'off',
    stones: {
      done,
      total,
      share,
      byKind: byKind.map(({ kind, ...one }) => ({ kind, done: one.done, total: one.total })),
    },
    missed,
  };
}

export function doneToday(plans: readonly StandingPlan[]): Today['doneToday'] {
  return plans.flatMap(({ premises: { exam, today }, saved: { plan } }) => {
    const activities = plan.days.find(({ day }) => day === today)?.activities ?? [];
    const done = activities.filter(({ state, kind }) => state === 'done' && kind !== 'rest');
    return done.map(({ kind, title }) => ({ exam, kind, title }));
  });
}

const DAY_MILLISECONDS = 86_400_000;

/**
 * Work with the zone where it happened. A sitting has none of its own: it counts in the zone of what came before it, as
 * its learner was there, and that of the last day in the zone of now.
 */
export function zoned(spent: readonly TimeSpent[], { timeZone: here, day: { now } }: StudyTime): LoggedActivity[] {
  let there = spent.find(({ timeZone }) => timeZone !== undefined)?.timeZone ?? here;
  return spent.map(({ at, timeZone, seconds }) => {
    there = timeZone ?? there;
    const isRecent = at >= now - DAY_MILLISECONDS;
    return { at, timeZone: timeZone ?? (isRecent ? here : there), minutes: seconds / 60 };
  });
}

export function streakAndHeat(
  plans: readonly StandingPlan[],
  spent: readonly TimeSpent[],
  time: StudyTime,
): Pick<Today, 'streak' | 'heatMap'> {
  const activities = zoned(spent, time);
  const { settings, timeZone, day } = time;
  const map = heatMap(activities, day.day, settings.dayStartsAtHour);
  const { lastActiveOn, ...streak } = streakOf({
    activities,
    now: day.now,
    timeZone,
    isFree: (one) => isFree(plans, one, settings.daysOff),
    dayStartsAtHour: settings.dayStartsAtHour,
  });
  return {
    streak: { ...streak, lastActiveOn: lastActiveOn ?? null },
    heatMap: {
      days: map.days.map((one) => ({ ...one, minutes: Math.round(one.minutes) })),
      minutes: Math.round(map.minutes),
      activeDays: map.activeDays,
    },
  };
}

/** A weekday that is always off, or a day on which every plan that holds it asked for nothing. */
export function isFree(plans: readonly StandingPlan[], day: Day, weekdaysOff: readonly string[]): boolean {
  if (weekdaysOff.includes(weekdayOf(day))) return true;
  const covering = plans.filter(({ saved: { plan } }) => plan.days.some((one) => one.day === day));
  return covering.length > 0 && covering.every(({ saved: { plan } }) => isFreeDay(plan, day));
}

const weekdayOf = (day: Day): string => WEEKDAYS[(new Date(day).getUTCDay() + 6) % 7] ?? '';

type CardLoad = readonly { readonly day: string; readonly minutes: number }[];

/** The minutes of the coming days: what the plans hold, and the cards that fall due. */
export function loadOf(plans: readonly StandingPlan[], cards: CardLoad, today: Day): Today['load'] {
  return Array.from({ length: LOAD_DAYS }, (_, index) => {
    const day = addDays(today, index);
    const planned = plans.flatMap(({ saved: { plan } }) => plan.days.find((one) => one.day === day)?.activities ?? []);
    const work = planned.filter(({ kind, state }) => kind !== 'cards' && state === 'planned');
    return {
      day,
      planned: work.reduce((sum, { minutes }) => sum + minutes, 0),
      cards: Math.round(cards.find((one) => one.day === day)?.minutes ?? 0),
      isExamDay: plans.some(({ saved: { plan } }) => plan.examDay === day),
    };
  });
}

export function masteryOf({ premises }: StandingPlan, answers: readonly LoggedAnswer[]): Mastery {
  const { exam, entry, domains } = premises;
  const tasks = knownTasks(answers);
  return {
    exam,
    code: entry.profile.code,
    domains: domains.map(({ number, name, known, answers: count }) => ({
      ...{ number, name, known: known ?? null, answers: count },
      tasks: (entry.domains.find((one) => one.number === number)?.tasks ?? []).map(({ id, text }) => ({
        ...{ id, text },
        right: tasks.get(id)?.right ?? null,
        answers: tasks.get(id)?.answers ?? 0,
      })),
    })),
  };
}
