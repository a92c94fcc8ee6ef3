import { addDays, addMonths, type Day } from '@cairn/kernel';
import type { Premises } from './premises.ts';
import type { Activity } from './shape/activity.ts';
import type { Notice } from './shape/plan.ts';
import { dayName, duration, percentOf } from './words.ts';

/** More than this part of the time unused: an earlier exam would do. */
const MUCH_FREE = 0.4;

const NAMED_CUTS = 3;

export type Facts = {
  readonly premises: Premises;
  readonly examDay: Day;
  readonly cut: readonly Activity[];
  readonly hasMock: boolean;
  /** Minutes of the longest day before the last two. */
  readonly longestDay: number;
  readonly neededMinutes: number;
  /** Before the last two days, without the slack. */
  readonly usableMinutes: number;
  readonly knownShare: number;
  /** Something was left out, or the forecast is not what the material could make it. */
  readonly isShort: boolean;
  /** The first day on which everything would fit, if one was looked for and found. */
  readonly fitsOn: Day | undefined;
};

export function noticesFor(facts: Facts): Notice[] {
  return [...timeNotices(facts), ...vendorNotices(facts.premises, facts.examDay)];
}

function timeNotices({ premises, cut, hasMock, ...facts }: Facts): Notice[] {
  const { neededMinutes, usableMinutes, knownShare, fitsOn, examDay, isShort } = facts;
  const notices: Notice[] = [];
  if (isShort) notices.push(warning('not-enough-hours', shortage(neededMinutes - usableMinutes, facts, cut)));
  const longest = Math.max(0, ...premises.material.forms.map(({ minutes }) => minutes));
  if (longest > 0 && !hasMock && facts.longestDay < longest) {
    const text = `No study day before the last two has the ${duration(longest)} of a whole mock exam, so there is none; make one that long.`;
    notices.push(warning('no-day-for-mock', text));
  }
  if (isShort) {
    const later = fitsOn && fitsOn > examDay ? ` ${dayName(fitsOn)} would be the first day that holds everything.` : '';
    const text = `By our estimate you would know ${percentOf(knownShare)} of the exam on its day.${later}`;
    notices.push(note('low-forecast', text));
  }
  if (neededMinutes < (1 - MUCH_FREE) * usableMinutes) {
    const text = `Everything takes about ${duration(neededMinutes)}, and there are ${duration(usableMinutes)}: an earlier day would do.`;
    notices.push(note('more-time-than-needed', text));
  }
  return notices;
}

function shortage(
  missing: number,
  facts: Pick<Facts, 'neededMinutes' | 'usableMinutes' | 'fitsOn'>,
  cut: readonly Activity[],
): string {
  const { neededMinutes, usableMinutes, fitsOn } = facts;
  const named = cut.slice(0, NAMED_CUTS).map(({ title }) => title);
  const more = cut.length > NAMED_CUTS ? ` and ${cut.length - NAMED_CUTS} more` : '';
  const first =
    named.length > 0 ? `What is worth least is cut first: ${named.join(', ')}${more}.` : 'Practice is shortened.';
  const way = fitsOn
    ? ` Everything fits if the exam is on ${dayName(fitsOn)} or later.`
    : ' More minutes a week would help.';
  return `The work takes about ${duration(neededMinutes)} and there are ${duration(Math.max(0, usableMinutes))}: ${duration(Math.max(1, missing))} are missing. ${first}${way}`;
}

function vendorNotices({ vendor }: Premises, examDay: Day): Notice[] {
  const { firstExamDay, lastExamDay, retakeWaitDays, validityYears, renewal } = vendor;
  const notices: Notice[] = [];
  if (firstExamDay !== undefined && examDay < firstExamDay) {
    const text = `The exam is offered from ${dayName(firstExamDay)} on, after your date; choose that day or a later one.`;
    notices.push(warning('before-first-exam-day', text));
  }
  if (lastExamDay !== undefined && lastExamDay < examDay) {
    const text = `This exam's last day is ${dayName(lastExamDay)}, before your date; choose a day up to it.`;
    notices.push(warning('after-last-exam-day', text));
  }
  notices.push(...retakeNotices(examDay, lastExamDay, retakeWaitDays));
  if (validityYears !== undefined || renewal !== undefined) {
    const until = validityYears === undefined ? undefined : addMonths(examDay, Math.round(12 * validityYears));
    const valid = until === undefined ? '' : `Passed on the planned day, it is valid until ${dayName(until)}. `;
    notices.push(note('renewal', `${valid}${renewal ?? 'Renew it before then.'}`));
  }
  return notices;
}

function retakeNotices(examDay: Day, lastExamDay: Day | undefined, wait: number | undefined): Notice[] {
  if (wait === undefined) return [];
  const retake = addDays(examDay, wait);
  if (lastExamDay !== undefined && examDay <= lastExamDay && retake > lastExamDay) {
    const text = `A second attempt must wait ${days(wait)}, until ${dayName(retake)}, and the exam's last day is ${dayName(lastExamDay)}: plan the first by ${dayName(addDays(lastExamDay, -wait))} to have two.`;
    return [warning('no-retake-before-last-day', text)];
  }
  if (wait === 0) return [];
  return [note('retake-wait', `If it does not work out, the next attempt is possible from ${dayName(retake)} on.`)];
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

function warning(code: Notice['code'], text: string): Notice {
  return { code, severity: 'warning', text };
}

function note(code: Notice['code'], text: string): Notice {
  return { code, severity: 'note', text };
}
