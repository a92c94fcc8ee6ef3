import { describe, expect, it } from 'vitest';
import { nextStepOf } from './next-step.ts';

const STEPS = [
  { id: 'a', title: 'Study', startsOn: '2026-12-01' },
  { id: 'b', title: 'Exam', startsOn: '2027-01-01' },
];

describe('nextStepOf', () => {
  it('is the first step that is not done', () => {
    expect(nextStepOf({ roadmap: { steps: STEPS }, done: ['a'] })).toBe('Exam, from 2027-01-01');
  });

  it('is nothing when all is done, or when the stored plan cannot be read', () => {
    expect(nextStepOf({ roadmap: { steps: STEPS }, done: ['a', 'b'] })).toBeUndefined();
    expect(nextStepOf({ roadmap: { steps: 'none' }, done: [] })).toBeUndefined();
    expect(nextStepOf({ roadmap: { steps: [null, 7] }, done: [] })).toBeUndefined();
  });
});
