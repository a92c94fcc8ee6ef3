import { describe, expect, it } from 'vitest';
import type { MetricName } from '../lab/checks-schema.ts';
import { metricOf } from './metrics.ts';

const SCORES = [0.9, 0.8, 0.8, 0.7, 0.55, 0.5, 0.5, 0.3, 0.2, 0.1];
const TRUTHS = [1, 0, 1, 1, 0, 1, 0, 0, 1, 0];

describe('metrics', () => {
  // scikit-learn 1.2.1: roc_auc_score, average_precision_score, …, with predictions of 1 from 0.5 on
  it.each<[MetricName, number]>([
    ['auc', 0.68],
    ['average-precision', 0.7087301587301588],
    ['accuracy', 0.6],
    ['f1', 0.6666666666666666],
    ['precision', 0.5714285714285714],
    ['recall', 0.8],
    ['log-loss', 0.655089235271319],
  ])('%s equals scikit-learn', (name, value) => {
    expect(metricOf(name, SCORES, TRUTHS)).toBeCloseTo(value, 12);
  });

  it.each<[MetricName, number]>([
    ['rmse', 0.6123724356957945],
    ['mae', 0.5],
    ['r2', 0.9486081370449679],
  ])('%s equals scikit-learn', (name, value) => {
    expect(metricOf(name, [2.5, 0, 2, 8], [3, -0.5, 2, 7])).toBeCloseTo(value, 12);
  });

  it('counts nothing predicted as precision 0, and says when a value has no meaning', () => {
    expect(metricOf('precision', [0, 0], [1, 0])).toBe(0);
    expect(() => metricOf('auc', [0.1, 0.2], [1, 1])).toThrow('auc is not defined for these 2 rows');
    expect(() => metricOf('auc', [0.1], [1, 0])).toThrow('1 predictions for 2 rows');
  });
});
