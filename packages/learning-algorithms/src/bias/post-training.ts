import type { Table } from '../table/table.ts';
import {
  type BiasMetric,
  conditionalDisparity,
  countFacets,
  difference,
  type FacetCounts,
  type Facets,
  type Flags,
  positiveShares,
  ratio,
  requireFacets,
} from './facets.ts';
import { flipTest } from './flip-test.ts';

export type PostTrainingData = {
  /** Whether the observed label is favourable. */
  readonly actual: Flags;
  /** Whether the predicted label is favourable. */
  readonly predicted: Flags;
  readonly isDisadvantaged: Flags;
  /** Group of each row, for CDDPL. */
  readonly groups?: readonly string[];
  /** Numeric features without facet and label, for the flip test. */
  readonly features?: Table;
};

/** Generalised entropy of the benefits predicted − actual + 1, with α = 2: half the squared coefficient of variation. */
function generalizedEntropy(actual: Flags, predicted: Flags): number {
  const benefits = actual.map((label, i) => Number(predicted[i]) - Number(label) + 1);
  const mean = benefits.reduce((sum, b) => sum + b, 0) / benefits.length;
  if (mean === 0) return Number.NaN; // every prediction is a false negative: no benefit to share out
  return benefits.reduce((sum, b) => sum + (b / mean) ** 2 - 1, 0) / (2 * benefits.length);
}

type Rate = (counts: FacetCounts) => number;

const acceptedPerClaim: Rate = (c) => ratio(c.truePositives + c.falseNegatives, c.truePositives + c.falsePositives);
const refusedPerClaim: Rate = (c) => ratio(c.trueNegatives + c.falsePositives, c.trueNegatives + c.falseNegatives);
const recall: Rate = (c) => ratio(c.truePositives, c.truePositives + c.falseNegatives);
const specificity: Rate = (c) => ratio(c.trueNegatives, c.trueNegatives + c.falsePositives);
const precision: Rate = (c) => ratio(c.truePositives, c.truePositives + c.falsePositives);
const rejectionPrecision: Rate = (c) => ratio(c.trueNegatives, c.trueNegatives + c.falseNegatives);
const accuracy: Rate = (c) => ratio(c.truePositives + c.trueNegatives, c.rows);
const missesPerFalseAlarm: Rate = (c) => ratio(c.falseNegatives, c.falsePositives);

const aLessD = ({ a, d }: Facets<FacetCounts>, rate: Rate): number => difference(rate(a), rate(d));
const dLessA = ({ a, d }: Facets<FacetCounts>, rate: Rate): number => difference(rate(d), rate(a));

/**
 * Bias in a model's predictions, as SageMaker Clarify measures it. Balance is 0, but 1 for DI.
 *
 * @throws RangeError if lengths differ or a facet is empty
 * @see    https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-measure-post-training-bias.html
 */
export function postTrainingBias(data: PostTrainingData): BiasMetric[] {
  const { actual, predicted, isDisadvantaged, groups, features } = data;
  requireFacets(isDisadvantaged, actual, predicted, ...(groups ? [groups] : []));
  const counts = countFacets(isDisadvantaged, actual, predicted);
  const share = positiveShares(isDisadvantaged, predicted);
  const metrics: BiasMetric[] = [
    { name: 'AD', description: 'Accuracy Difference (AD)', value: aLessD(counts, accuracy) },
    { name: 'DAR', description: 'Difference in Acceptance Rates (DAR)', value: aLessD(counts, precision) },
    {
      name: 'DCAcc',
      description: 'Difference in Conditional Acceptance (DCAcc)',
      value: aLessD(counts, acceptedPerClaim),
    },
    { name: 'DCR', description: 'Difference in Conditional Rejection (DCR)', value: dLessA(counts, refusedPerClaim) },
    { name: 'DI', description: 'Disparate Impact (DI)', value: ratio(share.d, share.a) },
    {
      name: 'DPPL',
      description: 'Difference in Positive Proportions in Predicted Labels (DPPL)',
      value: share.a - share.d,
    },
    { name: 'DRR', description: 'Difference in Rejection Rates (DRR)', value: dLessA(counts, rejectionPrecision) },
    { name: 'GE', description: 'Generalized Entropy (GE)', value: generalizedEntropy(actual, predicted) },
    { name: 'RD', description: 'Recall Difference (RD)', value: aLessD(counts, recall) },
    { name: 'SD', description: 'Specificity Difference (SD)', value: dLessA(counts, specificity) },
    { name: 'TE', description: 'Treatment Equality (TE)', value: dLessA(counts, missesPerFalseAlarm) },
  ];
  if (groups) {
    const description = 'Conditional Demographic Disparity in Predicted Labels (CDDPL)';
    metrics.push({ name: 'CDDPL', description, value: conditionalDisparity(isDisadvantaged, predicted, groups) });
  }
  if (features) {
    metrics.push({ name: 'FT', description: 'Flip Test (FT)', value: flipTest(features, isDisadvantaged, predicted) });
  }
  return metrics;
}
