import { quantile, sortedPresent } from '../numbers/order.ts';
import type { Counts } from './two-samples.ts';

/** Empty bins count as this share: the logarithm of nothing would be infinite. */
const LEAST_SHARE = 1e-4;

/**
 * Edges between bins that hold equal shares of a sample, without repeats.
 *
 * @param bins at least 2
 */
export function quantileEdges(values: ArrayLike<number>, bins: number): number[] {
  const sorted = sortedPresent(values);
  if (sorted.length === 0) throw new RangeError('bins need values');
  const edges = Array.from({ length: bins - 1 }, (_, k) => quantile(sorted, (k + 1) / bins));
  return edges.filter((edge, k) => edge !== edges[k - 1]);
}

/** Shares of the values in the bins (−∞, e₁], (e₁, e₂], …, (eₙ, ∞); missing values are left out. */
export function binShares(values: ArrayLike<number>, edges: readonly number[]): number[] {
  const present = sortedPresent(values);
  const counts = new Array<number>(edges.length + 1).fill(0);
  let bin = 0;
  for (const value of present) {
    while (bin < edges.length && value > (edges[bin] as number)) bin += 1; // bin < length
    counts[bin] = (counts[bin] as number) + 1;
  }
  return counts.map((count) => count / Math.max(present.length, 1));
}

/** Shares of both samples over all categories of either, in one order. */
export function categoryShares(first: Counts, second: Counts): { readonly first: number[]; readonly second: number[] } {
  const categories = [...new Set([...first.keys(), ...second.keys()])].sort();
  const sharesOf = (counts: Counts) => {
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return categories.map((category) => (counts.get(category) ?? 0) / Math.max(total, 1));
  };
  return { first: sharesOf(first), second: sharesOf(second) };
}

function requireLengths(expected: readonly number[], actual: readonly number[]): void {
  if (expected.length === actual.length && expected.length > 0) return;
  throw new RangeError(`${expected.length} shares cannot be compared with ${actual.length}`);
}

/**
 * Population stability index: Σ (actual − expected) · ln(actual / expected). Below 0.1 is called stable, above 0.25
 * a shift.
 *
 * @throws RangeError if the shares do not belong to the same bins
 * @see    Siddiqi (2006), Credit Risk Scorecards, ch. 9; Yurdakul (2018), Western Michigan University dissertation 3208
 */
export function stabilityIndex(expected: readonly number[], actual: readonly number[]): number {
  requireLengths(expected, actual);
  return expected.reduce((sum, share, k) => {
    const e = Math.max(share, LEAST_SHARE);
    const a = Math.max(actual[k] as number, LEAST_SHARE); // equally long
    return sum + (a - e) * Math.log(a / e);
  }, 0);
}

/** PSI of a numeric column, over bins that hold equal shares of the expected sample. */
export function numericStabilityIndex(expected: ArrayLike<number>, actual: ArrayLike<number>, bins = 10): number {
  const edges = quantileEdges(expected, bins);
  return stabilityIndex(binShares(expected, edges), binShares(actual, edges));
}

/**
 * Jensen–Shannon distance with logarithms to base 2: 0 for equal shares, 1 for shares without overlap.
 *
 * @throws RangeError if the shares do not belong to the same bins
 * @see    Lin (1991), IEEE Transactions on Information Theory 37, 145–151
 */
export function jensenShannonDistance(first: readonly number[], second: readonly number[]): number {
  requireLengths(first, second);
  const part = (p: number, middle: number) => (p === 0 ? 0 : p * Math.log2(p / middle));
  const divergence = first.reduce((sum, p, k) => {
    const q = second[k] as number; // equally long
    return sum + (part(p, (p + q) / 2) + part(q, (p + q) / 2)) / 2;
  }, 0);
  return Math.sqrt(Math.max(divergence, 0));
}
