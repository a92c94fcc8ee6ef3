import type { Day } from '@cairn/kernel';
import type { Premises } from './premises.ts';
import { WEEKDAYS } from './shape/vocabulary.ts';

/** Minutes that the learner has on a day; 0 on a day off. */
export function minutesOn({ week, daysOff }: Pick<Premises, 'week' | 'daysOff'>, day: Day): number {
  if (daysOff.some(({ from, to }) => from <= day && day <= (to ?? from))) return 0;
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  return week[WEEKDAYS[sinceMonday] ?? 'sunday'];
}
