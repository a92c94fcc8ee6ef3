import { day } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { makePlan, type Plan, PlanInput } from '../index.ts';
import { exampleInput, week } from './testing/example.ts';

function plan(changes: Partial<PlanInput> = {}): Plan {
  const made = makePlan(exampleInput(changes));
  if (made.outcome !== 'planned') throw new RangeError(made.sentence);
  return made.plan;
}

const examOn = (text: string): Partial<PlanInput> => ({ goal: { kind: 'exam-day', day: day(text) } });

function notices(of: Plan): Record<string, string> {
  return Object.fromEntries(of.notices.map(({ code, text }) => [code, text]));
}

describe("the vendor's facts", () => {
  const vendor = { examMinutes: 130, retakeWaitDays: 14, lastExamDay: day('2027-01-20'), validityYears: 3 };

  it('warns if the exam is gone before the day', () => {
    const made = plan({ ...examOn('2027-02-01'), vendor });

    expect(notices(made)['after-last-exam-day']).toBe(
      "This exam's last day is Wed 20 Jan 2027, before your date; choose a day up to it.",
    );
  });

  it('warns if a retake would come too late, and says by when the first attempt leaves room for it', () => {
    const made = plan({ ...examOn('2027-01-18'), vendor });

    expect(notices(made)['no-retake-before-last-day']).toContain('plan the first by Wed 6 Jan 2027 to have two');
  });

  it('proposes no day after the last one', () => {
    expect(plan({ goal: { kind: 'when-ready' }, minutesByWeekday: week(10), vendor }).examDay).toBe('2027-01-20');
  });

  it('names the end of validity and the way to renew', () => {
    expect(notices(plan()).renewal).toBe(
      'Passed on the planned day, it is valid until Fri 18 Jan 2030. Renewed by passing it again.',
    );
  });
});

describe('bad input', () => {
  it.each<[string, Partial<PlanInput>, string, string]>([
    [
      'an exam day in the past',
      examOn('2026-11-20'),
      'goal',
      'The exam day 2026-11-20 is past; choose one from today, 2026-11-23, on.',
    ],
    [
      'an exam day far ahead',
      examOn('2030-01-01'),
      'goal',
      'The exam day 2030-01-01 is more than 3 years ahead; choose one up to 2029-11-23.',
    ],
    [
      'no minutes at all',
      { minutesByWeekday: week(0) },
      'minutesByWeekday',
      'Every weekday has 0 minutes; give at least one of them some.',
    ],
    [
      'days off everywhere',
      { daysOff: [{ from: day('2026-11-01'), to: day('2027-03-01') }] },
      'daysOff',
      'Every day until the exam on 2027-01-18 is off or has 0 minutes; free one of them or choose a later exam day.',
    ],
    [
      'days off that end before they start',
      { daysOff: [{ from: day('2026-12-24'), to: day('2026-12-20') }] },
      'daysOff',
      'The days off from 2026-12-24 end on 2026-12-20, before they start; swap the two.',
    ],
    [
      'knowledge of nothing in the exam',
      { known: { 'y/1': 0.5 } },
      'known',
      '"y/1" is no task or domain of this exam; write one such as x/1.',
    ],
    [
      'an exam that is no more',
      { vendor: { examMinutes: 130, lastExamDay: day('2026-06-30') } },
      'vendor',
      "This exam's last day was 2026-06-30, so it can no longer be sat; choose its successor.",
    ],
    [
      'no blueprint',
      { blueprint: { domains: [{ id: 'x', title: 'X', weight: 0, tasks: [] }] } },
      'blueprint',
      expect.stringContaining('both a weight and tasks'),
    ],
  ])('refuses %s in one sentence', (_name, changes, field, sentence) => {
    expect(makePlan(exampleInput(changes))).toEqual({ outcome: 'refused', field, sentence });
  });

  it('is no plan input if a share is above 1 or a day is none', () => {
    expect(PlanInput.safeParse(exampleInput({ known: { 'x/1': 1.2 } })).success).toBe(false);
    expect(PlanInput.safeParse({ ...exampleInput(), today: '2026-02-30' }).success).toBe(false);
  });
});
