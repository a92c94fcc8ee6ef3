import { calendarFile, type Day, type Instant } from '@cairn/kernel';
import { totalMinutes } from './choose/tasks.ts';
import type { Activity } from './shape/activity.ts';
import type { Plan, PlanDay } from './shape/plan.ts';
import { duration } from './words.ts';

/** What a calendar shows of one day of a plan. */
export type CalendarEntry = {
  readonly day: Day;
  readonly title: string;
  readonly minutes: number;
  readonly text: string;
  readonly isExam: boolean;
};

/** One entry for each day with something to do. */
export function calendarOf({ days }: Plan): CalendarEntry[] {
  return days.flatMap((day) => {
    const activities = day.activities.filter(({ kind }) => kind !== 'rest');
    if (activities.length === 0) return [];
    const minutes = totalMinutes(activities);
    const isExam = day.kind === 'exam';
    return [
      {
        day: day.day,
        title: isExam ? 'Exam' : titleOf(day, minutes),
        minutes,
        text: activities.map(lineOf).join('\n'),
        isExam,
      },
    ];
  });
}

function titleOf({ activities }: PlanDay, minutes: number): string {
  const main = activities.filter(({ kind }) => kind !== 'cards' && kind !== 'rest');
  const first = (main[0] ?? activities[0])?.title ?? '';
  const more = main.length > 1 ? ` and ${main.length - 1} more` : '';
  return `${duration(minutes)}: ${first}${more}`;
}

function lineOf({ title, minutes, state }: Activity): string {
  return `${state === 'done' ? 'Done: ' : ''}${title} (${duration(minutes)})`;
}

/**
 * The plan as an iCalendar file of all-day events, one a day. Fetched again, it updates what a calendar shows.
 *
 * @param uidSeed  names the plan
 * @param sequence grows with each change of the plan
 */
export function planCalendarFile(
  plan: Plan,
  { name, uidSeed, now, sequence }: { name: string; uidSeed: string; now: Instant; sequence: number },
): string {
  const events = calendarOf(plan).map(({ day, title, text, isExam }) => ({
    id: day,
    startsOn: day,
    endsOn: day,
    title,
    text,
    category: isExam ? 'exam' : 'study',
  }));
  return calendarFile({ name, product: 'Plan', uidSeed, now, sequence, events });
}
