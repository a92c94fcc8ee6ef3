import { describe, expect, it } from 'vitest';
import { type Plan, planTo, TIMINGS } from './start-plan.ts';

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
