import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  difficultyOfAngoff,
  eapAbility,
  momentsOf,
  normalGrid,
  posterior,
  probabilityAbove,
  quantile,
  successProbability,
  wilsonInterval,
} from './index.ts';

const item = { a: 1, b: 0, c: 0 };
const probability = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe('an Angoff rating', () => {
  it('is the chance of success of the just-passing candidate', () => {
    fc.assert(
      fc.property(probability, probability, (rating, share) => {
        const guessing = rating * share * 0.9;
        const b = difficultyOfAngoff(rating, guessing);

        expect(successProbability(0, { a: 1, b, c: guessing })).toBeCloseTo(rating, 9);
      }),
    );
  });

  it('is refused at or below the chance of a guess', () => {
    expect(() => difficultyOfAngoff(0.25, 0.25)).toThrow(/between the chance of a guess/);
    expect(() => difficultyOfAngoff(1)).toThrow(RangeError);
  });
});

describe('the prior', () => {
  it('sums to 1 and has the moments asked for', () => {
    const grid = normalGrid({ mean: 0.5, spread: 1.2 });
    const { theta, standardError } = momentsOf(grid);

    expect(grid.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(theta).toBeCloseTo(0.5, 9);
    expect(standardError).toBeCloseTo(1.2, 5);
  });

  it('is what remains without answers', () => {
    expect(eapAbility([], [], normalGrid()).theta).toBeCloseTo(0, 12);
  });

  it('is fine enough: four times as many points change the estimate by less than a millionth', () => {
    const items = Array.from({ length: 65 }, (_, i) => ({ a: 1, b: (i % 9) / 2 - 2, c: 0.25 }));
    const scores = items.map((_, i) => (i % 3 === 0 ? 0 : 1));

    const usual = eapAbility(scores, items, normalGrid());
    const finer = eapAbility(scores, items, normalGrid({ points: 321 }));

    expect(Math.abs(usual.theta - finer.theta)).toBeLessThan(1e-6);
  });
});

describe('ability', () => {
  it('rises with every answer that turns right', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ b: fc.double({ min: -3, max: 3, noNaN: true }), score: fc.constantFrom(0, 0.5, 1) }), {
          minLength: 1,
          maxLength: 40,
        }),
        fc.nat(),
        (answers, pick) => {
          const items = answers.map(({ b }) => ({ a: 1, b, c: 0.2 }));
          const scores = answers.map(({ score }) => score);
          const at = pick % scores.length;
          const before = eapAbility(scores.with(at, 0), items, normalGrid());
          const after = eapAbility(scores.with(at, 1), items, normalGrid());

          expect(after.theta).toBeGreaterThan(before.theta);
        },
      ),
    );
  });

  it('places partial credit between wrong and right', () => {
    const [wrong, half, right] = [0, 0.5, 1].map((score) => eapAbility([score], [item], normalGrid()).theta);

    expect(half).toBeCloseTo(0, 9);
    expect(wrong).toBeLessThan(half ?? 0);
    expect(right).toBeGreaterThan(half ?? 0);
  });

  it('survives 300 items, whose likelihood underflows a double', () => {
    const items = Array.from({ length: 300 }, () => ({ a: 1, b: 3, c: 0 }));

    const { theta, standardError } = eapAbility(
      items.map(() => 0),
      items,
      normalGrid(),
    );

    expect(theta).toBeLessThan(-1);
    expect(standardError).toBeGreaterThan(0);
  });

  it('refuses scores that do not belong to the items', () => {
    expect(() => eapAbility([1], [], normalGrid())).toThrow('1 scores for 0 items');
    expect(() => eapAbility([2], [item], normalGrid())).toThrow('[0, 1]');
    expect(() => eapAbility([Number.NaN], [item], normalGrid())).toThrow(RangeError);
  });
});

describe('what a posterior says', () => {
  it('gives the normal probabilities and quantiles of a normal grid', () => {
    const grid = normalGrid({ points: 401 });

    expect(probabilityAbove(0, grid)).toBeCloseTo(0.5, 6);
    expect(probabilityAbove(1, grid)).toBeCloseTo(0.158655, 4);
    expect(quantile(0.9, grid)).toBeCloseTo(1.281552, 3);
    expect(quantile(0.1, grid)).toBeCloseTo(-1.281552, 3);
  });

  it('has quantiles that invert its probabilities', () => {
    const grid = posterior([1, 1, 0], [item, item, item], normalGrid());

    fc.assert(
      fc.property(probability, (p) => {
        expect(probabilityAbove(quantile(p, grid), grid)).toBeCloseTo(1 - p, 9);
      }),
    );
  });

  it('is certain beyond the ends of the grid', () => {
    expect(probabilityAbove(99, normalGrid())).toBe(0);
    expect(probabilityAbove(-99, normalGrid())).toBe(1);
  });
});

describe('parameters that ran off', () => {
  it.each([
    ['failed where nobody could', { a: 300, b: -400, c: 0 }, 0],
    ['failed where nobody could, with guessing', { a: 300, b: -400, c: 0.2 }, 0],
    ['solved where nobody could', { a: 300, b: 400, c: 0 }, 1],
  ])('leave a posterior of numbers: %s', (_, runOff, score) => {
    const { theta, standardError } = eapAbility([score, 1], [runOff, item], normalGrid());

    expect(Math.abs(theta)).toBeLessThanOrEqual(6);
    expect(standardError).toBeGreaterThanOrEqual(0);
  });
});

describe("Wilson's interval", () => {
  it('gives the textbook value: 8 of 10 at 95 % is 0.490 to 0.943', () => {
    const { low, high } = wilsonInterval(8, 10, 1.959964);

    expect(low).toBeCloseTo(0.4902, 4);
    expect(high).toBeCloseTo(0.9433, 4);
  });

  it('holds its estimate and stays in [0, 1]', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, share) => {
        const { low, estimate, high } = wilsonInterval(share * trials, trials);

        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(estimate + 1e-12);
        expect(estimate).toBeLessThanOrEqual(high + 1e-12);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('refuses what is no share', () => {
    expect(() => wilsonInterval(1, 0)).toThrow(RangeError);
    expect(() => wilsonInterval(3, 2)).toThrow('3 successes of 2 trials');
  });
});
