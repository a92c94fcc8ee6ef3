import { cheapestThreshold, rocAuc } from '@cairn/learning-algorithms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BEGIN,
  cheapest,
  confusionAt,
  costCurve,
  costOf,
  drawSample,
  histogramOf,
  precisionOf,
  recallOf,
} from './model.ts';
import { sentence } from './words.ts';

const SIX = { labels: [1, 1, 1, 0, 0, 0], scores: [0.9, 0.6, 0.3, 0.7, 0.2, 0.1] };
const sample = drawSample(BEGIN);

describe('a threshold', () => {
  it('gives the four counts, worked by hand', () => {
    expect(confusionAt(SIX, 0.5)).toEqual({
      truePositives: 2,
      falsePositives: 1,
      falseNegatives: 1,
      trueNegatives: 2,
    });
    expect(precisionOf(confusionAt(SIX, 0.5))).toBeCloseTo(2 / 3, 12);
    expect(costOf(confusionAt(SIX, 0.5), { falseAlarmCost: 10, missCost: 300 })).toBe(310);
  });

  it('acts on a score that equals it', () => {
    expect(confusionAt(SIX, 0.6).truePositives).toBe(2);
  });

  it('never finds more when it rises', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        const low = confusionAt(sample, Math.min(a, b));
        const high = confusionAt(sample, Math.max(a, b));
        expect(recallOf(high)).toBeLessThanOrEqual(recallOf(low));
        expect(high.falsePositives).toBeLessThanOrEqual(low.falsePositives);
      }),
    );
  });
});

describe('the sample', () => {
  it('has the area under the ROC curve that two normal distributions have', () => {
    const areas = Array.from({ length: 20 }, (_, seed) => {
      const { labels, scores } = drawSample({ separation: 1.8, seed });
      return rocAuc(labels, scores);
    });
    const mean = areas.reduce((sum, area) => sum + area, 0) / areas.length;

    expect(mean).toBeCloseTo(0.8985, 2); // Φ(1.8 / √2)
  });

  it('is the same for the same seed', () => {
    expect(drawSample(BEGIN)).toEqual(drawSample(BEGIN));
  });

  it('is shown whole', () => {
    expect(histogramOf(sample, 1).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});

describe('the cheapest threshold', () => {
  it('costs what an exact search over all scores finds, as near as hundredths come', () => {
    const best = cheapest(costCurve(sample, BEGIN));
    const exact = cheapestThreshold(sample.labels, sample.scores, {
      falsePositive: BEGIN.falseAlarmCost,
      falseNegative: BEGIN.missCost,
    });

    expect(best.cost).toBeGreaterThanOrEqual(exact.cost);
    expect(best.cost).toBeLessThan(exact.cost * 1.05);
  });

  it('lies where the odds of the score equal the ratio of costs over the ratio of classes', () => {
    const thresholds = Array.from(
      { length: 40 },
      (_, seed) => cheapest(costCurve(drawSample({ separation: 1.8, seed }), BEGIN)).threshold,
    );
    const mean = thresholds.reduce((sum, one) => sum + one, 0) / thresholds.length;

    // 9 honest for a fraud, 10 against 300: odds 9 · 10 / 300 = 0.3, so 0.3 / 1.3
    expect(Math.abs(mean - 0.3 / 1.3)).toBeLessThan(0.05);
  });

  it('falls when a miss costs more', () => {
    const at = (missCost: number) => cheapest(costCurve(sample, { falseAlarmCost: 10, missCost })).threshold;

    expect(at(1000)).toBeLessThan(at(100));
    expect(at(100)).toBeLessThan(at(10));
  });
});

it('says in words what the threshold does, and what a better one would', () => {
  const text = sentence(
    { ...BEGIN, threshold: 0.5 },
    { truePositives: 92, falsePositives: 140, falseNegatives: 8, trueNegatives: 760 },
    { threshold: 0.23, cost: 3000 },
  );

  expect(text).toBe(
    'At 0.50 you catch 92 of 100 frauds and stop 140 honest payments by mistake: 3,800 EUR a day. At 0.23 it would be 3,000 EUR.',
  );
});
