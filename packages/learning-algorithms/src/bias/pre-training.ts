import {
  type BiasMetric,
  conditionalDisparity,
  type Facets,
  type Flags,
  positiveShares,
  requireFacets,
} from './facets.ts';

export type PreTrainingData = {
  /** One a row; any number of different labels. */
  readonly labels: readonly string[];
  /** Labels of a favourable outcome. */
  readonly positive: readonly string[];
  readonly isDisadvantaged: Flags;
  /** Group of each row, for CDDL. */
  readonly groups?: readonly string[];
};

/** Share of each label within each facet, in one order of labels. */
function labelShares(labels: readonly string[], isDisadvantaged: Flags): Facets<readonly number[]> {
  const values = [...new Set(labels)].sort();
  const sharesIn = (facet: boolean) => {
    const own = labels.filter((_, i) => isDisadvantaged[i] === facet);
    return values.map((value) => own.filter((label) => label === value).length / own.length);
  };
  return { a: sharesIn(false), d: sharesIn(true) };
}

/** Σ p·ln(p / q): 0 where p is 0, infinite where q alone is. */
const divergence = (p: readonly number[], q: readonly number[]): number =>
  p.reduce((sum, share, k) => sum + (share === 0 ? 0 : share * Math.log(share / (q[k] ?? 0))), 0);

/**
 * Bias in the data before any model is trained, as SageMaker Clarify measures it. Values near 0 mean balance; CI, DPL
 * and CDDL are positive where facet d is worse off.
 *
 * @throws RangeError if lengths differ or a facet is empty
 * @see    https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-measure-data-bias.html
 */
export function preTrainingBias({ labels, positive, isDisadvantaged, groups }: PreTrainingData): BiasMetric[] {
  requireFacets(isDisadvantaged, labels, ...(groups ? [groups] : []));
  const isPositive = labels.map((label) => positive.includes(label));
  const sizeOf = (facet: boolean) => isDisadvantaged.filter((d) => d === facet).length;
  const share = positiveShares(isDisadvantaged, isPositive);
  const { a, d } = labelShares(labels, isDisadvantaged);
  const middle = a.map((value, k) => (value + (d[k] ?? 0)) / 2);
  const gaps = a.map((value, k) => Math.abs(value - (d[k] ?? 0)));
  const metrics: BiasMetric[] = [
    { name: 'CI', description: 'Class Imbalance (CI)', value: (sizeOf(false) - sizeOf(true)) / labels.length },
    { name: 'DPL', description: 'Difference in Positive Proportions in Labels (DPL)', value: share.a - share.d },
    {
      name: 'JS',
      description: 'Jensen-Shannon Divergence (JS)',
      value: (divergence(a, middle) + divergence(d, middle)) / 2,
    },
    { name: 'KL', description: 'Kullback-Leibler Divergence (KL)', value: divergence(a, d) },
    { name: 'KS', description: 'Kolmogorov-Smirnov Distance (KS)', value: Math.max(...gaps) },
    { name: 'LP', description: 'L-p Norm (LP)', value: Math.hypot(...gaps) },
    { name: 'TVD', description: 'Total Variation Distance (TVD)', value: gaps.reduce((sum, gap) => sum + gap, 0) / 2 },
  ];
  if (groups === undefined) return metrics;
  const description = 'Conditional Demographic Disparity in Labels (CDDL)';
  return [...metrics, { name: 'CDDL', description, value: conditionalDisparity(isDisadvantaged, isPositive, groups) }];
}
