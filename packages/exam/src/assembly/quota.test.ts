import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestRemainder, quotasOf } from './quota.ts';

const domainsOf = (weights: readonly number[]) =>
  weights.map((weight, i) => ({ number: i + 1, name: `Domain ${i + 1}`, weight }));
const weights = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 });

describe('largest remainder', () => {
  it('shares 65 questions by the weights of an exam of five domains', () => {
    expect(largestRemainder([20, 24, 28, 14, 14], 65)).toEqual([13, 16, 18, 9, 9]);
  });

  it('gives every share rounded down or up, and the whole exactly', () => {
    fc.assert(
      fc.property(weights, fc.nat(200), (all, total) => {
        const sum = all.reduce((a, b) => a + b, 0);
        const shares = largestRemainder(all, total);

        expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
        shares.forEach((share, i) => {
          expect(Math.abs(share - ((all[i] ?? 0) / sum) * total)).toBeLessThan(1);
        });
      }),
    );
  });

  it('refuses weights without a sum', () => {
    expect(() => largestRemainder([], 10)).toThrow(RangeError);
    expect(() => largestRemainder([0, 0], 10)).toThrow(RangeError);
  });
});

describe('quotas', () => {
  it('keep the weights among scored questions and in the whole', () => {
    expect(quotasOf(domainsOf([20, 24, 28, 14, 14]), 65, 15)).toMatchObject([
      { questions: 13, scored: 10 },
      { questions: 16, scored: 12 },
      { questions: 18, scored: 14 },
      { questions: 9, scored: 7 },
      { questions: 9, scored: 7 },
    ]);
  });

  it('never ask for more scored questions than questions', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 80 }), fc.nat(20), (all, scored, unscored) => {
        const quotas = quotasOf(domainsOf(all), scored + unscored, unscored);

        expect(quotas.reduce((sum, { questions }) => sum + questions, 0)).toBe(scored + unscored);
        expect(quotas.reduce((sum, quota) => sum + quota.scored, 0)).toBe(scored);
        expect(quotas.every((quota) => quota.scored <= quota.questions)).toBe(true);
      }),
    );
  });
});
