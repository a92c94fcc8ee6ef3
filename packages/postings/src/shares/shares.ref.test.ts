import { describe, expect, it } from 'vitest';
import { betaQuantile, incompleteBeta } from './incomplete-beta.ts';
import reference from './reference.json' with { type: 'json' };

const relative = (value: number, expected: number) => Math.abs(value - expected) / expected;

describe('the incomplete beta function', () => {
  it.each(reference.values)('is $value at $x for Beta($a, $b)', ({ x, a, b, value }) => {
    expect(relative(incompleteBeta(x, a, b), value)).toBeLessThan(1e-9);
  });

  it.each(reference.quantiles)('has its $p quantile at $value for Beta($a, $b)', ({ p, a, b, value }) => {
    expect(relative(betaQuantile(p, a, b), value)).toBeLessThan(1e-9);
  });

  it.each([0.05, 0.3, 0.5, 0.77, 0.99])('equals its closed forms at %s', (x) => {
    expect(incompleteBeta(x, 1, 1)).toBeCloseTo(x, 13);
    expect(incompleteBeta(x, 1, 6)).toBeCloseTo(1 - (1 - x) ** 6, 13);
    expect(incompleteBeta(x, 6, 1)).toBeCloseTo(x ** 6, 13);
    expect(incompleteBeta(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 13);
  });

  it('refuses shapes that no posterior of shares has', () => {
    expect(() => incompleteBeta(0.5, 0, 1)).toThrow(RangeError);
    expect(() => incompleteBeta(1.5, 1, 1)).toThrow(RangeError);
    expect(() => betaQuantile(-0.1, 1, 1)).toThrow(RangeError);
  });
});
