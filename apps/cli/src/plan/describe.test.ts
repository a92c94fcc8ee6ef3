import type { Today } from '@cairn/contract';
import { expect, it } from 'vitest';
import { describeToday } from './describe.ts';

const today = (daysLeft: number): Today =>
  ({
    items: [],
    doneToday: [],
    streak: { days: 0 },
    plans: [{ code: 'AIF-C01', daysLeft, examDay: '2026-12-19', stones: { done: 1, total: 9 }, missed: null }],
  }) as unknown as Today; // the rest has no part in this

it.each([
  [-1, 'AIF-C01 was on 2026-12-19: 1 of 9 done.'],
  [0, 'AIF-C01 is today: 1 of 9 done.'],
  [1, 'AIF-C01 is tomorrow: 1 of 9 done.'],
  [2, 'AIF-C01 in 2 days, on 2026-12-19: 1 of 9 done.'],
])('an exam %i days ahead is said in words', (daysLeft, sentence) => {
  expect(describeToday(today(daysLeft)).split('\n')).toContain(sentence);
});
