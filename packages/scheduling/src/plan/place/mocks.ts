import type { Frame } from './frame.ts';

/** The first mock comes when this share of the time is gone: late enough to know something, early enough to use it. */
const FIRST_AT = 0.6;

/** The last mock and its review leave at least this many days before the exam. */
const LAST_BEFORE_EXAM = 3;

const DAYS_BETWEEN = 7;
const LEAST_DAYS_BETWEEN = 5;
const LATEST_REVIEW_DAYS = 4;
const LEAST_REVIEW_MINUTES = 15;

/** Days, by index, of a mock exam and of its review. */
export type MockSlot = { readonly mock: number; readonly review: number };

/** Where whole mock exams of `mockMinutes` can stand: the first at about 60 % of the time, then weekly. */
export function mockSlots(frame: Frame, mockMinutes: number, hasSatOne: boolean): MockSlot[] {
  const possible = possibleSlots(frame, mockMinutes);
  const lastWeek = frame.mode === 'last-week';
  const first = lastWeek ? frame.days : Math.round((hasSatOne ? 0.2 : FIRST_AT) * frame.days);
  const slots: MockSlot[] = [];
  let wanted = first;
  let earliest = lastWeek || hasSatOne ? 0 : Math.floor(0.4 * frame.days);
  for (;;) {
    const next = nearest(
      possible.filter(({ mock }) => mock >= earliest),
      wanted,
    );
    if (next === undefined) return slots;
    slots.push(next);
    wanted = next.mock + DAYS_BETWEEN;
    earliest = next.mock + LEAST_DAYS_BETWEEN;
  }
}

/** The day of the review is the next that has minutes; a mock without one nearby would be half wasted. */
export function possibleSlots({ minutes, days }: Frame, mockMinutes: number): MockSlot[] {
  return minutes.flatMap((all, mock) => {
    if (all < mockMinutes || all === 0) return [];
    const soon = minutes.slice(mock + 1, mock + 1 + LATEST_REVIEW_DAYS).findIndex((each) => each > 0);
    const review = mock + 1 + soon;
    const isUsable = soon >= 0 && review <= days - LAST_BEFORE_EXAM && (minutes[review] ?? 0) >= LEAST_REVIEW_MINUTES;
    return isUsable ? [{ mock, review }] : [];
  });
}

/** `count` of the slots: the first at its time, the last as late as possible, the others evenly between. */
export function spreadSlots(slots: readonly MockSlot[], count: number): MockSlot[] {
  if (count >= slots.length) return [...slots];
  return Array.from({ length: count }, (_, index) =>
    count === 1 ? 0 : Math.round((index * (slots.length - 1)) / (count - 1)),
  ).flatMap((at) => slots[at] ?? []);
}

function nearest(slots: readonly MockSlot[], wanted: number): MockSlot | undefined {
  return slots.reduce<MockSlot | undefined>((best, slot) => {
    const isNearer = best === undefined || Math.abs(slot.mock - wanted) < Math.abs(best.mock - wanted);
    return isNearer ? slot : best;
  }, undefined);
}
