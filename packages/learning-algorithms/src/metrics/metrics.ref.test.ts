import { describe, expect, it } from 'vitest';
import { classificationReport, confusionMatrix } from './confusion.ts';
import { brierScore, calibrationCurve, logLoss } from './probability.ts';
import { averagePrecision, precisionRecallCurve, rocAuc, rocCurve } from './ranking.ts';
import reference from './reference.json' with { type: 'json' };
import { regressionReport } from './regression.ts';

const { label, score, weights, actual, predicted } = reference;

function expectClose(own: readonly number[], theirs: readonly number[]): void {
  expect(own.length).toBe(theirs.length);
  own.forEach((value, i) => {
    expect(value).toBeCloseTo(theirs[i] ?? Number.NaN, 12);
  });
}

describe('figures equal those of scikit-learn', () => {
  it('for the ROC curve, in which ties make one point', () => {
    const curve = rocCurve(label, score);

    expectClose(
      curve.map((p) => p.falsePositiveRate),
      reference.fpr,
    );
    expectClose(
      curve.map((p) => p.truePositiveRate),
      reference.tpr,
    );
    expect(rocAuc(label, score)).toBeCloseTo(reference.auc, 12);
    expect(rocAuc(label, score, weights)).toBeCloseTo(reference.weightedAuc, 12);
  });

  it('for precision, recall and average precision', () => {
    const curve = precisionRecallCurve(label, score);

    expectClose(
      curve.map((p) => p.precision),
      reference.precision,
    );
    expectClose(
      curve.map((p) => p.recall),
      reference.recall,
    );
    expect(averagePrecision(label, score)).toBeCloseTo(reference.ap, 12);
    expect(averagePrecision(label, score, weights)).toBeCloseTo(reference.weightedAp, 12);
  });

  it('for probabilities', () => {
    const bins = calibrationCurve(label, score, { bins: 5 });

    expect(logLoss(label, score)).toBeCloseTo(reference.logLoss, 12);
    expect(logLoss(actual, reference.probabilities.flat(), 4)).toBeCloseTo(reference.multiLogLoss, 10);
    expect(brierScore(label, score)).toBeCloseTo(reference.brier, 12);
    expectClose(
      bins.map((b) => b.observed),
      reference.calibration.observed,
    );
    expectClose(
      bins.map((b) => b.predicted),
      reference.calibration.predicted,
    );
  });

  it('for several classes', () => {
    const matrix = confusionMatrix(actual, predicted, 4);
    const report = classificationReport(matrix);

    expect(matrix.counts).toEqual(reference.matrix);
    for (const kind of ['macro', 'micro', 'weighted'] as const) {
      const { precision, recall, fBeta } = report[kind];
      expectClose([precision, recall, fBeta], reference[kind]);
    }
    expect(classificationReport(matrix, 2).macro.fBeta).toBeCloseTo(reference.macroF2, 12);
    expect(report.balancedAccuracy).toBeCloseTo(reference.balanced, 12);
    expect(report.kappa).toBeCloseTo(reference.kappa, 12);
    expect(report.matthews).toBeCloseTo(reference.matthews, 12);
  });

  it.each(Object.entries(reference.regression))('for the regression figure %s', (name, value) => {
    const report = regressionReport(reference.y, reference.yhat);

    expect(Object.entries(report).find(([key]) => key === name)?.[1]).toBeCloseTo(value, 10);
  });
});
