/** One bias figure, as SageMaker Clarify's analysis.json lists it. */
export type BiasMetric = { readonly name: string; readonly description: string; readonly value: number };

/** Yes or no, one a row. */
export type Flags = readonly boolean[];

/** Counts of one facet: actual against predicted outcome. */
export type FacetCounts = {
  readonly rows: number;
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
};

/** Facet a is the advantaged group, facet d the disadvantaged (sensitive) one. */
export type Facets<T> = { readonly a: T; readonly d: T };

/**
 * @throws RangeError if lengths differ or a facet is empty
 */
export function requireFacets(isDisadvantaged: Flags, ...columns: readonly (readonly unknown[])[]): void {
  const odd = columns.find((column) => column.length !== isDisadvantaged.length);
  if (odd) throw new RangeError(`${odd.length} values for ${isDisadvantaged.length} rows of the facet`);
  if (!isDisadvantaged.includes(true)) throw new RangeError('no row belongs to the disadvantaged facet');
  if (!isDisadvantaged.includes(false)) throw new RangeError('no row belongs to the advantaged facet');
}

/** 0 / 0 counts as 0 and x / 0 as infinite, as Clarify has it. */
export function ratio(part: number, whole: number): number {
  if (whole !== 0) return part / whole;
  return part === 0 ? 0 : Math.sign(part) * Number.POSITIVE_INFINITY;
}

/** a − b, where two equal infinities differ by nothing. */
export const difference = (a: number, b: number): number => (a === b ? 0 : a - b);

export function countFacets(isDisadvantaged: Flags, actual: Flags, predicted: Flags): Facets<FacetCounts> {
  const count = (facet: boolean, label: boolean, prediction: boolean) =>
    isDisadvantaged.filter((d, i) => d === facet && actual[i] === label && predicted[i] === prediction).length;
  const countsOf = (facet: boolean): FacetCounts => ({
    rows: isDisadvantaged.filter((d) => d === facet).length,
    truePositives: count(facet, true, true),
    falsePositives: count(facet, false, true),
    falseNegatives: count(facet, true, false),
    trueNegatives: count(facet, false, false),
  });
  return { a: countsOf(false), d: countsOf(true) };
}

/** Share of positive outcomes in each facet. */
export function positiveShares(isDisadvantaged: Flags, positive: Flags): Facets<number> {
  const shareIn = (facet: boolean) => {
    const rows = positive.filter((_, i) => isDisadvantaged[i] === facet);
    return rows.filter(Boolean).length / rows.length;
  };
  return { a: shareIn(false), d: shareIn(true) };
}

/**
 * Conditional demographic disparity: facet d's share of the rejected less its share of the accepted, within each
 * group, averaged by group size.
 *
 * @see Wachter, Mittelstadt & Russell (2021), Why fairness cannot be automated, Computer Law & Security Review 41
 */
export function conditionalDisparity(isDisadvantaged: Flags, positive: Flags, groups: readonly string[]): number {
  const disparities = [...new Set(groups)].map((group) => {
    const members = groups.flatMap((g, i) => (g === group ? [i] : []));
    const shareOf = (outcome: boolean) => {
      const rows = members.filter((i) => positive[i] === outcome);
      return ratio(rows.filter((i) => isDisadvantaged[i]).length, rows.length);
    };
    return members.length * (shareOf(false) - shareOf(true));
  });
  return disparities.reduce((sum, value) => sum + value, 0) / groups.length;
}
