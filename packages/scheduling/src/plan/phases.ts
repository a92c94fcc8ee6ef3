import { addDays, type Day } from '@cairn/kernel';
import type { Mode } from './choose/select.ts';
import { TAPER_DAYS } from './place/frame.ts';
import type { Phase, PlanDay } from './shape/plan.ts';
import type { ActivityKind, PhaseName } from './shape/vocabulary.ts';

/** Learn until the last lesson, deepen until the first whole mock, rehearse until the last two days, then taper. */
export function phasesOf(days: readonly PlanDay[], startsOn: Day, examDay: Day, mode: Mode): Phase[] {
  const dayBefore = addDays(examDay, -1);
  const taperFrom = addDays(examDay, -TAPER_DAYS);
  const studyUntil = addDays(taperFrom, -1);
  const lastLesson = days.findLast((day) => has(day, 'lesson'))?.day ?? addDays(startsOn, -1);
  const firstMock = days.find((day) => has(day, 'mock'))?.day ?? taperFrom;
  const learnUntil = min(lastLesson, addDays(firstMock, -1));
  const phases: Phase[] = [];
  const add = (name: PhaseName, from: Day, to: Day) => {
    const first = from < startsOn ? startsOn : from;
    if (first <= to) phases.push({ name, from: first, to });
  };
  if (mode === 'last-week') {
    add('last-week', startsOn, studyUntil);
  } else {
    add('learn', startsOn, learnUntil);
    add('deepen', addDays(learnUntil, 1), addDays(firstMock, -1));
    add('rehearse', firstMock, studyUntil);
  }
  add('taper', taperFrom, dayBefore);
  return phases;
}

function has({ activities }: PlanDay, wanted: ActivityKind): boolean {
  return activities.some(({ kind }) => kind === wanted);
}

function min(a: Day, b: Day): Day {
  return a < b ? a : b;
}
