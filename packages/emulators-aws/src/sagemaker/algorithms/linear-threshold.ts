import { fBeta, type PrecisionRecallPoint, precisionRecallCurve } from '@cairn/learning-algorithms';

/** Hyperparameters of LinearLearner that say which decision is best. */
export interface ThresholdRule {
  readonly criterion: string;
  readonly targetRecall: number;
  readonly targetPrecision: number;
  readonly beta: number;
}

const bestOf = (
  points: readonly PrecisionRecallPoint[],
  worth: (point: PrecisionRecallPoint) => number,
): number | undefined => {
  const finite = points.filter(({ threshold }) => Number.isFinite(threshold));
  return finite.reduce<PrecisionRecallPoint | undefined>(
    (best, point) => (best === undefined || worth(point) > worth(best) ? point : best),
    undefined,
  )?.threshold;
};

/**
 * The probability from which a row counts as positive: 0.5 for criteria that judge probabilities, else the one that
 * serves the criterion best on the rows given.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/ll_hyperparameters.html, binary_classifier_model_selection_criteria
 */
export function chooseThreshold(labels: readonly number[], scores: Float64Array, rule: ThresholdRule): number {
  const { criterion, targetRecall, targetPrecision } = rule;
  const beta = criterion === 'f1' ? 1 : rule.beta;
  const worths: Readonly<Record<string, (point: PrecisionRecallPoint) => number>> = {
    f1: ({ precision, recall }) => fBeta(precision, recall, beta),
    f_beta: ({ precision, recall }) => fBeta(precision, recall, beta),
    precision_at_target_recall: ({ precision, recall }) => (recall >= targetRecall ? precision : -1),
    recall_at_target_precision: ({ precision, recall }) => (precision >= targetPrecision ? recall : -1),
  };
  const worth = worths[criterion];
  if (worth === undefined || !(labels.includes(0) && labels.includes(1))) return 0.5;
  return bestOf(precisionRecallCurve(labels, scores), worth) ?? 0.5;
}
