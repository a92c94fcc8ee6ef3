import { addDays, type Day } from '@cairn/kernel';
import { earliestExamDay } from './choose/earliest.ts';
import { knownShare, minutesByTask, wantedShare } from './choose/forecast.ts';
import type { Mode } from './choose/select.ts';
import { type Task, totalMinutes } from './choose/tasks.ts';
import { noticesFor } from './notices.ts';
import { phasesOf } from './phases.ts';
import { TAPER_DAYS } from './place/frame.ts';
import type { Premises } from './premises.ts';
import type { Activity } from './shape/activity.ts';
import type { Notice, Plan, PlanDay } from './shape/plan.ts';
import { domainTotals } from './totals.ts';

export type Parts = {
  readonly premises: Premises;
  readonly tasks: readonly Task[];
  readonly examDay: Day;
  readonly mode: Mode;
  readonly days: readonly PlanDay[];
  readonly cut: readonly Activity[];
  readonly neededMinutes: number;
};

/** Everything that follows from the days. */
export function assemblePlan(parts: Parts): Plan {
  const { premises, tasks, examDay, mode, days, cut, neededMinutes } = parts;
  const startsOn = days[0]?.day ?? premises.today;
  const time = timeAhead(parts);
  const all = days.flatMap(({ activities }) => activities);
  const spent = { lessons: minutesByTask(all, 'lesson'), practice: minutesByTask(all, 'practice') };
  const share = knownShare(tasks, spent);
  return {
    version: 1,
    startsOn,
    asOf: premises.today,
    examDay,
    isExamDayProposed: premises.goal.kind === 'when-ready',
    mode,
    days: [...days],
    phases: phasesOf(days, startsOn, examDay, mode),
    availableMinutes: time.available,
    plannedMinutes: time.planned,
    neededMinutes,
    slackShare: time.available === 0 ? 0 : time.slack / time.available,
    knownShareForecast: share,
    totals: domainTotals(all, tasks, premises),
    cut: [...cut],
    notices: noticesOf(parts, time.available - time.slack, share),
  };
}

function timeAhead({ premises, examDay, days }: Parts) {
  const taperFrom = addDays(examDay, -TAPER_DAYS);
  const ahead = days.filter(({ day }) => day >= premises.today && day < taperFrom);
  return {
    available: totalMinutes(ahead),
    slack: ahead.reduce((sum, { slackMinutes }) => sum + slackMinutes, 0),
    planned: ahead.reduce((sum, { activities }) => sum + totalMinutes(activities), 0),
  };
}

function noticesOf(parts: Parts, usableMinutes: number, share: number): Notice[] {
  const { premises, tasks, examDay, days, cut, neededMinutes } = parts;
  const taperFrom = addDays(examDay, -TAPER_DAYS);
  const isShort = cut.length > 0 || share < wantedShare(tasks);
  return noticesFor({
    premises,
    examDay,
    cut,
    hasMock: days.some(({ activities }) => activities.some(({ kind }) => kind === 'mock')),
    longestDay: Math.max(0, ...days.filter(({ day }) => day < taperFrom).map(({ minutes }) => minutes)),
    neededMinutes,
    usableMinutes,
    knownShare: share,
    isShort,
    fitsOn: isShort ? earliestExamDay(tasks, premises) : undefined,
  });
}
