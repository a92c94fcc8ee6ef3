import { describe, expect, it } from 'vitest';
import { readinessValidation, type ValidationStudy } from './validation.ts';

const { studies, date, schema } = readinessValidation;

function studyNamed(id: string): ValidationStudy {
  const study = studies.find((each) => each.id === id);
  if (study === undefined) throw new Error(`no study ${id}`);
  return study;
}

describe('the published validation', () => {
  it('says what it is, when it was made, and holds simulated and real answers', () => {
    expect(schema).toBe('readiness-validation/1');
    expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(studies.map(({ id }) => id)).toEqual(['simulated-candidates', 'sat12', 'verbal-aggression']);
  });

  it.each(studies)('has a curve that fits its numbers: $title', ({ bins, count, passRate, calibrationError }) => {
    expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(count);
    for (const { predicted, observed, low, high } of bins) {
      expect([0, low, observed, high, 1]).toEqual([0, low, observed, high, 1].sort((a, b) => a - b));
      expect(predicted).toBeGreaterThanOrEqual(0);
      expect(predicted).toBeLessThanOrEqual(1);
    }
    const overall = bins.reduce((sum, bin) => sum + (bin.count / count) * bin.observed, 0);
    const error = bins.reduce((sum, bin) => sum + (bin.count / count) * Math.abs(bin.predicted - bin.observed), 0);
    expect(overall).toBeCloseTo(passRate, 3);
    expect(error).toBeCloseTo(calibrationError, 3);
  });

  it('keeps what is promised for simulated candidates', () => {
    const { count, calibrationError, brier, best, compared } = studyNamed('simulated-candidates');

    expect(count).toBeGreaterThanOrEqual(3000);
    expect(calibrationError).toBeLessThanOrEqual(0.03);
    expect(best?.readiness).toBeLessThanOrEqual(1.05 * (best?.sameEvidence ?? 0));
    for (const rule of compared) expect(brier).toBeLessThan(rule.brier);
  });
});
