import type { ExamSummary } from '@cairn/contract';
import { describe, expect, it } from 'vitest';
import { firstPlan, type Plan, planTo, readStartSearch, TIMINGS } from './start-plan.ts';

const plan: Plan = { mode: 'exam', scope: 'form', domain: 2, questions: 10, timing: 'official' };

describe('what the start page asks for', () => {
  it('is a full form in the official time', () => {
    expect(planTo('aif-c01', plan)).toEqual({
      exam: 'aif-c01',
      mode: 'exam',
      scope: { kind: 'form' },
      timing: { factor: 1, extraMinutes: 0 },
    });
  });

  it('names domain and number for a selection', () => {
    expect(planTo('aif-c01', { ...plan, scope: 'domain' }).scope).toEqual({ kind: 'domain', domain: 2, questions: 10 });
    expect(planTo('aif-c01', { ...plan, scope: 'missed' }).scope).toEqual({ kind: 'missed', questions: 10 });
  });

  it.each(TIMINGS)('grants $text', ({ id, timing }) => {
    expect(planTo('aif-c01', { ...plan, timing: id }).timing).toEqual(timing);
  });
});

describe('an address that asks for practice', () => {
  const domains = [{ number: 1 }, { number: 2 }];
  const exam = { bank: { canFillForm: true, byDomain: domains } } as unknown as ExamSummary; // all that the start reads

  it('begins with so many questions of its domain, in study mode', () => {
    expect(firstPlan(exam, { practice: 7, domain: 2 })).toEqual({
      mode: 'study',
      scope: 'domain',
      domain: 2,
      questions: 10,
      timing: 'untimed',
    });
    expect(firstPlan(exam, { practice: 7, domain: 9 })).toMatchObject({ scope: 'unseen' });
  });

  it('begins with the exam if it asks for nothing that makes sense', () => {
    expect(readStartSearch({ practice: -1, domain: 'x' })).toEqual({});
    expect(firstPlan(exam, readStartSearch({ practice: 'lots' }))).toMatchObject({ mode: 'exam', scope: 'form' });
  });
});
