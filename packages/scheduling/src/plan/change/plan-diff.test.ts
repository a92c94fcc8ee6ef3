import { day } from '@cairn/kernel';
import { expect, it } from 'vitest';
import { makePlan, type Plan, planDiff } from '../../index.ts';
import { exampleInput, week } from '../testing/example.ts';

function planOf(changes: Parameters<typeof exampleInput>[0] = {}): Plan {
  const made = makePlan(exampleInput(changes));
  if (made.outcome !== 'planned') throw new RangeError(made.sentence);
  return made.plan;
}

const before = planOf();

it('finds nothing between a plan and the same plan', () => {
  expect(planDiff(before, planOf())).toEqual({ moved: [], added: [], dropped: [] });
});

it('says of a shorter plan what moves and what is left out, and why', () => {
  const { moved, dropped } = planDiff(before, planOf({ goal: { kind: 'exam-day', day: day('2026-12-07') } }));

  expect(dropped.length).toBeGreaterThan(0);
  for (const { why } of [...moved, ...dropped]) expect(why).toBe('The exam moves to Mon 7 Dec 2026.');
});

it('names the exam day as the reason only if it moves', () => {
  const { moved } = planDiff(before, planOf({ minutesByWeekday: week(90, 180) }));

  expect(moved.length).toBeGreaterThan(0);
  for (const { why } of moved) expect(why).toBe('The plan is made anew with your choices.');
});
