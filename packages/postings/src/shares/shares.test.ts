import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile, incompleteBeta } from './incomplete-beta.ts';
import { chanceOfMore, shareOf } from './share.ts';

const countAndTotal = fc.integer({ min: 1, max: 50_000 }).chain((of) => fc.tuple(fc.nat({ max: of }), fc.constant(of)));

describe('a share', () => {
  it('is that of nothing when there are no postings', () => {
    expect(shareOf(0, 0)).toBeUndefined();
  });

  it('lies wide for few postings', () => {
    const share = shareOf(4, 7);

    expect(share?.low).toBeCloseTo(0.2345, 4);
    expect(share?.high).toBeCloseTo(0.8611, 4);
  });

  it('lies within its interval, which lies within 0 and 1', () => {
    fc.assert(
      fc.property(countAndTotal, ([count, of]) => {
        const share = shareOf(count, of);

        expect(share).toBeDefined();
        if (!share) return;
        expect(share.low).toBeGreaterThanOrEqual(0);
        expect(share.low).toBeLessThanOrEqual(share.estimate);
        expect(share.estimate).toBeLessThanOrEqual(share.high);
        expect(share.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('gets a narrower interval from more postings of the same kind', () => {
    fc.assert(
      fc.property(countAndTotal, fc.integer({ min: 2, max: 9 }), ([count, of], times) => {
        const [few, many] = [shareOf(count, of), shareOf(count * times, of * times)];

        expect((many?.high ?? 0) - (many?.low ?? 0)).toBeLessThan((few?.high ?? 0) - (few?.low ?? 0));
      }),
    );
  });

  it('is refused when more count than there are', () => {
    expect(() => shareOf(3, 2)).toThrow(RangeError);
  });
});

describe('the beta quantile', () => {
  it('is the inverse of the distribution', () => {
    const shape = fc.double({ min: 0.5, max: 20_000, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (probability, a, b) => {
        expect(incompleteBeta(betaQuantile(probability, a, b), a, b)).toBeCloseTo(probability, 7);
      }),
    );
  });
});

describe('the chance that one name is asked for more often', () => {
  it('is a half when both stand alone equally often, and mirrors', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5_000 }), fc.nat({ max: 5_000 }), (first, second) => {
        expect(chanceOfMore(first, first)).toBeCloseTo(0.5, 9);
        expect(chanceOfMore(first, second) + chanceOfMore(second, first)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('is near certain for seven to none, and open for four to three', () => {
    expect(chanceOfMore(7, 0)).toBeCloseTo(1 - 0.0015017735, 8);
    expect(chanceOfMore(4, 3)).toBeCloseTo(1 - 0.3544869, 6);
  });
});
