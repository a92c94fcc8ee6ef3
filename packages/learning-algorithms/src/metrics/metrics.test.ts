import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confusionMatrix, predictAt } from './confusion.ts';
import { expectedCalibrationError } from './probability.ts';
import { cheapestThreshold, rocAuc } from './ranking.ts';
import { regressionReport } from './regression.ts';

const labelled = fc.array(fc.record({ label: fc.constantFrom(0, 1), score: fc.integer({ min: 0, max: 6 }) }), {
  minLength: 2,
  maxLength: 40,
});

describe('area under the ROC curve', () => {
  it('is the chance that a positive outranks a negative, ties counting half', () => {
    fc.assert(
      fc.property(labelled, (rows) => {
        const positives = rows.filter((r) => r.label === 1);
        const negatives = rows.filter((r) => r.label === 0);
        fc.pre(positives.length > 0 && negatives.length > 0);
        const wins = positives.flatMap((p) =>
          negatives.map((n) => (p.score > n.score ? 1 : 0) + (p.score === n.score ? 0.5 : 0)),
        );

        const auc = rocAuc(
          rows.map((r) => r.label),
          rows.map((r) => r.score),
        );

        expect(auc).toBeCloseTo(wins.reduce((a, b) => a + b, 0) / wins.length, 12);
      }),
    );
  });

  it('needs both classes', () => {
    expect(() => rocAuc([1, 1], [0.2, 0.9])).toThrow(/labels hold only one of them/);
  });
});

describe('threshold by cost', () => {
  it('is no dearer than any other threshold', () => {
    fc.assert(
      fc.property(labelled, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (rows, fp, fn) => {
        const labels = rows.map((r) => r.label);
        const scores = rows.map((r) => r.score);
        const costAt = (threshold: number) => {
          const { counts } = confusionMatrix(labels, predictAt(scores, threshold), 2);
          return fp * (counts[0]?.[1] ?? 0) + fn * (counts[1]?.[0] ?? 0);
        };

        const choice = cheapestThreshold(labels, scores, { falsePositive: fp, falseNegative: fn });

        expect(choice.cost).toBe(costAt(choice.threshold));
        for (const threshold of [...scores, 99]) expect(choice.cost).toBeLessThanOrEqual(costAt(threshold));
      }),
    );
  });
});

describe('edge cases', () => {
  it('finds no calibration error where shares equal probabilities', () => {
    expect(expectedCalibrationError([0, 0, 0, 1, 1, 0, 1, 1], [0.25, 0.25, 0.25, 0.25, 0.75, 0.75, 0.75, 0.75])).toBe(
      0,
    );
  });

  it('finds the gap of a model that is too sure of itself', () => {
    expect(expectedCalibrationError([0, 1], [0.9, 0.9], { bins: 10 })).toBeCloseTo(0.4, 12);
  });

  it('leaves out what zero or constant targets do not define', () => {
    const report = regressionReport([0, 0], [1, -1]);

    expect([report.rSquared, report.meanAbsolutePercentageError]).toEqual([undefined, undefined]);
  });

  it('names the row with an unknown class', () => {
    expect(() => confusionMatrix([0, 2], [0, 1], 2)).toThrow(
      'the actual class of row 2 is 2, but classes run from 0 to 1',
    );
  });
});
