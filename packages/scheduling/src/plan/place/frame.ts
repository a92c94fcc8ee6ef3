import { addDays, type Day, daysBetween } from '@cairn/kernel';
import { minutesOn } from '../capacity.ts';
import type { Mode } from '../choose/select.ts';
import { totalMinutes } from '../choose/tasks.ts';
import type { Premises } from '../premises.ts';

/** The last days before the exam, kept light. */
export const TAPER_DAYS = 2;

/** Kept free of work: what slips finds its place there, so that no other day grows. */
const SLACK_SHARE = 0.125;

const LAST_WEEK_DAYS = 7;

/** The days from today to the one before the exam, by index. */
export type Frame = {
  readonly today: Day;
  readonly examDay: Day;
  readonly days: number;
  readonly mode: Mode;
  /** What the learner still has each day; of today, what is left of it. */
  readonly minutes: readonly number[];
  /** Days before the last two. */
  readonly studyDays: number;
  readonly studyMinutes: number;
  readonly slackMinutes: number;
};

export function frameOf(premises: Premises, examDay: Day): Frame {
  const { today } = premises;
  const days = daysBetween(today, examDay);
  const doneToday = totalMinutes(premises.done.filter(({ day }) => day === today).map(({ activity }) => activity));
  const minutes = Array.from({ length: days }, (_, index) => {
    const all = minutesOn(premises, addDays(today, index));
    return index === 0 ? Math.max(0, all - doneToday) : all;
  });
  const studyDays = Math.max(0, days - TAPER_DAYS);
  const studyMinutes = minutes.slice(0, studyDays).reduce((sum, each) => sum + each, 0);
  return {
    today,
    examDay,
    days,
    mode: days <= LAST_WEEK_DAYS ? 'last-week' : 'regular',
    minutes,
    studyDays,
    studyMinutes,
    slackMinutes: Math.floor(SLACK_SHARE * studyMinutes),
  };
}

/**
 * Minutes to keep free on each study day. Every day earns its share, and a day that is fully earned becomes a buffer
 * day; what is left over is kept free at the end.
 */
export function slackByDay({ minutes, studyDays, slackMinutes }: Frame, taken: ReadonlySet<number>): number[] {
  const slack = minutes.slice(0, studyDays).map(() => 0);
  let earned = 0;
  let left = slackMinutes;
  for (let index = 0; index < studyDays; index += 1) {
    const all = minutes[index] ?? 0;
    earned += SLACK_SHARE * all;
    if (index === 0 || taken.has(index) || all === 0 || all > Math.min(left, earned)) continue;
    slack[index] = all;
    earned -= all;
    left -= all;
  }
  for (let index = studyDays - 1; index >= 0 && left > 0; index -= 1) {
    if (taken.has(index)) continue;
    const more = Math.min(left, (minutes[index] ?? 0) - (slack[index] ?? 0));
    slack[index] = (slack[index] ?? 0) + more;
    left -= more;
  }
  return slack;
}
