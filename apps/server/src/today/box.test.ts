import type { Day } from '@cairn/kernel';
import type { Activity } from '@cairn/scheduling';
import { expect, it } from 'vitest';
import type { StandingPlan } from '../plans/service.ts';
import { fitToday } from './box.ts';

const TODAY = '2026-11-21' as Day;

const practice: Activity = {
  ...{ id: 'practice:1', kind: 'practice', title: 'Practice', tasks: [], minutes: 60, value: 0.1, state: 'planned' },
  why: { code: 'mixed-practice', text: 'Because.' },
};

function planOf(exam: string, activities: readonly Activity[]): StandingPlan {
  const plan = { examDay: '2026-12-19', days: [{ day: TODAY, activities }], cut: [] };
  const premises = { today: TODAY, exam, entry: { profile: { code: exam.toUpperCase() } }, work: {} };
  return { premises, saved: { plan } } as unknown as StandingPlan; // the rest has no part in this
}

it('keeps the cards that are due where the nearest exam holds nothing more today', () => {
  const { items, minutes } = fitToday(
    [planOf('aif-c01', []), planOf('mla-c02', [practice])],
    { count: 12, minutes: 5 },
    30,
  );

  expect(items.map(({ kind, exam }) => [kind, exam])).toEqual([
    ['cards', null],
    ['practice', 'mla-c02'],
  ]);
  expect(minutes).toBe(30);
});
