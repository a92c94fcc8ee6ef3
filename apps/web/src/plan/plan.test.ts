import type { PlanChoices, PlanPreview, SavedPlan } from '@cairn/contract';
import { type Day, day } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { BEGINNING, completedBy, hoursOf, readMinutes, withKnown, withOwn, withPreset } from './choosing.ts';
import { weeksOf } from './plan-weeks.ts';

const week = { monday: 60, tuesday: 60, wednesday: 60, thursday: 60, friday: 60, saturday: 0, sunday: 0 };
const whole: PlanChoices = {
  ...BEGINNING,
  goal: { kind: 'when-ready' },
  minutesByWeekday: week,
  daysOff: [{ from: day('2026-12-24') }],
};

describe('choices', () => {
  it('of a preset replace day and minutes and keep the days off', () => {
    expect(withPreset(whole, 'six-weeks')).toEqual({
      ...whole,
      preset: 'six-weeks',
      goal: null,
      minutesByWeekday: null,
    });
  });

  it('of one’s own end the preset and keep what it stood for', () => {
    expect(withOwn(whole, { minutesByWeekday: { ...week, sunday: 30 } })).toEqual({
      ...whole,
      preset: null,
      minutesByWeekday: { ...week, sunday: 30 },
    });
  });

  it('that are being typed win over a preview of what was there before', () => {
    const before = { outcome: 'planned', choices: whole } as unknown as PlanPreview; // its plan has no part in this
    const typed = { ...whole, minutesByWeekday: { ...week, monday: 1 } };

    expect(completedBy(typed, before)).toEqual(typed);
    expect(completedBy({ ...BEGINNING }, before)).toMatchObject({ goal: whole.goal, minutesByWeekday: week });
  });

  it('of knowledge go back to what was measured', () => {
    const said = withKnown(BEGINNING, 2, '0.5');
    expect(said.known).toEqual({ 2: 0.5 });
    expect(withKnown(said, 2, '').known).toEqual({});
  });

  it.each([
    ['45', 45],
    ['', 0],
    ['-5', 0],
    ['5000', 960],
    ['x', 0],
  ])('minutes typed as %j are %i', (text, minutes) => expect(readMinutes(text)).toBe(minutes));

  it('sum to hours', () => expect(hoursOf(week)).toBe(5));
});

it('a plan falls into weeks from Monday, each with the phase that has most of it', () => {
  const dayOf = (text: string): SavedPlan['plan']['days'][number] => ({
    day: day(text),
    kind: 'study',
    minutes: 60,
    slackMinutes: 0,
    missedMinutes: 0,
    activities: [],
  });
  const plan = {
    days: ['2026-11-28', '2026-11-29', '2026-11-30'].map(dayOf),
    phases: [
      { name: 'learn', from: '2026-11-28' as Day, to: '2026-11-29' as Day },
      { name: 'rehearse', from: '2026-11-30' as Day, to: '2026-11-30' as Day },
    ],
  } as unknown as SavedPlan['plan']; // the rest of a plan has no part in its weeks

  expect(
    weeksOf(plan).map(({ monday, phase, days }) => [monday, phase, days.filter(({ planned }) => planned).length]),
  ).toEqual([
    ['2026-11-23', 'learn', 2],
    ['2026-11-30', 'rehearse', 1],
  ]);
});
