import { seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOT_PRESENTED, type Responses, responsesOf } from '../responses/responses.ts';
import { itemFlags } from './item-flags.ts';
import { classicalStatistics, type ItemStatistics, restShares } from './item-statistics.ts';
import { optionAnalysis } from './option-analysis.ts';

/** Right or wrong by a logistic of ability: `slope` may be negative. */
function simulate(slopes: readonly number[], persons: number, seed: string) {
  const rng = seededRng(seed);
  const abilities = Array.from({ length: persons }, () => rng.normal());
  const rows = abilities.map((theta) => slopes.map((a) => (rng.next() < 1 / (1 + Math.exp(-a * theta)) ? 1 : 0)));
  return { abilities, rows };
}

const good: ItemStatistics = {
  answers: 200,
  missing: 0,
  mean: 0.6,
  standardDeviation: 0.49,
  difficulty: 0.6,
  itemTotal: 0.5,
  itemRest: 0.4,
  biserial: 0.6,
  upperLower: 0.5,
  alphaIfDropped: 0.8,
};
const kinds = (...input: Parameters<typeof itemFlags>) => itemFlags(...input).map(({ kind }) => kind);

describe('classical statistics', () => {
  it('of a table that can be checked by hand', () => {
    const { test, items } = classicalStatistics(
      responsesOf([
        [1, 1, 1],
        [1, 1, 0],
        [1, 0, 0],
        [0, 0, 0],
      ]),
    );

    // Totals 3, 2, 1, 0; item variances 1/4, 1/3, 1/4 with n − 1; total variance 5/3; alpha = 3/2 · (1 − 5/6 · 3/5).
    expect(test.mean).toBeCloseTo(1.5, 12);
    expect(test.alpha).toBeCloseTo(0.75, 12);
    expect(test.standardErrorOfMeasurement).toBeCloseTo(Math.sqrt(5 / 3) / 2, 12);
    expect(items.map(({ difficulty }) => difficulty)).toEqual([0.75, 0.5, 0.25]);
    expect(items[1]?.itemTotal).toBeCloseTo(2 / Math.sqrt(5), 12);
    expect(items[1]?.itemRest).toBeCloseTo(1 / Math.sqrt(2), 12);
    expect(items[1]?.upperLower).toBeCloseTo(1, 12);
    // The best 1.08 persons: the first and 0.08 of the second.
    expect(items[2]?.upperLower).toBeCloseTo(1 / 1.08, 12);
    expect(items[1]?.biserial).toBeCloseTo((2 / Math.sqrt(5)) * 0.5 * Math.sqrt(2 * Math.PI), 6);
  });

  it('do not depend on the order of persons, nor on whether equal rows are one row with a weight', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(1), fc.nat(2), fc.nat(1)), { minLength: 5, maxLength: 40 }),
        fc.integer(),
        (rows, seed) => {
          const maxima = [1, 2, 1];
          const plain = classicalStatistics(responsesOf(rows), maxima);
          const shuffled = classicalStatistics(responsesOf(seededRng(seed).shuffle(rows)), maxima);
          const unique = [...new Map(rows.map((row) => [row.join(), row])).values()];
          const weights = unique.map((row) => rows.filter((other) => other.join() === row.join()).length);
          const weighted = classicalStatistics({ ...responsesOf(unique), weights: Float64Array.from(weights) }, maxima);

          for (const other of [shuffled, weighted]) {
            expect(other.test.alpha ?? 0).toBeCloseTo(plain.test.alpha ?? 0, 8);
            other.items.forEach((item, i) => {
              expect(item.upperLower ?? 9).toBeCloseTo(plain.items[i]?.upperLower ?? 9, 9);
              expect(item.itemRest ?? 9).toBeCloseTo(plain.items[i]?.itemRest ?? 9, 8);
            });
          }
        },
      ),
    );
  });

  it('come near the complete ones when a third of the answers is missing', () => {
    const { rows } = simulate(
      Array.from({ length: 12 }, (_, i) => 0.6 + i / 8),
      3000,
      'missing',
    );
    const rng = seededRng('holes');
    const complete = responsesOf(rows);
    const holes: Responses = {
      ...complete,
      scores: complete.scores.map((s) => (rng.next() < 1 / 3 ? NOT_PRESENTED : s)),
    };

    const [full, part] = [classicalStatistics(complete), classicalStatistics(holes)];

    expect(part.test.alpha).toBeCloseTo(full.test.alpha ?? 99, 1);
    part.items.forEach((item, i) => {
      expect(Math.abs(item.difficulty - (full.items[i]?.difficulty ?? 99))).toBeLessThan(0.04);
      expect(Math.abs((item.itemRest ?? 99) - (full.items[i]?.itemRest ?? 99))).toBeLessThan(0.09);
      expect(item.missing + item.answers).toBe(3000);
    });
  });

  it('leave undefined what the data do not say', () => {
    const { test, items } = classicalStatistics(
      responsesOf([
        [1, 1],
        [1, 0],
      ]),
    );

    expect(items[0]).toMatchObject({ itemTotal: undefined, itemRest: undefined, biserial: undefined });
    expect(test.alpha).toBeCloseTo(0, 12);
    expect(classicalStatistics(responsesOf([[1]])).test.alpha).toBeUndefined();
    expect(
      classicalStatistics(
        responsesOf([
          [null, 1],
          [null, 0],
        ]),
      ).items[0],
    ).toMatchObject({ answers: 0, itemRest: undefined, upperLower: undefined });
  });

  it('of a test are those of its other items when nobody was shown one', () => {
    const rows = [
      [1, 1, 0],
      [0, 1, 0],
      [1, 1, 1],
      [0, 0, 0],
    ];
    const plain = classicalStatistics(responsesOf(rows));

    const { test, items } = classicalStatistics(responsesOf(rows.map((row) => [...row, null])));

    expect(test).toEqual(plain.test);
    expect(items.slice(0, 3)).toEqual(plain.items);
    expect(items[3]).toMatchObject({
      answers: 0,
      difficulty: Number.NaN,
      itemRest: undefined,
      alphaIfDropped: undefined,
    });
  });

  it('of nobody say nothing of correlations', () => {
    const { test } = classicalStatistics({ persons: 0, items: 3, scores: new Uint8Array(0) });

    expect(test).toMatchObject({
      persons: 0,
      alpha: undefined,
      meanCorrelation: undefined,
      spreadOfCorrelations: undefined,
    });
  });

  it('know the share of points on the other items', () => {
    const responses = responsesOf([
      [1, 2, null],
      [0, 1, 1],
      [1, null, null],
    ]);

    expect([...restShares(responses, 0)]).toEqual([1, 2 / 3, Number.NaN]);
    expect(() => restShares(responses, 3)).toThrow('item 3 of 3');
  });

  it('refuse maximum scores of other items', () => {
    expect(() => classicalStatistics(responsesOf([[1, 0]]), [1])).toThrow('1 maximum scores for 2 items');
  });
});

describe('option analysis', () => {
  const rng = seededRng('options');
  const abilities = Array.from({ length: 1000 }, () => rng.normal());
  const chosen = abilities.map((theta) => {
    if (rng.next() < 1 / (1 + Math.exp(-1.5 * theta))) return ['b'];
    return [rng.next() < 0.7 ? 'a' : 'c'];
  });
  const options = ['a', 'b', 'c', 'd'];

  it('counts each option once, and its curve holds everybody', () => {
    const found = optionAnalysis({ options, key: ['b'], chosen }, abilities);

    expect(found.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    for (const { curve, count } of found) {
      expect(curve).toHaveLength(5);
      expect(curve.reduce((sum, { persons }) => sum + persons, 0)).toBeCloseTo(1000, 6);
      expect(curve.reduce((sum, { persons, estimate }) => sum + persons * estimate, 0)).toBeCloseTo(count, 6);
    }
  });

  it('shows a key that rises and distractors that fall', () => {
    const [a, b, , d] = optionAnalysis({ options, key: ['b'], chosen }, abilities);

    expect(b?.correlation).toBeGreaterThan(0.4);
    expect(a?.correlation).toBeLessThan(-0.2);
    expect((b?.curve.at(-1)?.low ?? 0) - (b?.curve[0]?.high ?? 1)).toBeGreaterThan(0.3);
    expect((b?.meanAbility ?? 0) - (a?.meanAbility ?? 0)).toBeGreaterThan(0.5);
    expect(d).toMatchObject({ count: 0, meanAbility: undefined, correlation: undefined });
  });

  it('counts every choice of a question with two right answers, and nobody who was not asked', () => {
    const found = optionAnalysis(
      { options: ['a', 'b', 'c'], key: ['a', 'b'], chosen: [['a', 'b'], ['a', 'c'], [], undefined] },
      [1, 0, -1, 2],
    );

    expect(found.map(({ count, share }) => [count, Math.round(share * 3)])).toEqual([
      [2, 2],
      [1, 1],
      [1, 1],
    ]);
    expect(found.map(({ isKey }) => isKey)).toEqual([true, true, false]);
  });

  it('refuses choices that are no options', () => {
    expect(() => optionAnalysis({ options: ['a'], key: ['a'], chosen: [['z']] }, [0])).toThrow('person 1 chose z');
    expect(() => optionAnalysis({ options: ['a'], key: ['q'], chosen: [] }, [])).toThrow('the key q is no option');
    expect(() => optionAnalysis({ options: ['a'], key: ['a'], chosen: [] }, [1])).toThrow('1 abilities for 0 persons');
  });

  it('flags a wrong key, when the right answer is marked wrong, and an option nobody takes', () => {
    const wrong = optionAnalysis({ options, key: ['a'], chosen }, abilities);

    const flags = itemFlags({ ...good, itemRest: -0.3 }, wrong);

    expect(flags.map(({ kind }) => kind)).toEqual(['key-suspect', 'negative-discrimination', 'dead-distractor']);
    expect(flags[0]?.sentence).toMatch(
      /^Option b goes with ability better than the key does \(0\.\d\d against −0\.\d\d\)/,
    );
  });
});

describe('flags', () => {
  it('leave a good item alone', () => {
    expect(kinds(good)).toEqual([]);
  });

  it('name each fault', () => {
    expect(kinds({ ...good, difficulty: 0.97 })).toEqual(['too-easy']);
    expect(kinds({ ...good, difficulty: 0.12 })).toEqual(['too-hard']);
    expect(kinds({ ...good, itemRest: 0.1 })).toEqual(['low-discrimination']);
    expect(kinds({ ...good, itemRest: -0.1, difficulty: 0.1 })).toEqual(['negative-discrimination', 'too-hard']);
  });

  it('say nothing else of an item with few answers', () => {
    expect(kinds({ ...good, answers: 12, itemRest: -0.4 })).toEqual(['few-answers']);
  });

  it('follow limits that are given', () => {
    const limits = { fewestAnswers: 5, easiest: 0.5, hardest: 0.1, lowestDiscrimination: 0, smallestShare: 0 };

    expect(kinds(good, [], limits)).toEqual(['too-easy']);
  });

  it('find the items that are wrong in a test, and only those', () => {
    const slopes = [1.2, 1.5, 1, 1.4, 1.1, 1.3, -1, 0, 1.2, 1.4, 1, 1.2];
    const { items } = classicalStatistics(responsesOf(simulate(slopes, 1500, 'flags').rows));

    expect(items.map((item) => kinds(item).join())).toEqual(
      slopes.map((a) => (a < 0 ? 'negative-discrimination' : a === 0 ? expect.stringMatching(/discrimination/) : '')),
    );
  });
});
