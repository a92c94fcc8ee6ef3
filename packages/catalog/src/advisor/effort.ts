import { addDays, type Day } from '@cairn/kernel';
import type { Certification } from '../schema/certification-file.ts';
import type { Background } from '../vocabulary.ts';

/** Assumed when the person does not say how many hours a week they have. */
export const USUAL_HOURS_PER_WEEK = 8;

/** The far end of the price scale; a budget of this much is taken to cover an exam whose price is not published. */
export const DEAREST_USD = 400;

type Pace = { readonly background?: Background | undefined; readonly hoursPerWeek?: number | undefined };

/** What is paid now: the beta's price while the exam is in beta. Undefined when no source gives it. */
export function priceToday({ status, exam }: Certification): number | undefined {
  if (status === 'beta' && exam.beta) return exam.beta.priceUsd;
  return exam.priceUsd.value ?? undefined;
}

/** Study hours for this background: the middle of our estimated range, or the mean of all when none is named. */
export function studyHoursFor({ studyHours }: Certification, background: Background | undefined): number {
  const ranges = background ? [studyHours.byBackground[background]] : Object.values(studyHours.byBackground);
  return ranges.reduce((sum, [low, high]) => sum + (low + high) / 2, 0) / ranges.length;
}

/** The low end of the same range; without a background, that of the one it comes easiest to. */
export function fewestHoursFor({ studyHours }: Certification, background: Background | undefined): number {
  const ranges = background ? [studyHours.byBackground[background]] : Object.values(studyHours.byBackground);
  return Math.min(...ranges.map(([low]) => low));
}

export function weeksToReady(certification: Certification, pace: Pace): number {
  return studyHoursFor(certification, pace.background) / (pace.hoursPerWeek ?? USUAL_HOURS_PER_WEEK);
}

export function readyOn(certification: Certification, pace: Pace, today: Day): Day {
  return addDays(today, Math.ceil(weeksToReady(certification, pace) * 7));
}
