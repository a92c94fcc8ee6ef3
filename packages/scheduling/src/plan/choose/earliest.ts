import { addDays, addMonths, type Day, daysBetween } from '@cairn/kernel';
import { HORIZON_MONTHS } from '../faults.ts';
import { selectFor } from '../place/build.ts';
import { frameOf } from '../place/frame.ts';
import type { Premises } from '../premises.ts';
import { wantedShare } from './forecast.ts';
import { formsLeft, hasDayFor } from './select.ts';
import type { Task } from './tasks.ts';

/** Sooner than this there is no time to learn anything, whatever is known. */
const SOONEST_DAYS = 8;

/** Mock exams that somebody should have sat who calls themselves ready, where there are days that hold them. */
const WANTED_MOCKS = 2;

/**
 * The first day on which an exam makes sense: nothing is left out, the slack is there, two mocks fit, and the forecast
 * is good, or as good as the material allows. Undefined if that takes more than three years.
 */
export function earliestExamDay(tasks: readonly Task[], premises: Premises): Day | undefined {
  const { today, vendor } = premises;
  const last = daysBetween(today, addMonths(today, HORIZON_MONTHS));
  const wanted = wantedShare(tasks);
  const isReady = (days: number) => isEnough(tasks, premises, addDays(today, days), wanted);
  let low = Math.max(SOONEST_DAYS, vendor.firstExamDay === undefined ? 0 : daysBetween(today, vendor.firstExamDay));
  let high = low;
  while (!isReady(high)) {
    if (high >= last) return undefined;
    low = high + 1;
    high = Math.min(last, 2 * high);
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isReady(middle)) high = middle;
    else low = middle + 1;
  }
  return notOff(premises.daysOff, addDays(today, high));
}

function isEnough(tasks: readonly Task[], premises: Premises, examDay: Day, wanted: number): boolean {
  const { selection } = selectFor(tasks, premises, frameOf(premises, examDay));
  const forms = formsLeft(premises);
  const sat = premises.material.forms.length - forms.length;
  const mocks = hasDayFor(premises) ? Math.min(WANTED_MOCKS - sat, forms.length) : 0;
  return selection.cut.length === 0 && selection.mocks >= mocks && selection.knownShare >= wanted;
}

/** Nobody sits an exam on holiday. */
function notOff(daysOff: Premises['daysOff'], day: Day): Day {
  const off = daysOff.find(({ from, to }) => from <= day && day <= (to ?? from));
  return off ? notOff(daysOff, addDays(off.to ?? off.from, 1)) : day;
}
