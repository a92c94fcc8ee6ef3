import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CalibratedItem,
  categoryCurve,
  expectedScore,
  itemInformation,
  maximumScore,
  testInformation,
} from './calibrated-item.ts';

const slope = fc.double({ min: 0.2, max: 3, noNaN: true });
const place = fc.double({ min: -3, max: 3, noNaN: true });
const ability = fc.double({ min: -6, max: 6, noNaN: true });
const places = fc.uniqueArray(fc.integer({ min: -12, max: 12 }), { minLength: 1, maxLength: 5 });

const dichotomous = fc.record({
  kind: fc.constant('dichotomous' as const),
  a: slope,
  b: place,
  c: fc.double({ min: 0, max: 0.4, noNaN: true }),
});
const graded = fc.record({
  kind: fc.constant('graded' as const),
  a: slope,
  thresholds: places.map((all) => all.toSorted((x, y) => x - y).map((b) => b / 4)),
});
const partialCredit = fc.record({
  kind: fc.constant('partial-credit' as const),
  a: slope,
  thresholds: places.map((all) => all.map((b) => b / 4)),
});
const anItem: fc.Arbitrary<CalibratedItem> = fc.oneof(dichotomous, graded, partialCredit);

const law = (check: (item: CalibratedItem, theta: number) => void) => fc.assert(fc.property(anItem, ability, check));

describe('every item', () => {
  it('has a probability for each score, and they sum to 1', () => {
    law((item, theta) => {
      const { probabilities } = categoryCurve(theta, item);

      expect(probabilities).toHaveLength(maximumScore(item) + 1);
      expect(Math.min(...probabilities)).toBeGreaterThanOrEqual(0);
      expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    });
  });

  it('has slopes that are the derivatives of its probabilities, and sum to 0', () => {
    law((item, theta) => {
      const h = 1e-5;
      const { slopes } = categoryCurve(theta, item);
      const [after, before] = [categoryCurve(theta + h, item), categoryCurve(theta - h, item)];

      slopes.forEach((value, k) => {
        expect(value).toBeCloseTo(((after.probabilities[k] ?? 0) - (before.probabilities[k] ?? 0)) / (2 * h), 7);
      });
      expect(slopes.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
    });
  });

  it('expects more of more ability', () => {
    law((item, theta) => {
      expect(expectedScore(theta + 0.1, item)).toBeGreaterThanOrEqual(expectedScore(theta, item));
      expect(expectedScore(theta, item)).toBeLessThanOrEqual(maximumScore(item));
    });
  });

  it('adds its information to that of others', () => {
    fc.assert(
      fc.property(
        fc.array(anItem, { maxLength: 6 }),
        fc.array(anItem, { maxLength: 6 }),
        ability,
        (some, others, theta) => {
          const apart = testInformation(theta, some) + testInformation(theta, others);

          expect(testInformation(theta, [...some, ...others])).toBeCloseTo(apart, 9);
        },
      ),
    );
  });

  it('keeps its digits far from where it measures', () => {
    const item: CalibratedItem = { kind: 'graded', a: 2, thresholds: [-1, 1] };

    const { probabilities } = categoryCurve(30, item);

    expect((probabilities[1] ?? 0) / (Math.exp(-58) - Math.exp(-62))).toBeCloseTo(1, 9);
    expect(itemInformation(400, item)).toBe(0);
    expect(itemInformation(-400, { kind: 'dichotomous', a: 3, b: 0, c: 0.2 })).toBe(0);
  });
});

describe('models that contain one another', () => {
  it('agree: two scores make graded and partial credit a right-or-wrong item', () => {
    fc.assert(
      fc.property(slope, place, ability, (a, b, theta) => {
        const [one, two, three] = (
          [
            { kind: 'dichotomous', a, b, c: 0 },
            { kind: 'graded', a, thresholds: [b] },
            { kind: 'partial-credit', a, thresholds: [b] },
          ] as const
        ).map((item) => [...categoryCurve(theta, item).probabilities, itemInformation(theta, item)]);

        one?.forEach((value, k) => {
          expect(two?.[k]).toBeCloseTo(value, 12);
          expect(three?.[k]).toBeCloseTo(value, 12);
        });
      }),
    );
  });

  it('neighbouring scores of partial credit are equally likely at their threshold', () => {
    const item: CalibratedItem = { kind: 'partial-credit', a: 1.4, thresholds: [0.6, -0.3, 1] };

    item.thresholds.forEach((theta, k) => {
      const { probabilities } = categoryCurve(theta, item);
      expect(probabilities[k]).toBeCloseTo(probabilities[k + 1] ?? 99, 12);
    });
  });
});
